import { Injectable } from '@nestjs/common';
import type { BatchImpact } from '@cartwheel/contracts';
import { eachDate } from '@cartwheel/domain/calendar';
import { Events } from '../../platform/events/events.ts';
import { BookingsService } from '../bookings/index.ts';
import type { MovedSession } from './class-sessions.events.ts';
import { SessionCancelService } from './session-cancel.service.ts';
import { SessionMovingService } from './session-moving.service.ts';
import { SessionNoticesRepository } from './session-notices.repository.ts';
import { SessionPlanRepository } from './session-plan.repository.ts';
import { SessionPlanService } from './session-plan.service.ts';
import { SessionReplanRepository } from './session-replan.repository.ts';
import { type ChangedStretch, type DayMove, dayOf, type FutureSession, sortOut } from './session-replan.rules.ts';

export type { BatchTerms, ChangedStretch, DayMove } from './session-replan.rules.ts';

export interface BatchChanged {
  batchId: string;
  /** From today on without a gap. */
  stretches: readonly ChangedStretch[];
  move?: DayMove | undefined;
}

interface Touched {
  moved: FutureSession[];
  tell: MovedSession[];
  removed: FutureSession[];
  conflicts: BatchImpact['conflicts'];
}

/** Brings the sessions to come in line with a batch that was changed. */
@Injectable()
export class SessionReplanService {
  constructor(
    private readonly sessions: SessionReplanRepository,
    private readonly places: SessionPlanRepository,
    private readonly notices: SessionNoticesRepository,
    private readonly moving: SessionMovingService,
    private readonly plan: SessionPlanService,
    private readonly cancelling: SessionCancelService,
    private readonly bookings: BookingsService,
    private readonly events: Events,
  ) {}

  /** Answers what it touched. Seats move with their session; what falls away with a seat in it is cancelled. */
  async replan({ batchId, stretches, move }: BatchChanged): Promise<BatchImpact> {
    const future = await this.sessions.future(batchId);
    const closed = move && (await this.closedDays(future, move));
    if (move) await this.moveDay(batchId, move);
    const touched: Touched = { moved: [], tell: [], removed: [], conflicts: [] };
    for (const stretch of stretches) {
      const own = future.filter(({ date }) => date >= stretch.from && (!stretch.until || date <= stretch.until));
      await this.follow(own, stretch, touched, move && closed && { ...move, closed });
    }
    const tell = touched.tell.filter(({ studentIds }) => studentIds.length > 0);
    if (tell.length > 0) await this.events.publish('class-sessions.moved', { sessions: tell });
    if (move) await this.bookings.claimStanding(touched.moved.map(({ id }) => id));
    const added = await this.plan.generateAhead(batchId);
    const conflicts = added.conflicts.map(({ date, reason }) => ({ date, reason }));
    return this.impactOf({ ...touched, conflicts: [...touched.conflicts, ...conflicts] }, added.created);
  }

  private async moveDay(batchId: string, move: DayMove): Promise<void> {
    await this.bookings.moveStanding(batchId, move);
    await this.sessions.moveSlots(batchId, move);
  }

  private async follow(
    sessions: readonly FutureSession[],
    stretch: ChangedStretch,
    touched: Touched,
    move: (DayMove & { closed: ReadonlySet<string> }) | undefined,
  ): Promise<void> {
    const { before, after } = stretch;
    const { moved, removed, shutOut, retrained } = sortOut(sessions, stretch, move);
    await this.remove(removed, `${after.name} has no class on that day any more`);
    await this.remove(shutOut, `${after.name} is on another day now, and the center is closed then`);
    const done = await this.moving.move(moved, stretch);
    touched.conflicts.push(...done.conflicts, ...(await this.moving.retrain(retrained, stretch)));
    if (before.name !== after.name || before.capacity !== after.capacity)
      await this.sessions.follow(
        sessions.map(({ id }) => id),
        before,
        after,
      );
    touched.moved.push(...done.sessions);
    touched.tell.push(...done.tell);
    touched.removed.push(...removed, ...shutOut);
  }

  private async remove(sessions: readonly FutureSession[], reason: string): Promise<void> {
    const empty = sessions.filter(({ hasHistory }) => !hasHistory).map(({ id }) => id);
    const used = sessions.filter(({ hasHistory }) => hasHistory).map(({ id }) => id);
    if (empty.length > 0) await this.sessions.remove(empty);
    if (used.length > 0) await this.cancelling.cancel(used, reason, { freeSlot: true });
  }

  /** Of the days on which classes would take place now. */
  private async closedDays(sessions: readonly FutureSession[], move: DayMove): Promise<Set<string>> {
    const dates = sessions.map(({ date }) => dayOf(date, move)).toSorted();
    const [from, to] = [dates[0], dates.at(-1)];
    if (!from || !to) return new Set();
    const closures = await this.places.closures({ from, to });
    return new Set(closures.flatMap((closure) => eachDate(closure.from, closure.to)));
  }

  private async impactOf({ moved, removed, conflicts }: Touched, sessionsAdded: number): Promise<BatchImpact> {
    const seats = [...moved, ...removed].flatMap(({ studentIds }) => studentIds);
    const students = [...new Set(seats)];
    return {
      sessionsMoved: moved.length,
      sessionsRemoved: removed.length,
      sessionsAdded,
      studentsTouched: students.length,
      bookingsTouched: seats.length,
      familiesTold: await this.notices.countFamilies(students),
      conflicts,
    };
  }
}
