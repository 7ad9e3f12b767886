import { Injectable } from '@nestjs/common';
import type { AnswerOf, assessSkills, InputOf } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { Events } from '../../platform/events/events.ts';
import { Problem } from '../../platform/problems/problem.ts';
import { ClassSessionsService } from '../class-sessions/index.ts';
import { trainerIdOf } from '../students/index.ts';
import { TimelineService } from '../timeline/index.ts';
import {
  assessmentsOf,
  cellOf,
  type Known,
  type NewAssessment,
  refusalOf,
  type WantedLevel,
} from './assessing.rules.ts';
import { AssessmentsRepository } from './assessments.repository.ts';
import './progress.events.ts';

/** In a story of one line there is room for a few names. */
const NAMED = 3;

@Injectable()
export class AssessingService {
  constructor(
    private readonly assessments: AssessmentsRepository,
    private readonly sessions: ClassSessionsService,
    private readonly timeline: TimelineService,
    private readonly events: Events,
  ) {}

  /** All or none. Writes what changes, and nothing else. */
  async assess(
    actor: Actor,
    { classSessionId, updates }: InputOf<typeof assessSkills>['body'],
  ): Promise<AnswerOf<typeof assessSkills>> {
    if (classSessionId) await this.assertTakesPlace(actor, classSessionId);
    const known = await this.know(updates, trainerIdOf(actor));
    const refusal = refusalOf(updates, known);
    if (refusal) throw refusal;
    const changes = assessmentsOf(updates, known);
    if (changes.length > 0) await this.write(changes, known, classSessionId ?? null);
    return {
      saved: changes.length,
      unchanged: updates.length - changes.length,
      cells: await this.cells(updates, known),
    };
  }

  private async assertTakesPlace(actor: Actor, sessionId: string): Promise<void> {
    const { session, time } = await this.sessions.find(actor, sessionId).catch((error: unknown) => {
      throw error instanceof Problem && error.code === 'not_found' ? noSuchSession() : error;
    });
    if (session.status === 'CANCELLED')
      throw new Problem('session_closed', { detail: `${session.name} on ${session.date} was cancelled` });
    if (session.date > time.today)
      throw new Problem('invalid_transition', { detail: `This class is on ${session.date}`, allowed: [] });
  }

  /** The students first, and locked: what is read after that nobody changes until the end of the request. */
  private async know(updates: readonly WantedLevel[], trainerId: string | undefined): Promise<Known> {
    const students = await this.assessments.lockStudents(unique(updates.map(({ studentId }) => studentId)), trainerId);
    const skills = await this.assessments.skills(unique(updates.map(({ skillId }) => skillId)));
    const cells = await this.assessments.cells(updates);
    return {
      students: new Map(students.map((student) => [student.id, student])),
      skills: new Map(skills.map((skill) => [skill.id, skill])),
      standings: new Map(cells.map(({ notes, ...cell }) => [cellOf(cell), { ...cell, note: notes }])),
    };
  }

  private async write(changes: readonly NewAssessment[], { skills }: Known, sessionId: string | null): Promise<void> {
    await this.assessments.add(changes, sessionId);
    const byStudent = Map.groupBy(changes, ({ studentId }) => studentId);
    await this.timeline.recordAll(
      [...byStudent].map(([studentId, rated]) => ({
        studentId,
        kind: 'progress.assessed',
        details: {
          count: rated.length,
          sessionId,
          skills: rated.slice(0, NAMED).map(({ skillId, level }) => ({ name: skills.get(skillId)!.name, level })),
        },
      })),
    );
    await this.events.publish('progress.assessed', {
      sessionId,
      skills: changes.map(({ note: _note, ...change }) => change),
    });
  }

  /** As they are now, in the order in which they were named. */
  private async cells(updates: readonly WantedLevel[], { standings }: Known) {
    const now = new Map((await this.assessments.cells(updates)).map((cell) => [cellOf(cell), cell]));
    return updates.flatMap((update) => {
      const cell = now.get(cellOf(update));
      return cell ? [{ ...cell, previousLevel: standings.get(cellOf(update))?.level ?? 'NOT_STARTED' }] : [];
    });
  }
}

const unique = (ids: readonly string[]) => [...new Set(ids)];

const noSuchSession = () =>
  new Problem('reference_not_found', {
    detail: 'There is no such session',
    errors: [{ path: 'classSessionId', message: 'There is no such session', code: 'reference_not_found' }],
  });
