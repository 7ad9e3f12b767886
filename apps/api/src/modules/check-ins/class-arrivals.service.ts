import { Injectable } from '@nestjs/common';
import type { CheckInResult, WarningCode } from '@cartwheel/contracts';
import type * as z from 'zod';
import type { Actor } from '../../platform/auth/actor.ts';
import { Problem } from '../../platform/problems/problem.ts';
import { toProblem } from '../../platform/problems/translate.ts';
import { type RosterEntry, RosterService } from '../attendance/index.ts';
import type { SessionFound } from '../class-sessions/index.ts';
import { type AtTheDoor, judge, opensAt, wasThere } from './check-ins.rules.ts';
import { type Arrival, DoorBookService } from './door-book.service.ts';
import { DoorEventsRepository } from './door-events.repository.ts';
import { ProjectionService } from './projection.service.ts';

const words: Partial<Record<z.infer<typeof WarningCode>, string>> = {
  EXPIRED: 'The plan has ended',
  USED_UP: 'No visits are left',
  PAUSED: 'The plan is paused',
  UNPAID: 'A payment is due',
};
const SEE_THE_DESK = 'Please see the front desk';

/** Checking in to a class. */
@Injectable()
export class ClassArrivalsService {
  constructor(
    private readonly rosters: RosterService,
    private readonly events: DoorEventsRepository,
    private readonly book: DoorBookService,
    private readonly projection: ProjectionService,
  ) {}

  async checkIn(actor: Actor, found: SessionFound, arrival: Arrival): Promise<CheckInResult | Problem> {
    const verdict = verdictOn(actor, found, arrival.at);
    if (verdict instanceof Problem) return this.book.refuse(arrival, 'SESSION_IN', verdict);
    const { studentId } = arrival.visitor;
    const entry = (await this.rosters.entries(actor, found, [studentId])).find((row) => row.studentId === studentId);
    if (!entry) throw new Problem('reference_not_found', { detail: 'There is no such student' });
    const { warnings } = entry;
    const first = await this.events.firstArrival(found.session.id, studentId, arrival.at);
    if (first && wasThere(entry.mark)) return this.book.answer(first, { warnings }, true);
    if (entry.blocker && !wasThere(entry.mark)) return this.turnAway(arrival, entry.blocker);
    return this.letIn(actor, found, { arrival, entry, mark: verdict });
  }

  private async letIn(
    actor: Actor,
    found: SessionFound,
    { arrival, entry, mark }: { arrival: Arrival; entry: RosterEntry; mark: AtTheDoor },
  ): Promise<CheckInResult | Problem> {
    const sessionId = found.session.id;
    const { id: _, name, date, startTime, endTime } = found.session;
    const session = { id: sessionId, name, date, startTime, endTime };
    const { warnings } = entry;
    try {
      const [id, kept] = await this.events.attempt(async () => [
        await this.book.accept(arrival, { eventType: 'SESSION_IN', sessionId, mark }),
        await this.projection.project(actor, found, [entry.studentId]),
      ]);
      const notices = [
        ...(entry.kind === null ? [{ code: 'NOT_BOOKED' as const, session }] : []),
        ...(kept.has(entry.studentId) ? [{ code: 'MARK_KEPT' as const, session }] : []),
      ];
      return await this.book.answer(id, { warnings, notices });
    } catch (error) {
      const refusal = toProblem(error);
      if (refusal.code !== 'capacity_full') throw error;
      return this.book.refuse(arrival, 'SESSION_IN', refusal);
    }
  }

  /** The log is read by more people than may know about payments. */
  private turnAway(arrival: Arrival, blocker: z.infer<typeof WarningCode>): Promise<Problem> {
    const refusal = new Problem('enrollment_inactive', { detail: words[blocker] ?? SEE_THE_DESK });
    return this.book.refuse(arrival, 'SESSION_IN', refusal, SEE_THE_DESK);
  }
}

function verdictOn(actor: Actor, { session, settings }: SessionFound, at: Date): AtTheDoor | Problem {
  if (session.status === 'CANCELLED' || session.status === 'DRAFT') {
    const what = session.status === 'CANCELLED' ? 'was cancelled' : 'is not published yet';
    return new Problem('session_closed', { detail: `${session.name} on ${session.date} ${what}` });
  }
  const verdict = judge(session, at, settings.attendance);
  if (verdict === 'OVER') {
    return new Problem('session_closed', { detail: `${session.name} on ${session.date} ended at ${session.endTime}` });
  }
  if (verdict !== 'TOO_EARLY') return verdict;
  const opens = opensAt(session, settings.attendance, actor.center!.timezone);
  return new Problem('check_in_too_early', { detail: `${session.name} on ${session.date} opens at ${opens}` });
}
