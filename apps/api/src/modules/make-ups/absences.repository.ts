import { Injectable } from '@nestjs/common';
import type { Absence, BookingKind, Mark, NoCreditReason } from '@cartwheel/contracts';
import type * as z from 'zod';
import { Database } from '../../platform/database/database.ts';
import { type Sql, sql } from '../../platform/database/sql.ts';
import { earnedSoFar, isOfTerm, sessionTimes } from './make-ups.sql.ts';

export interface Seat {
  bookingId: string;
  kind: z.infer<typeof BookingKind>;
  enrollmentId: string | null;
  isOfTerm: boolean;
  mark: Mark | null;
  earnedInMonth: number;
  earnedInEnrollment: number;
}

export interface AbsenceRow extends Omit<Absence, 'explanation'> {
  enrollmentId: string | null;
}

export interface NewAbsence {
  sessionId: string;
  studentId: string;
  enrollmentId: string | null;
  bookingId: string;
  note: string | null;
  lotId: string | null;
  noCreditReason: NoCreditReason | null;
}

/** Shown at most per student: the newest. */
const MOST = 100;

@Injectable()
export class AbsencesRepository {
  constructor(private readonly db: Database) {}

  /** Nobody else gives or takes a make-up of this student meanwhile. */
  async lockStudent(id: string): Promise<boolean> {
    const row = await this.db.first(
      sql`select from students where center_id = current_center() and id = ${id} and archived_at is null for no key update`,
    );
    return row !== undefined;
  }

  seat(sessionId: string, studentId: string): Promise<Seat | undefined> {
    return this.db.first<Seat>(sql`
      select b.id as "bookingId", b.kind, b.enrollment_id as "enrollmentId", ${isOfTerm} as "isOfTerm",
        (select m.status from attendance_marks m where m.center_id = b.center_id and m.session_id = b.session_id and m.student_id = b.student_id) as mark,
        ${earnedSoFar}
      from bookings b join class_sessions c on c.center_id = b.center_id and c.id = b.session_id
      left join enrollments e on e.center_id = b.center_id and e.id = b.enrollment_id
      where b.center_id = current_center() and b.session_id = ${sessionId} and b.student_id = ${studentId} and b.status <> 'CANCELLED'`);
  }

  async liveId(sessionId: string, studentId: string): Promise<string | undefined> {
    const row = await this.db.first<{ id: string }>(sql`
      select id from absences where center_id = current_center() and session_id = ${sessionId} and student_id = ${studentId} and withdrawn_at is null`);
    return row?.id;
  }

  async add(absence: NewAbsence): Promise<string> {
    const row = await this.db.first<{ id: string }>(sql`
      insert into absences (session_id, student_id, enrollment_id, booking_id, announced_at, announced_by, note, lot_id, no_credit_reason)
      values (${absence.sessionId}, ${absence.studentId}, ${absence.enrollmentId}, ${absence.bookingId}, app_now(), current_actor(),
        ${absence.note}, ${absence.lotId}, ${absence.noCreditReason}) returning id`);
    return row!.id;
  }

  find(id: string): Promise<AbsenceRow | undefined> {
    return this.db.first<AbsenceRow>(shown(sql`a.id = ${id}`));
  }

  /** Of this session, locked. */
  async lock(sessionId: string, id: string): Promise<AbsenceRow | undefined> {
    const row = await this.db.first(sql`
      select from absences where center_id = current_center() and id = ${id} and session_id = ${sessionId} for no key update`);
    return row && this.find(id);
  }

  ofStudent(studentId: string): Promise<AbsenceRow[]> {
    return this.db.rows<AbsenceRow>(
      sql`${shown(sql`a.student_id = ${studentId}`)} order by c.starts_at desc, a.id desc limit ${MOST}`,
    );
  }

  async withdraw(id: string): Promise<void> {
    await this.db.run(sql`
      update absences set withdrawn_at = app_now(), withdrawn_by = current_actor() where center_id = current_center() and id = ${id}`);
  }

  /** The enrollment of a seat that was given up would give it today as well. */
  async stillCovers(enrollmentId: string, date: string): Promise<boolean> {
    const row = await this.db.first(sql`
      select from enrollments e where e.center_id = current_center() and e.id = ${enrollmentId} and e.cancelled_at is null
        and e.start_date <= ${date} and (e.end_date is null or e.end_date >= ${date}) and not is_frozen(e.center_id, e.id, ${date}::date)`);
    return row !== undefined;
  }

  /** Announced for a class that has passed, and there all the same. */
  cameAfterAll(): Promise<{ id: string; lotId: string | null }[]> {
    return this.db.rows(sql`
      select a.id, a.lot_id as "lotId" from absences a
      join class_sessions c on c.center_id = a.center_id and c.id = a.session_id
      join attendance_marks m on m.center_id = a.center_id and m.session_id = a.session_id and m.student_id = a.student_id
      where a.center_id = current_center() and a.withdrawn_at is null and m.status in ('PRESENT', 'LATE', 'MAKEUP')
        and c.date between center_today() - 7 and center_today() - 1
      order by a.id for no key update of a`);
  }
}

const shown = (which: Sql): Sql => sql`
  select a.id, a.student_id as "studentId", a.enrollment_id as "enrollmentId", ${sessionTimes}, a.announced_at as "announcedAt",
    case when u.id is not null then jsonb_build_object('id', u.id, 'name', u.name) end as "announcedBy", a.note,
    case when l.id is not null then jsonb_build_object('id', l.id, 'expiresOn', l.expires_on) end as credit,
    a.no_credit_reason as "noCreditReason", a.withdrawn_at as "withdrawnAt"
  from absences a
  join class_sessions c on c.center_id = a.center_id and c.id = a.session_id
  left join credit_lots l on l.center_id = a.center_id and l.id = a.lot_id
  left join users u on u.id = a.announced_by
  where a.center_id = current_center() and ${which}`;
