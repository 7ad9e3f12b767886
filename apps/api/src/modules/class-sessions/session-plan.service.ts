import { Injectable } from '@nestjs/common';
import { addDays } from '@cartwheel/domain/calendar';
import { Problem, refuse } from '../../platform/problems/problem.ts';
import { toProblem } from '../../platform/problems/translate.ts';
import { BookingsService } from '../bookings/index.ts';
import { SettingsService } from '../centers/index.ts';
import { SessionPlanRepository } from './session-plan.repository.ts';
import { horizon, planSessions } from './session-plan.rules.ts';

export interface PlanConflict {
  batchId: string;
  date: string;
  reason: string;
}

export interface Planned {
  created: number;
  conflicts: PlanConflict[];
}

const FARTHEST_DAYS = 366;
const RACES = 3;

/** Gives batches their sessions ahead of time. Doing it twice, or twice at once, gives each day once. */
@Injectable()
export class SessionPlanService {
  constructor(
    private readonly plan: SessionPlanRepository,
    private readonly bookings: BookingsService,
    private readonly settings: SettingsService,
  ) {}

  /** As far ahead as the center's settings say; every batch, or one. */
  async generateAhead(batchId?: string): Promise<Planned> {
    const { today } = await this.plan.place();
    const { booking } = await this.settings.current();
    return this.generate(horizon(today, booking.generateWeeks), batchId);
  }

  async generateUntil(until: string, batchId?: string): Promise<Planned> {
    const { today } = await this.plan.place();
    if (until > addDays(today, FARTHEST_DAYS)) throw refuse('until', 'At most a year ahead');
    if (batchId && !(await this.plan.isBatch(batchId))) {
      throw new Problem('reference_not_found', { detail: 'There is no such batch' });
    }
    return this.generate(until, batchId);
  }

  /** Until the end of the request no session is generated. */
  async hold(): Promise<void> {
    await this.plan.lockBatches(undefined);
  }

  private async generate(until: string, batchId: string | undefined): Promise<Planned> {
    const { zone, today } = await this.plan.place();
    const batches = await this.plan.lockBatches(batchId);
    const span = { from: today, to: until };
    const closures = await this.plan.closures(span);
    const ids = batches.map(({ id }) => id);
    const given = await this.plan.given(ids, span);
    const plans = batches.map((batch) =>
      planSessions(batch, { ...span, zone, closures }, given.get(batch.id) ?? new Set()),
    );
    const sessions = plans.flatMap((plan) => plan.sessions);
    const conflicts = plans.flatMap((plan) => plan.conflicts);
    if (sessions.length === 0) return { created: 0, conflicts };
    const created = await this.plan.insert(sessions);
    const createdIds = created.map(({ id }) => id);
    await this.bookings.claimStanding(createdIds);
    const without = new Set(await this.publish(createdIds));
    const busy = created.filter(({ id }) => without.has(id));
    const reason = 'The trainer has another class at that time; the session has no trainer yet';
    return {
      created: created.length,
      conflicts: [...conflicts, ...busy.map(({ batchId: of, date }) => ({ batchId: of, date, reason }))],
    };
  }

  /** Answers those that lost their trainer. Somebody else may publish a clashing session between looking and publishing. */
  private async publish(ids: readonly string[]): Promise<string[]> {
    const without: string[] = [];
    for (let race = 1; ; race++) {
      without.push(...(await this.plan.freeBusyTrainers(ids)));
      try {
        await this.plan.publish(ids);
        return without;
      } catch (error) {
        if (race === RACES || toProblem(error).code !== 'trainer_busy') throw error;
      }
    }
  }
}
