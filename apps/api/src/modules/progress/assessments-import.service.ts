import { Injectable } from '@nestjs/common';
import { TimelineService } from '../timeline/index.ts';
import { type AssessmentElsewhere, AssessmentsImportRepository } from './assessments-import.repository.ts';

/** Ratings that were written down elsewhere, on the day they were given. */
@Injectable()
export class AssessmentsImportService {
  constructor(
    private readonly assessments: AssessmentsImportRepository,
    private readonly timeline: TimelineService,
  ) {}

  known(assessments: readonly AssessmentElsewhere[]): Promise<Set<number>> {
    return this.assessments.known(assessments);
  }

  /** One of a student and a skill at a time. */
  async add(assessments: readonly (AssessmentElsewhere & { skillName: string })[]): Promise<void> {
    if (assessments.length === 0) return;
    await this.assessments.add(assessments);
    const byStudent = Map.groupBy(assessments, ({ studentId }) => studentId);
    await this.timeline.recordAll(
      [...byStudent].map(([studentId, rated]) => ({
        studentId,
        kind: 'progress.assessed',
        details: {
          count: rated.length,
          sessionId: null,
          skills: rated.slice(0, 3).map(({ skillName: name, level }) => ({ name, level })),
        },
      })),
    );
  }
}
