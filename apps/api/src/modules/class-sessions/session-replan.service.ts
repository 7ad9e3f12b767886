import { Injectable } from '@nestjs/common';
import type { BatchImpact } from '@cartwheel/contracts';
import { Events } from '../../platform/events/events.ts';
import './class-sessions.events.ts';
import { SessionCancelService } from './session-cancel.service.ts';
import { SessionPlanRepository } from './session-plan.repository.ts';
import { SessionPlanService } from './session-plan.service.ts';
import { SessionReplanRepository } from './session-replan.repository.ts';
import { type BatchTerms, followsTrainer, type FutureSession, sortOut } from './session-replan.rules.ts';
import { instantsIn, skipped } from './session-times.rules.ts';

export type { BatchTerms } from './session-replan.rules.ts';

type Conflicts = BatchImpact['conflicts'];

/** Brings the sessions to come in line with a batch that was changed. */
@Injectable()
export class SessionReplanService {
  constructor(
    private readonly sessions: SessionReplanRepository,
    private readonly places: SessionPlanRepository,
    private readonly plan: SessionPlanService,
    private readonly cancelling: SessionCancelService,
    private readonly events: Events,
  ) {}

  /** Answers what it touched. Seats move with their session; what falls away with a seat in it is cancelled. */
  async replan(before: BatchTerms, after: BatchTerms): Promise<BatchImpact> {
    const future = await this.sessions.future(after.id);
    const { moved, removed, retrained } = sortOut(future, before, after);
    await this.remove(removed, after);
    const conflicts = await this.move(moved, before, after);
    conflicts.push(...(await this.retrain(retrained, before, after)));
    if (before.name !== after.name || before.capacity !== after.capacity) await this.sessions.follow(before, after);
    const added = await this.plan.generateAhead(after.id);
    const touched = [...moved, ...removed].flatMap(({ studentIds }) => studentIds);
    return {
      sessionsMoved: moved.length,
      sessionsRemoved: removed.length,
      sessionsAdded: added.created,
      studentsTouched: new Set(touched).size,
      bookingsTouched: touched.length,
      conflicts: [...conflicts, ...added.conflicts.map(({ date, reason }) => ({ date, reason }))],
    };
  }

  private async remove(sessions: readonly FutureSession[], batch: BatchTerms): Promise<void> {
    const empty = sessions.filter(({ hasHistory }) => !hasHistory).map(({ id }) => id);
    const used = sessions.filter(({ hasHistory }) => hasHistory).map(({ id }) => id);
    if (empty.length > 0) await this.sessions.remove(empty);
    if (used.length > 0)
      await this.cancelling.cancel(used, `${batch.name} has no class on that day any more`, { freeSlot: true });
  }

  private async move(sessions: readonly FutureSession[], before: BatchTerms, after: BatchTerms): Promise<Conflicts> {
    if (sessions.length === 0) return [];
    const { zone } = await this.places.place();
    const times = sessions.map(({ date }) => ({ date, startTime: after.startTime, endTime: after.endTime }));
    const planned = sessions.map((session, index) => ({
      session,
      times: times[index]!,
      instants: instantsIn(zone, times[index]!),
    }));
    const possible = planned.flatMap(({ session, times: to, instants }) =>
      instants ? [{ id: session.id, ...to, ...instants }] : [],
    );
    await this.sessions.move(possible);
    const ids = new Set(possible.map(({ id }) => id));
    const moved = sessions.filter(({ id }) => ids.has(id));
    for (const { id: sessionId, date, startTime, endTime, studentIds } of moved)
      await this.events.publish('class-session.moved', { sessionId, from: { date, startTime, endTime }, studentIds });
    const conflicts = await this.giveTrainers(moved, before, after);
    const impossible = planned.filter(({ instants }) => !instants);
    return [...conflicts, ...impossible.map(({ times: to }) => ({ date: to.date, reason: skipped(to) }))];
  }

  private async retrain(sessions: readonly FutureSession[], before: BatchTerms, after: BatchTerms): Promise<Conflicts> {
    if (sessions.length === 0) return [];
    await this.sessions.clearTrainers(sessions.map(({ id }) => id));
    return this.giveTrainers(sessions, before, after);
  }

  private async giveTrainers(
    sessions: readonly FutureSession[],
    before: BatchTerms,
    after: BatchTerms,
  ): Promise<Conflicts> {
    const wishes = sessions.flatMap((session) => {
      const trainerUserId = followsTrainer(session, before) ? after.trainerUserId : session.trainerUserId;
      return trainerUserId ? [{ id: session.id, trainerUserId, date: session.date }] : [];
    });
    if (wishes.length === 0) return [];
    const assigned = await this.sessions.assign(wishes);
    const busy = wishes.filter(({ id }) => !assigned.has(id));
    return busy.map(({ date }) => ({
      date,
      reason: 'The trainer has another class at that time; the session has no trainer now',
    }));
  }
}
