import { Injectable } from '@nestjs/common';
import type { Absence, announceAbsence, InputOf, MakeUpPolicy } from '@cartwheel/contracts';
import { addDays } from '@cartwheel/domain/calendar';
import type { Actor } from '../../platform/auth/actor.ts';
import { found, Problem } from '../../platform/problems/problem.ts';
import { ExcusesService } from '../attendance/index.ts';
import { BookingsService } from '../bookings/index.ts';
import { ClassSessionsService, type SessionFound } from '../class-sessions/index.ts';
import { MakeUpCreditsService } from '../credits/index.ts';
import { TimelineService } from '../timeline/index.ts';
import { type AbsenceRow, AbsencesRepository, type Seat } from './absences.repository.ts';
import { explanationOf, noCreditReason } from './make-ups.rules.ts';

const there = new Set(['PRESENT', 'LATE', 'MAKEUP', 'TRIAL']);

@Injectable()
export class AbsencesService {
  constructor(
    private readonly absences: AbsencesRepository,
    private readonly sessions: ClassSessionsService,
    private readonly bookings: BookingsService,
    private readonly credits: MakeUpCreditsService,
    private readonly excuses: ExcusesService,
    private readonly timeline: TimelineService,
  ) {}

  /** Frees the seat, excuses the student, and earns a make-up or says why not. */
  async announce(
    actor: Actor,
    sessionId: string,
    { studentId, note }: InputOf<typeof announceAbsence>['body'],
  ): Promise<Absence> {
    const { session, settings, time } = await this.sessions.find(actor, sessionId, { keep: true });
    assertOpen(session, session.endsAt, time.now, 'is over');
    if (!(await this.absences.lockStudent(studentId))) throw unknown('There is no such student');
    const seat = await this.seatToGiveUp(session, studentId);
    const policy = settings.booking.makeUps;
    const earned = policy.period === 'MONTH' ? seat.earnedInMonth : seat.earnedInEnrollment;
    const reason = noCreditReason({ ...seat, startsAt: session.startsAt, earned }, policy, time.now);
    await this.bookings.release(seat.bookingId, 'ABSENCE');
    const lotId = reason ? null : await this.credits.grant(studentId, addDays(session.date, policy.expiryDays));
    const { bookingId, enrollmentId } = seat;
    await this.excuses.excuse(sessionId, { studentId, enrollmentId, note: note || null });
    const id = await this.absences.add({
      sessionId,
      studentId,
      bookingId,
      enrollmentId,
      lotId,
      note: note || null,
      noCreditReason: reason,
    });
    await this.tell('absence.announced', studentId, session, note);
    return this.get(id, policy);
  }

  /** The student comes after all. */
  async withdraw(actor: Actor, sessionId: string, id: string): Promise<Absence> {
    const { session, settings, time } = await this.sessions.find(actor, sessionId, { keep: true });
    const absence = found(await this.absences.lock(sessionId, id), 'absence');
    if (absence.withdrawnAt)
      throw new Problem('invalid_transition', { detail: 'It is withdrawn already', allowed: [] });
    assertOpen(session, session.startsAt, time.now, 'has begun; mark the student as present instead');
    if (absence.credit && !(await this.credits.withdraw(absence.credit.id))) {
      throw new Problem('in_use', { detail: 'The make-up it earned is booked; cancel that first' });
    }
    await this.excuses.takeBack(sessionId, absence.studentId);
    await this.absences.withdraw(id);
    await this.takeSeatAgain(absence, session);
    await this.tell('absence.withdrawn', absence.studentId, session);
    return this.get(id, settings.booking.makeUps);
  }

  async ofStudent(studentId: string, policy: MakeUpPolicy): Promise<Absence[]> {
    return (await this.absences.ofStudent(studentId)).map((row) => shown(row, policy));
  }

  /** Who was there all the same missed nothing. A make-up that is booked already stays. */
  async forgetThoseWhoCame(): Promise<void> {
    for (const { id, lotId } of await this.absences.cameAfterAll()) {
      if (lotId) await this.credits.withdraw(lotId);
      await this.absences.withdraw(id);
    }
  }

  private async get(id: string, policy: MakeUpPolicy): Promise<Absence> {
    return shown(found(await this.absences.find(id), 'absence'), policy);
  }

  private async seatToGiveUp({ id, name, date }: SessionFound['session'], studentId: string): Promise<Seat> {
    const existingId = await this.absences.liveId(id, studentId);
    if (existingId) throw new Problem('duplicate', { existingId, detail: `Announced already for ${name} on ${date}` });
    const seat = await this.absences.seat(id, studentId);
    if (!seat) throw unknown(`Has no seat in ${name} on ${date}`);
    if (seat.kind === 'MAKEUP') throw instead('This is a make-up: cancel its booking');
    if (seat.kind === 'TRIAL') throw instead('This is a trial: move or cancel the intro visit');
    if (seat.mark && there.has(seat.mark)) throw instead('Marked as present: take the mark back first');
    return seat;
  }

  private async takeSeatAgain({ studentId, enrollmentId }: AbsenceRow, { id, date }: SessionFound['session']) {
    if (enrollmentId && !(await this.absences.stillCovers(enrollmentId, date))) return;
    const kind = enrollmentId ? ('ENROLLED' as const) : ('DROP_IN' as const);
    await this.bookings.claim({ sessionId: id, studentId, kind, ...(enrollmentId && { enrollmentId }) });
  }

  private async tell(
    kind: string,
    studentId: string,
    { id, name, date }: SessionFound['session'],
    text?: string | null,
  ): Promise<void> {
    await this.timeline.record({
      studentId,
      kind,
      text: text || null,
      details: { classSessionId: id, sessionName: name, date },
    });
  }
}

const shown = (row: AbsenceRow, policy: MakeUpPolicy): Absence => ({
  ...row,
  explanation: explanationOf(row.noCreditReason, row.credit?.expiresOn ?? null, policy),
});

function assertOpen(session: SessionFound['session'], until: string, now: Date, why: string): void {
  const { name, date, status } = session;
  if (status === 'CANCELLED') throw new Problem('session_closed', { detail: `${name} on ${date} was cancelled` });
  if (Date.parse(until) <= now.getTime()) throw new Problem('session_closed', { detail: `${name} on ${date} ${why}` });
}

const unknown = (detail: string) =>
  new Problem('reference_not_found', {
    detail,
    errors: [{ path: 'studentId', message: detail, code: 'reference_not_found' }],
  });
const instead = (detail: string) => new Problem('invalid_transition', { detail, allowed: [] });
