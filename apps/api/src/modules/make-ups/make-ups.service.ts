import { Injectable } from '@nestjs/common';
import type { bookMakeUp, InputOf, listMakeUpOptions, MakeUpBooking, StudentMakeUps } from '@cartwheel/contracts';
import { type Actor, may } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { found, Problem } from '../../platform/problems/problem.ts';
import { BookingsService } from '../bookings/index.ts';
import { SettingsService } from '../centers/index.ts';
import { MakeUpCreditsService } from '../credits/index.ts';
import { trainerIdOf } from '../students/index.ts';
import { TimelineService } from '../timeline/index.ts';
import { AbsencesService } from './absences.service.ts';
import { type BookingRow, MakeUpsRepository, type OptionRow } from './make-ups.repository.ts';
import { lastMoment, misfitOf, noCreditReason } from './make-ups.rules.ts';

type Policy = StudentMakeUps['policy'];

@Injectable()
export class MakeUpsService {
  constructor(
    private readonly makeUps: MakeUpsRepository,
    private readonly absences: AbsencesService,
    private readonly bookings: BookingsService,
    private readonly credits: MakeUpCreditsService,
    private readonly settings: SettingsService,
    private readonly timeline: TimelineService,
    private readonly clock: Clock,
  ) {}

  async ofStudent(actor: Actor, studentId: string): Promise<StudentMakeUps> {
    found((await this.makeUps.isStudent(studentId, trainerIdOf(actor))) || undefined, 'student');
    const policy = await this.policy();
    const credits = await this.makeUps.credits(studentId);
    const bookings = await this.makeUps.bookings(studentId);
    return {
      studentId,
      policy,
      balance: credits.filter(({ state }) => state === 'AVAILABLE').length,
      credits,
      absences: await this.absences.ofStudent(studentId, policy),
      bookings: bookings.map((row) => shown(row, policy)),
      nextClasses: await this.nextClasses(studentId, policy),
    };
  }

  async options({ studentId, from, days, misfits }: InputOf<typeof listMakeUpOptions>['query']) {
    if (!(await this.makeUps.isStudent(studentId))) throw unknown('studentId', 'There is no such student');
    const options = (await this.makeUps.options(studentId, from, days)).map((row) => ({
      ...row,
      misfit: misfitOf(row),
    }));
    return { items: options.filter(({ misfit }) => misfits === 'true' || misfit === null) };
  }

  /** The make-up that expires first is taken with the seat, or neither is. */
  async book(
    actor: Actor,
    { studentId, classSessionId, overrideReason }: InputOf<typeof bookMakeUp>['body'],
  ): Promise<MakeUpBooking> {
    const option = await this.makeUps.option(studentId, classSessionId);
    if (!option) throw unknown('classSessionId', 'There is no such student or class');
    const { sessionName, date } = option;
    if (!option.isOpen) throw new Problem('session_closed', { detail: `${sessionName} on ${date} takes no bookings` });
    if (option.isAbsent) {
      const detail = 'An absence is announced for this class; withdraw that instead';
      throw new Problem('invalid_transition', { detail, allowed: [] });
    }
    assertFits(actor, option, overrideReason);
    const lotId = await this.credits.take({ studentId, sessionId: classSessionId, on: date });
    if (!lotId) {
      throw new Problem('insufficient_credits', { detail: `There is no make-up that can be used on ${date}` });
    }
    const id = await this.bookings.claim({ sessionId: classSessionId, studentId, kind: 'MAKEUP' });
    await this.tell('make-up.booked', { ...option, studentId }, overrideReason);
    return this.get(id);
  }

  /** In time the make-up comes back. */
  async cancel(id: string) {
    const booking = found(await this.makeUps.lockBooking(id), 'make-up');
    const { status, studentId, classSessionId, sessionName, date, startsAt } = booking;
    const now = this.clock.now();
    if (status !== 'CONFIRMED' || Date.parse(startsAt) <= now.getTime()) {
      const detail = status === 'CANCELLED' ? 'It is cancelled already' : `${sessionName} on ${date} has begun`;
      throw new Problem('invalid_transition', { detail, allowed: [] });
    }
    const isInTime = now <= lastMoment(startsAt, await this.policy());
    await this.bookings.release(id, 'Make-up cancelled');
    const returned = isInTime ? await this.credits.giveBack(classSessionId, studentId) : 0;
    await this.tell('make-up.cancelled', booking);
    return { booking: await this.get(id), creditReturned: returned > 0 };
  }

  private async get(id: string): Promise<MakeUpBooking> {
    return shown(found(await this.makeUps.booking(id), 'make-up'), await this.policy());
  }

  private async policy(): Promise<Policy> {
    return (await this.settings.current()).booking.makeUps;
  }

  private async nextClasses(studentId: string, policy: Policy): Promise<StudentMakeUps['nextClasses']> {
    const now = this.clock.now();
    return (await this.makeUps.nextClasses(studentId)).map((row) => {
      const earned = policy.period === 'MONTH' ? row.earnedInMonth : row.earnedInEnrollment;
      const reason = noCreditReason({ ...row, earned }, policy, now);
      const isOwn = row.kind === 'ENROLLED' || row.kind === 'DROP_IN';
      return { ...row, absence: isOwn ? { earns: reason === null, noCreditReason: reason } : null };
    });
  }

  private async tell(
    kind: string,
    {
      studentId,
      classSessionId,
      sessionName,
      date,
    }: { studentId: string } & Pick<BookingRow, 'classSessionId' | 'sessionName' | 'date'>,
    text?: string | null,
  ): Promise<void> {
    await this.timeline.record({ studentId, kind, text: text || null, details: { classSessionId, sessionName, date } });
  }
}

const shown = ({ startsAt, ...row }: BookingRow, policy: Policy): MakeUpBooking => ({
  ...row,
  creditReturnsUntil: lastMoment(startsAt, policy).toISOString(),
});

/** Who may overbook may, with a reason, also put somebody where age or level do not fit. */
function assertFits(actor: Actor, option: OptionRow, overrideReason: string | null | undefined): void {
  const misfit = misfitOf(option);
  if (!misfit) return;
  if (overrideReason && may(actor, 'sessions:overbook')) return;
  if (overrideReason) throw new Problem('forbidden', { detail: 'Only a center admin books a class that does not fit' });
  const { sessionName, ageMin, ageMax, age } = option;
  if (misfit === 'LEVEL') throw new Problem('other_level', { detail: `${sessionName} teaches another curriculum` });
  const detail = `${sessionName} is for ages ${ageMin ?? 0} to ${ageMax ?? 'any'}; the student will be ${age}`;
  throw new Problem('outside_age_range', { detail });
}

const unknown = (path: string, detail: string) =>
  new Problem('reference_not_found', {
    detail,
    errors: [{ path, message: detail, code: 'reference_not_found' }],
  });
