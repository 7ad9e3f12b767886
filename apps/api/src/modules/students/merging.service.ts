import { Injectable } from '@nestjs/common';
import type { InputOf, mergeStudents, Student } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { found, refuse } from '../../platform/problems/problem.ts';
import { TimelineService } from '../timeline/index.ts';
import { MergingRepository } from './merging.repository.ts';
import { StudentsRepository } from './students.repository.ts';
import { StudentsService } from './students.service.ts';

/** Two records of one child become one. */
@Injectable()
export class MergingService {
  constructor(
    private readonly merging: MergingRepository,
    private readonly rows: StudentsRepository,
    private readonly students: StudentsService,
    private readonly timeline: TimelineService,
  ) {}

  /** Throws already_booked when both have a seat in one session: which of the two is true, only a person knows. */
  async merge(actor: Actor, { keepId, mergeId }: InputOf<typeof mergeStudents>['body']): Promise<Student> {
    if (keepId === mergeId) throw refuse('mergeId', 'Name two different students');
    const kept = found(await this.rows.find(keepId), 'student');
    const merged = found(await this.rows.find(mergeId), 'student');
    if (kept.mergedIntoId) throw refuse('keepId', `${kept.name} was merged into another record`);
    if (merged.mergedIntoId) throw refuse('mergeId', `${merged.name} was merged into another record`);
    await this.merging.merge(keepId, mergeId);
    await this.timeline.record({
      studentId: keepId,
      kind: 'student.merged',
      details: { mergedId: mergeId, name: merged.name },
    });
    return this.students.get(actor, keepId);
  }
}
