import { Injectable } from '@nestjs/common';
import type { InputOf, Mark, markAttendance } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { Problem } from '../../platform/problems/problem.ts';
import { BookingsService } from '../bookings/index.ts';
import { ClassSessionsService, markingRefusal, type SessionFound } from '../class-sessions/index.ts';
import { CreditsService, MakeUpCreditsService } from '../credits/index.ts';
import { IntroVisitsService } from '../intro-visits/index.ts';
import { AttendanceRepository, byHand, type HowMarked } from './attendance.repository.ts';
import {
  attends,
  bookingStatusFor,
  inactiveOf,
  introResultFor,
  recorded,
  usesVisit,
  walkInKind,
} from './attendance.rules.ts';
import { type RosterEntry, RosterService } from './roster.service.ts';

export type WantedMark = InputOf<typeof markAttendance>['body']['marks'][number];

interface Entered {
  entry: RosterEntry;
  status: Mark | null;
  notes: string | null | undefined;
}

/** Writes marks, and what follows from them: seats, visits, bookings, trials. */
@Injectable()
export class MarkingService {
  constructor(
    private readonly attendance: AttendanceRepository,
    private readonly rosters: RosterService,
    private readonly sessions: ClassSessionsService,
    private readonly bookings: BookingsService,
    private readonly credits: CreditsService,
    private readonly makeUps: MakeUpCreditsService,
    private readonly intros: IntroVisitsService,
  ) {}

  async mark(actor: Actor, { classSessionId, marks }: InputOf<typeof markAttendance>['body']) {
    const found = await this.sessions.find(actor, classSessionId, { keep: true });
    const refusal = markingRefusal(actor, { ...found.session, assigned: found.assigned }, found.time);
    if (refusal) throw refusal;
    const outcome = await this.enter(actor, found, marks);
    return { ...outcome, roster: await this.rosters.get(actor, classSessionId) };
  }

  /** For a session that may be marked. Blocked students are left out, the others saved; a walk-in without a free seat refuses all. */
  async enter(actor: Actor, found: SessionFound, marks: readonly WantedMark[], how: HowMarked = byHand) {
    const { session } = found;
    const entered = await this.match(actor, found, marks);
    const blocked = entered.filter(({ entry, status }) => attends(status) && entry.blocker);
    const accepted = entered.filter((mark) => !blocked.includes(mark));
    const seated = await this.seat(session, accepted);
    await this.write(session.id, seated, how);
    await this.takeBack(session.id, seated);
    await this.giveUpAgain(seated);
    return {
      saved: accepted.length,
      warnings: accepted
        .filter(({ status }) => attends(status))
        .flatMap(({ entry }) => inactiveOf(entry.warnings).map(({ code }) => ({ studentId: entry.studentId, code }))),
      blocked: blocked.map(({ entry }) => ({ studentId: entry.studentId, code: entry.blocker! })),
    };
  }

  /** Nobody was in a session that did not take place. */
  voidMarks(sessionId: string): Promise<void> {
    return this.attendance.voidMarks(sessionId);
  }

  private async match(actor: Actor, found: SessionFound, marks: readonly WantedMark[]): Promise<Entered[]> {
    const named = marks.map(({ studentId }) => studentId);
    const entries = await this.rosters.entries(actor, found, named);
    const byStudent = new Map(entries.map((entry) => [entry.studentId, entry]));
    return marks.map(({ studentId, status, notes }, index) => {
      const entry = byStudent.get(studentId);
      if (!entry) throw unknownStudent(index);
      return { entry, status: status && recorded(status, entry.kind), notes };
    });
  }

  /** Who was there without a seat takes a free one; a make-up is paid with one that was earned, if there is one. */
  private async seat(
    { id: sessionId, date }: SessionFound['session'],
    entered: readonly Entered[],
  ): Promise<Entered[]> {
    const seated: Entered[] = [];
    for (const mark of entered) {
      const { entry, status } = mark;
      if (entry.bookingId || !status || !attends(status)) {
        seated.push(mark);
        continue;
      }
      const kind = walkInKind(status, entry.absence !== null && entry.coversDay);
      const enrollmentId = kind !== 'TRIAL' && entry.coversDay ? entry.enrollmentId : null;
      const seat = { sessionId, studentId: entry.studentId, kind, ...(enrollmentId && { enrollmentId }) };
      const bookingId = await this.bookings.claim(seat);
      const { studentId } = entry;
      const lotId = kind === 'MAKEUP' && (await this.makeUps.take({ studentId, sessionId, on: date }));
      seated.push({ ...mark, entry: { ...entry, kind, bookingId, paidByMakeUp: Boolean(lotId) } });
    }
    return seated;
  }

  private async write(sessionId: string, entered: readonly Entered[], how: HowMarked): Promise<void> {
    const marks = entered.flatMap(({ entry, status, notes }) => (status ? [{ entry, status, notes }] : []));
    if (marks.length === 0) return;
    const rows = marks.map(({ entry, status, notes }) => ({
      ...idsOf(entry),
      status,
      notes: notes || null,
      keepsNotes: notes === undefined,
    }));
    const changed = await this.attendance.save(sessionId, rows, how);
    const corrected = marks.filter(({ entry }) => changed.has(entry.studentId));
    if (corrected.length === 0) return;
    const [using, free] = split(corrected, ({ entry, status }) => usesVisit(status, entry));
    const visits = using.flatMap(({ entry: { studentId, enrollmentId } }) =>
      enrollmentId ? [{ studentId, enrollmentId }] : [],
    );
    if (free.length > 0) await this.credits.giveBackMany(sessionId, studentsOf(free));
    if (visits.length > 0) await this.credits.useVisits(sessionId, visits);
    await this.settle(sessionId, corrected);
  }

  private async takeBack(sessionId: string, entered: readonly Entered[]): Promise<void> {
    const cleared = entered.filter(({ entry, status }) => status === null && entry.mark !== null);
    if (cleared.length === 0) return;
    const studentIds = studentsOf(cleared);
    await this.attendance.clear(sessionId, studentIds);
    await this.credits.giveBackMany(sessionId, studentIds);
    await this.settle(sessionId, cleared);
    for (const { entry } of cleared) {
      if (!entry.bookingId || !entry.seatedByMark) continue;
      await this.bookings.release(entry.bookingId, 'The mark was taken back');
      if (entry.paidByMakeUp) await this.makeUps.giveBack(sessionId, entry.studentId);
    }
  }

  /** Who had announced an absence, was marked as present, and was not there after all. */
  private async giveUpAgain(entered: readonly Entered[]): Promise<void> {
    for (const { entry, status } of entered) {
      if (!entry.absence || !entry.bookingId || status === null || attends(status)) continue;
      await this.bookings.release(entry.bookingId, 'ABSENCE');
    }
  }

  private async settle(sessionId: string, marks: readonly Pick<Entered, 'entry' | 'status'>[]): Promise<void> {
    const outcomes = marks.map(({ entry, status }) => ({
      studentId: entry.studentId,
      status: bookingStatusFor(status),
    }));
    await this.bookings.setOutcomes(sessionId, outcomes);
    const trials = marks.filter(({ entry }) => entry.introVisitId !== null);
    if (trials.length === 0) return;
    const results = trials.map(({ entry, status }) => ({
      studentId: entry.studentId,
      outcome: introResultFor(status),
    }));
    await this.intros.recordOutcomes(sessionId, results);
  }
}

const idsOf = ({ studentId, enrollmentId, bookingId }: RosterEntry) => ({ studentId, enrollmentId, bookingId });
const studentsOf = (marks: readonly { entry: RosterEntry }[]) => marks.map(({ entry }) => entry.studentId);

function split<Item>(items: readonly Item[], test: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}

const unknownStudent = (index: number) =>
  new Problem('reference_not_found', {
    detail: 'There is no such student',
    errors: [{ path: `marks.${index}.studentId`, message: 'There is no such student', code: 'reference_not_found' }],
  });
