import { Injectable } from '@nestjs/common';
import type { MakeUpBooking, MakeUpCredit, MakeUpOption, StudentMakeUps } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { nothing, type Sql, sql } from '../../platform/database/sql.ts';
import { taughtBy } from '../students/students.sql.ts';
import type { Fit } from './make-ups.rules.ts';
import { earnedSoFar, isOfTerm, lotOfBooking, missedBy, sessionTimes } from './make-ups.sql.ts';

export type BookingRow = Omit<MakeUpBooking, 'creditReturnsUntil'> & { startsAt: string };
export type OptionRow = Omit<MakeUpOption, 'misfit'> & Fit;
export type NextClass = Omit<StudentMakeUps['nextClasses'][number], 'absence'> & {
  startsAt: string;
  isOfTerm: boolean;
  earnedInMonth: number;
  earnedInEnrollment: number;
};

/** Shown at most per student: the newest. */
const MOST = 100;
const NEXT_CLASSES = 8;

@Injectable()
export class MakeUpsRepository {
  constructor(private readonly db: Database) {}

  /** `seenBy`: only if this trainer teaches the student. */
  async isStudent(id: string, seenBy?: string): Promise<boolean> {
    const taught = seenBy ? sql`and ${taughtBy(seenBy)}` : nothing;
    const row = await this.db.first(
      sql`select from students s where s.center_id = current_center() and s.id = ${id} and s.merged_into_id is null ${taught}`,
    );
    return row !== undefined;
  }

  credits(studentId: string): Promise<MakeUpCredit[]> {
    return this.db.rows<MakeUpCredit>(sql`
      select l.id, ${missedBy(sql`l.id`)} as missed, l.created_at as "earnedAt", l.expires_on as "expiresOn",
        case when l.remaining > 0 then case when l.expires_on < center_today() then 'EXPIRED' else 'AVAILABLE' end
          when last.kind = 'EXPIRY' then 'EXPIRED' when last.kind = 'REVERSAL' then 'WITHDRAWN' else 'BOOKED' end as state
      from credit_lots l
      left join lateral (
        select en.kind from credit_entries en where en.center_id = l.center_id and en.lot_id = l.id order by en.id desc limit 1) last on true
      where l.center_id = current_center() and l.student_id = ${studentId} and l.source = 'MAKEUP'
      order by l.expires_on desc, l.id desc limit ${MOST}`);
  }

  bookings(studentId: string): Promise<BookingRow[]> {
    return this.db.rows<BookingRow>(
      sql`${booking} where b.center_id = current_center() and b.student_id = ${studentId} and b.kind = 'MAKEUP'
        order by c.starts_at desc, b.id desc limit ${MOST}`,
    );
  }

  /** Locked, so that it is cancelled once. */
  async lockBooking(id: string): Promise<BookingRow | undefined> {
    const row = await this.db.first(sql`
      select from bookings where center_id = current_center() and id = ${id} and kind = 'MAKEUP' for no key update`);
    return row && this.booking(id);
  }

  booking(id: string): Promise<BookingRow | undefined> {
    return this.db.first<BookingRow>(sql`${booking} where b.center_id = current_center() and b.id = ${id}`);
  }

  nextClasses(studentId: string): Promise<NextClass[]> {
    return this.db.rows<NextClass>(sql`
      select ${sessionTimes}, c.starts_at as "startsAt", b.id as "bookingId", b.kind, ${earnedSoFar},
        ${isOfTerm} as "isOfTerm"
      from bookings b join class_sessions c on c.center_id = b.center_id and c.id = b.session_id
      left join enrollments e on e.center_id = b.center_id and e.id = b.enrollment_id
      where b.center_id = current_center() and b.student_id = ${studentId} and b.status = 'CONFIRMED'
        and c.status in ('PUBLISHED', 'IN_PROGRESS') and c.starts_at > app_now()
      order by c.starts_at, c.id limit ${NEXT_CLASSES}`);
  }

  /** With a free seat, in which the student has none and announced no absence. */
  options(studentId: string, from: string | undefined, days: number): Promise<OptionRow[]> {
    const first = sql`greatest(center_today(), coalesce(${from ?? null}::date, center_today()))`;
    return this.db.rows<OptionRow>(sql`${option(studentId)}
      and c.date between ${first} and ${first} + ${days - 1}::int and ${isOpen} and seats.left > 0 and not ${isAbsent}
      and not exists (select from bookings b
        where b.center_id = c.center_id and b.session_id = c.id and b.student_id = s.id and b.status <> 'CANCELLED')
      order by c.starts_at, c.id`);
  }

  /** One class for one student, whether or not it is possible. */
  option(studentId: string, sessionId: string) {
    return this.db.first<OptionRow & { isOpen: boolean; isAbsent: boolean }>(
      sql`${option(studentId)} and c.id = ${sessionId} and s.archived_at is null`,
    );
  }
}

const booking = sql`
  select b.id, b.student_id as "studentId", ${sessionTimes}, c.starts_at as "startsAt", b.status, b.created_at as "bookedAt",
    ${missedBy(lotOfBooking)} as missed
  from bookings b join class_sessions c on c.center_id = b.center_id and c.id = b.session_id`;

/** Who told only a year of birth has the age that is reached in the year of the class. */
const ageThen = sql`coalesce(extract(year from age(c.date, s.dob)), extract(year from c.date) - s.birth_year)::int`;

/** Of the batches the student has a place in, or had until a month ago. */
const ownCurricula = sql`array(
  select distinct ob.curriculum_id from enrollments e
  join enrollment_batches eb on eb.center_id = e.center_id and eb.enrollment_id = e.id
  join batches ob on ob.center_id = eb.center_id and ob.id = eb.batch_id
  where e.center_id = s.center_id and e.student_id = s.id and e.cancelled_at is null
    and coalesce(e.end_date, 'infinity') >= (select center_today()) - 30 and ob.curriculum_id is not null)`;

const isAbsent = sql`exists (select from absences a
  where a.center_id = c.center_id and a.session_id = c.id and a.student_id = s.id and a.withdrawn_at is null)`;

const isOpen = sql`(c.status in ('PUBLISHED', 'IN_PROGRESS') and c.starts_at > app_now())`;

const option = (studentId: string): Sql => sql`
  select ${sessionTimes}, c.starts_at as "startsAt", seats.left as "seatsLeft", ${ageThen} as age, own.curricula as "ownCurriculumIds",
    t.curriculum_id as "curriculumId", t.age_min as "ageMin", t.age_max as "ageMax", ${isOpen} as "isOpen", ${isAbsent} as "isAbsent",
    case when u.id is not null then jsonb_build_object('id', u.id, 'name', u.name) end as trainer
  from students s
  cross join lateral (select ${ownCurricula} as curricula) own
  join class_sessions c on c.center_id = s.center_id
  left join batches t on t.center_id = c.center_id and t.id = c.batch_id
  left join users u on u.id = c.trainer_user_id
  cross join lateral (
    select count(*)::int as left from session_spots sp where sp.center_id = c.center_id and sp.session_id = c.id
      and (sp.state = 'free' or (sp.state = 'held' and sp.expires_at <= app_now()))) seats
  where s.center_id = current_center() and s.id = ${studentId}`;
