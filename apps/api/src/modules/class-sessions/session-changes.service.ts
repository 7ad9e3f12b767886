import { Injectable } from '@nestjs/common';
import type * as contract from '@cartwheel/contracts';
import type { ClassSession, InputOf } from '@cartwheel/contracts';
import { weekdayOf } from '@cartwheel/domain/calendar';
import type { Actor } from '../../platform/auth/actor.ts';
import { Events } from '../../platform/events/events.ts';
import { found, Problem, refuse } from '../../platform/problems/problem.ts';
import { BookingsService } from '../bookings/index.ts';
import './class-sessions.events.ts';
import { assertMayOverbook, assertMove, assertOpen } from './class-sessions.rules.ts';
import { ClassSessionsService } from './class-sessions.service.ts';
import { SessionCancelService } from './session-cancel.service.ts';
import { endsAfterStart, instantsOf, isSameTime } from './session-times.rules.ts';
import { type BatchForSession, SessionWritesRepository, type StoredSession } from './session-writes.repository.ts';

type Creation = InputOf<typeof contract.createClassSession>['body'];
type Change = InputOf<typeof contract.changeClassSession>['body'];

@Injectable()
export class SessionChangesService {
  constructor(
    private readonly sessions: SessionWritesRepository,
    private readonly views: ClassSessionsService,
    private readonly cancelling: SessionCancelService,
    private readonly bookings: BookingsService,
    private readonly events: Events,
  ) {}

  async create(actor: Actor, body: Creation): Promise<ClassSession> {
    endsAfterStart(body);
    const instants = instantsOf(actor.center!.timezone, body);
    if (body.trainerUserId) await this.views.assertColleagues([body.trainerUserId], 'trainerUserId');
    const batch = body.batchId ? await this.batch(body.batchId) : undefined;
    const slot = body.batchId && batch ? await this.slotOf(body.batchId, batch, body) : null;
    const id = await this.sessions.insert({ ...instants, ...filledIn(body, batch), slot });
    if (slot) await this.bookings.claimStanding([id]);
    if (body.status === 'PUBLISHED') await this.sessions.publish(id);
    return this.views.get(actor, id);
  }

  /** Exactly what `change` would do or refuse, done and taken back. */
  preview(actor: Actor, id: string, body: Change, seen: number | undefined): Promise<ClassSession> {
    return this.sessions.rehearse(() => this.change(actor, id, body, seen));
  }

  async change(actor: Actor, id: string, body: Change, seen: number | undefined): Promise<ClassSession> {
    const before = found(await this.sessions.lock(id), 'session');
    if (seen !== undefined && seen !== before.version) throw new Problem('stale_version');
    if (body.status && body.status !== before.status) assertMove(before.status, body.status);
    assertOpen(before);
    const { overbookReason: reason, ...wanted } = body;
    const overbook = {
      wanted: body.capacity ?? before.capacity,
      current: before.capacity,
      ofBatch: before.batchCapacity,
      reason,
    };
    assertMayOverbook(actor, overbook);
    if (body.trainerUserId) await this.views.assertColleagues([body.trainerUserId], 'trainerUserId');
    const after: StoredSession = { ...before, ...given(wanted), ...(reason && { overbookReason: reason }) };
    endsAfterStart(after);
    const instants = instantsOf(actor.center!.timezone, after);
    if (!(await this.sessions.change({ ...after, ...instants }, seen))) throw new Problem('stale_version');
    if (!isSameTime(before, after)) await this.events.publish('class-session.moved', movedFrom(before));
    return this.views.get(actor, id);
  }

  async cancel(actor: Actor, id: string, reason: string): Promise<ClassSession> {
    const session = found(await this.sessions.lock(id), 'session');
    assertMove(session.status, 'CANCELLED');
    await this.cancelling.cancel([id], reason, { freeSlot: false });
    return this.views.get(actor, id);
  }

  /** What was to take place on days that have passed is over. */
  async completePast(): Promise<void> {
    await this.sessions.completePast();
  }

  private async batch(id: string): Promise<BatchForSession> {
    const batch = await this.sessions.batch(id);
    if (!batch) throw new Problem('reference_not_found', { detail: 'There is no such batch' });
    return batch;
  }

  /** The batch's own session of that day where there is none yet, so that it is not generated a second time; else an extra one. */
  private async slotOf(batchId: string, batch: BatchForSession, { date, startTime }: Creation): Promise<string | null> {
    const there = await this.sessions.sessionsOn(batchId, date);
    const same = there.find((session) => session.startTime === startTime && session.status !== 'CANCELLED');
    if (same) throw new Problem('duplicate', { detail: `${batch.name} has that session`, existingId: same.id });
    const isDay = batch.daysOfWeek.includes(weekdayOf(date));
    return isDay && !there.some((session) => session.slot === date) ? date : null;
  }
}

function filledIn(body: Creation, batch: BatchForSession | undefined) {
  const name = body.name ?? batch?.name;
  const capacity = body.capacity ?? batch?.capacity;
  if (!name) throw refuse('name', 'Give a one-off session a name');
  if (!capacity) throw refuse('capacity', 'Say how many seats a one-off session has');
  if (batch && capacity > batch.capacity) {
    throw refuse('capacity', `The batch has ${batch.capacity} places; raise the session afterwards, with a reason`);
  }
  const { date, startTime, endTime } = body;
  const trainerUserId = body.trainerUserId === undefined ? (batch?.trainerUserId ?? null) : body.trainerUserId;
  return { batchId: body.batchId ?? null, name, capacity, date, startTime, endTime, trainerUserId };
}

const movedFrom = ({ id, date, startTime, endTime, studentIds }: StoredSession) => ({
  sessionId: id,
  from: { date, startTime, endTime },
  studentIds,
});

/** Without what was not said. */
function given<Body extends object>(body: Body): { [Key in keyof Body]?: Exclude<Body[Key], undefined> } {
  const said = Object.entries(body).filter(([, value]) => value !== undefined);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- entries lose their types
  return Object.fromEntries(said) as { [Key in keyof Body]?: Exclude<Body[Key], undefined> };
}
