import { Injectable } from '@nestjs/common';
import type { InputOf, IntroVisit, listIntroVisits } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { pageOf } from '../../platform/http/paging.ts';
import { found, Problem } from '../../platform/problems/problem.ts';
import { PipelineService } from '../leads/index.ts';
import { TimelineService } from '../timeline/index.ts';
import { IntroVisitsRepository } from './intro-visits.repository.ts';
import { SlotsService } from './slots.service.ts';

export type IntroResult = 'ATTENDED' | 'NO_SHOW' | 'SCHEDULED';

const told: Record<IntroResult, string> = {
  ATTENDED: 'intro.attended',
  NO_SHOW: 'intro.no-show',
  SCHEDULED: 'intro.unmarked',
};

@Injectable()
export class IntroVisitsService {
  constructor(
    private readonly visits: IntroVisitsRepository,
    private readonly slots: SlotsService,
    private readonly pipeline: PipelineService,
    private readonly timeline: TimelineService,
  ) {}

  /** In order of time; trainers see those of the sessions they take. */
  async list(actor: Actor, query: InputOf<typeof listIntroVisits>['query']) {
    const rows = await this.visits.list(query, trainerIdOf(actor));
    return pageOf(rows, query.limit, (visit) => [visit.scheduledAt, visit.id]);
  }

  async get(id: string): Promise<IntroVisit> {
    return found(await this.visits.find(id), 'intro visit');
  }

  /** As `get`, but what a trainer does not take is not there for them. */
  async getFor(actor: Actor, id: string): Promise<IntroVisit> {
    return found(await this.visits.find(id, trainerIdOf(actor)), 'intro visit');
  }

  /**
   * The attendance of a session, seen as intro visits: of those students who have one there, the visit and its lead move;
   * SCHEDULED takes an outcome back. The follow-up stays. Doing it twice changes nothing.
   */
  async recordOutcomes(
    sessionId: string,
    outcomes: readonly { studentId: string; outcome: IntroResult }[],
  ): Promise<void> {
    const byStudent = new Map(outcomes.map(({ studentId, outcome }) => [studentId, outcome]));
    for (const visit of await this.visits.ofSession(sessionId, [...byStudent.keys()])) {
      const outcome = byStudent.get(visit.studentId);
      if (outcome) await this.setOutcome(visit.id, outcome);
    }
  }

  /** Notes that are undefined stay. Throws not_found, and invalid_transition for a cancelled visit. */
  async setOutcome(id: string, outcome: IntroResult, notes?: string | null): Promise<IntroVisit> {
    const visit = found(await this.visits.lock(id), 'intro visit');
    if (visit.status === 'CANCELLED')
      throw new Problem('invalid_transition', { detail: 'This visit was cancelled', allowed: [] });
    if (await this.visits.setOutcome(id, outcome, notes)) {
      const { leadId, studentId, date } = visit;
      const details = { introVisitId: id, date };
      await this.timeline.record({ studentId, leadId, kind: told[outcome], text: notes || null, details });
      await this.pipeline.introOutcome(leadId, outcome);
    }
    return this.get(id);
  }

  /** The session does not take place: its trials neither, and somebody has to call. */
  async cancelOfSession(sessionId: string, reason: string): Promise<void> {
    for (const visit of await this.visits.cancelOfSession(sessionId)) {
      await this.tellCancelled(visit, reason);
      if (!(await this.visits.hasToCome(visit.leadId))) await this.pipeline.introFellThrough(visit.leadId);
    }
  }

  /** Nobody comes any more: the seats are free again. */
  async cancelOfLead(leadId: string): Promise<void> {
    for (const visit of await this.visits.cancelOfLostLead(leadId)) {
      await this.slots.release(visit.bookingId, 'Enquiry lost');
      await this.tellCancelled(visit, null);
    }
  }

  private async tellCancelled(
    visit: { id: string; leadId: string; studentId: string; date: string },
    text: string | null,
  ) {
    const { id, leadId, studentId, date } = visit;
    await this.timeline.record({
      studentId,
      leadId,
      kind: 'intro.cancelled',
      text,
      details: { introVisitId: id, date },
    });
  }
}

const trainerIdOf = (actor: Actor): string | undefined => (actor.role === 'TRAINER' ? actor.userId : undefined);
