import { Injectable } from '@nestjs/common';
import type { BatchImpact } from '@cartwheel/contracts';
import { Clock } from '../../platform/clock/clock.ts';
import { Events } from '../../platform/events/events.ts';
import type { MovedSession } from './class-sessions.events.ts';
import { SessionPlanRepository } from './session-plan.repository.ts';
import { SessionReplanRepository } from './session-replan.repository.ts';
import { type ChangedStretch, followsTrainer, type FutureSession, type Moving } from './session-replan.rules.ts';
import { instantsIn, skipped } from './session-times.rules.ts';

type Conflicts = BatchImpact['conflicts'];

export interface Moved {
  sessions: FutureSession[];
  /** When they were to take place until now. */
  tell: MovedSession[];
  conflicts: Conflicts;
}

/** Gives the sessions of a batch their new times and trainers. Seats stay with their session. */
@Injectable()
export class SessionMovingService {
  constructor(
    private readonly sessions: SessionReplanRepository,
    private readonly places: SessionPlanRepository,
    private readonly clock: Clock,
    private readonly events: Events,
  ) {}

  /** A session stays as it is where its new time does not exist, or has begun already. */
  async move(movings: readonly Moving[], stretch: ChangedStretch): Promise<Moved> {
    if (movings.length === 0) return { sessions: [], tell: [], conflicts: [] };
    const { zone } = await this.places.place();
    const now = this.clock.now();
    const conflicts: Conflicts = [];
    const possible = movings.flatMap(({ session, to }) => {
      const instants = instantsIn(zone, to);
      if (instants && new Date(instants.startsAt) > now)
        return [{ session, to: { id: session.id, ...to, ...instants } }];
      const reason = instants ? `${to.startTime} has passed by now; the session stays as it was` : skipped(to);
      conflicts.push({ date: to.date, reason });
      return [];
    });
    await this.sessions.move(possible.map(({ to }) => to));
    const tell = possible.map(({ session: { id: sessionId, date, startTime, endTime, studentIds } }) => ({
      sessionId,
      from: { date, startTime, endTime },
      studentIds,
    }));
    for (const moved of tell) await this.events.publish('class-session.moved', { ...moved, together: true });
    const sessions = possible.map(({ session, to }) => ({ ...session, date: to.date }));
    return { sessions, tell, conflicts: [...conflicts, ...(await this.giveTrainers(sessions, stretch))] };
  }

  async retrain(sessions: readonly FutureSession[], stretch: ChangedStretch): Promise<Conflicts> {
    if (sessions.length === 0) return [];
    await this.sessions.clearTrainers(sessions.map(({ id }) => id));
    return this.giveTrainers(sessions, stretch);
  }

  private async giveTrainers(
    sessions: readonly FutureSession[],
    { before, after }: ChangedStretch,
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
