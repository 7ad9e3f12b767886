import { Injectable } from '@nestjs/common';
import type { AttendanceRecord, RosterRow } from '@cartwheel/contracts';
import type * as z from 'zod';
import { Database } from '../../platform/database/database.ts';
import { type Sql, sql } from '../../platform/database/sql.ts';
import { ageOf, nameOf } from '../students/students.sql.ts';

export type MarkMethod = z.infer<typeof AttendanceRecord>['method'];

export interface RosterSource extends Omit<RosterRow, 'warnings' | 'blocked'> {
  /** What the student comes on, and whether it covers the session's day. */
  enrollmentId: string | null;
  coversDay: boolean;
  /** No seat; the last enrollment in the batch ended on this day, at most a month before. */
  lapsedOn: string | null;
  /** How the mark came about. */
  markMethod: MarkMethod | null;
  /** The enrollment rests on the session's day, and until this one. */
  restsUntil: string | null;
  /** The seat came with the mark, and goes with it. */
  seatedByMark: boolean;
  /** The seat costs no visit. */
  paidByMakeUp: boolean;
}

export interface NewMark {
  studentId: string;
  enrollmentId: string | null;
  bookingId: string | null;
  status: string;
  notes: string | null;
  /** Nothing was said about the note, so the one that is there stays. */
  keepsNotes: boolean;
}

export interface HowMarked {
  method: MarkMethod;
  /** Left out: now. */
  at?: string;
}

/** What is said where nothing else is. */
export const byHand: HowMarked = { method: 'MANUAL' };

/** Days for which the roster still lists who has no place any more. */
const LAPSED_DAYS = 30;

/** Students whose enrollment in the batch ended lately, and who have no other there that covers the day. */
const lapsed = sql`
  select e.student_id, max(e.end_date) as ended from one
  join enrollment_batches eb on eb.center_id = one.center_id and eb.batch_id = one.batch_id
  join enrollments e on e.center_id = eb.center_id and e.id = eb.enrollment_id and e.cancelled_at is null
    and e.end_date < one.date and e.end_date >= one.date - ${LAPSED_DAYS}::int
  where not exists (
    select from enrollments n join enrollment_batches nb on nb.center_id = n.center_id and nb.enrollment_id = n.id and nb.batch_id = one.batch_id
    where n.center_id = e.center_id and n.student_id = e.student_id and n.cancelled_at is null
      and n.start_date <= one.date and (n.end_date is null or n.end_date >= one.date))
  group by e.student_id`;

/** Students whose place in the batch on that weekday rests on that day. */
const resting = sql`
  select distinct e.student_id from one
  join standing_places p on p.center_id = one.center_id and p.batch_id = one.batch_id and p.weekday = weekday_of(one.date)
    and one.date >= p.from_date and (p.to_date is null or one.date <= p.to_date)
  join enrollment_freezes f on f.center_id = p.center_id and f.enrollment_id = p.enrollment_id and one.date between f.from_date and f.to_date
  join enrollments e on e.center_id = p.center_id and e.id = p.enrollment_id and e.cancelled_at is null`;

/** The seat's enrollment; for somebody who walks in, the one that covers the day, best in this batch or with visits left. */
const enrollment = sql`
  select e.id, (e.start_date <= one.date and (e.end_date is null or e.end_date >= one.date)) as covers,
    (select f.to_date from enrollment_freezes f where f.center_id = e.center_id and f.enrollment_id = e.id
      and one.date between f.from_date and f.to_date) as rests_until from enrollments e
  where e.center_id = s.center_id and e.student_id = s.id and e.cancelled_at is null and k.kind is distinct from 'TRIAL'
    and (k.enrollment_id is null or e.id = k.enrollment_id)
  order by covers desc,
    exists (select from enrollment_batches eb where eb.center_id = e.center_id and eb.enrollment_id = e.id and eb.batch_id = one.batch_id) desc,
    exists (select from credit_lots l where l.center_id = e.center_id and l.enrollment_id = e.id and l.remaining > 0) desc,
    e.end_date desc nulls first, e.id limit 1`;

/** The absences that were announced, and what a make-up makes up for. */
const announced = sql`
  select a.student_id, jsonb_build_object('id', a.id, 'announcedAt', a.announced_at, 'note', a.note, 'earned', a.lot_id is not null,
    'announcedBy', case when w.id is not null then jsonb_build_object('id', w.id, 'name', w.name) end) as told
  from one join absences a on a.center_id = one.center_id and a.session_id = one.id and a.withdrawn_at is null
  left join users w on w.id = a.announced_by`;
const makeUp = sql`
  select jsonb_build_object('sessionName', c.name, 'date', c.date) as missed from credit_entries en
  left join absences a on a.center_id = en.center_id and a.lot_id = en.lot_id
  left join class_sessions c on c.center_id = a.center_id and c.id = a.session_id
  where k.kind = 'MAKEUP' and en.center_id = s.center_id and en.session_id = one.id and en.student_id = s.id and en.kind = 'MAKEUP'
    and not exists (select from credit_entries r where r.center_id = en.center_id and r.reverses_id = en.id)
  limit 1`;

const visits = sql`
  select distinct on (v.student_id) v.student_id, v.id, v.lead_id from one
  join intro_visits v on v.center_id = one.center_id and v.class_session_id = one.id and v.status <> 'CANCELLED'
  order by v.student_id, v.id desc`;

/** Attended something before this session began. */
const cameBefore = sql`exists (
  select from attendance_marks p join class_sessions c on c.center_id = p.center_id and c.id = p.session_id
  where p.center_id = s.center_id and p.student_id = s.id and p.status in ('PRESENT', 'LATE', 'MAKEUP', 'TRIAL') and c.starts_at < one.starts_at)`;

@Injectable()
export class AttendanceRepository {
  constructor(private readonly db: Database) {}

  /** Everybody on the roster, and those who are named besides. One statement. */
  roster(sessionId: string, named: readonly string[] = []): Promise<RosterSource[]> {
    return this.db.rows<RosterSource>(sql`
      with one as materialized (select * from class_sessions where center_id = current_center() and id = ${sessionId}),
      seats as materialized (select k.* from one join bookings k on k.center_id = one.center_id and k.session_id = one.id and k.status <> 'CANCELLED'),
      lapsed as materialized (${lapsed}), announced as materialized (${announced}), visits as materialized (${visits}),
      listed as (select student_id from seats union select student_id from lapsed union select student_id from (${resting}) resting
        union select m.student_id from one join attendance_marks m on m.center_id = one.center_id and m.session_id = one.id
        union select student_id from announced
        union select unnest(${named}::uuid[]))
      select s.id as "studentId", ${nameOf} as name, ${ageOf} as "ageYears", k.kind, k.id as "bookingId", visit.id as "introVisitId",
        coalesce(k.lead_id, visit.lead_id) as "leadId", not ${cameBefore} as "isFirstVisit",
        m.status as mark, m.notes as note, m.marked_at as "markedAt", m.method as "markMethod",
        case when u.id is not null then jsonb_build_object('id', u.id, 'name', u.name) end as "markedBy",
        e.id as "enrollmentId", coalesce(e.covers, false) as "coversDay", case when k.id is null then lapsed.ended end as "lapsedOn", e.rests_until as "restsUntil",
        coalesce(k.created_at = m.created_at, false) or (k.id is not null and announced.told is not null) as "seatedByMark", announced.told as absence,
        make_up.missed is not null as "paidByMakeUp", case when make_up.missed ->> 'date' is not null then make_up.missed end as "makesUpFor"
      from listed cross join one
      join students s on s.center_id = one.center_id and s.id = listed.student_id
      left join seats k on k.student_id = s.id
      left join lapsed on lapsed.student_id = s.id
      left join attendance_marks m on m.center_id = s.center_id and m.session_id = one.id and m.student_id = s.id
      left join users u on u.id = m.marked_by
      left join lateral (${enrollment}) e on true
      left join announced on announced.student_id = s.id
      left join visits visit on visit.student_id = s.id
      left join lateral (${makeUp}) make_up on true
      where s.archived_at is null or k.id is not null or m.student_id is not null
      order by k.id is null, s.search_name, s.id`);
  }

  /** Answers those whose mark is another than before. Writing the same again changes nothing. */
  async save(sessionId: string, marks: readonly NewMark[], { method, at }: HowMarked = byHand): Promise<Set<string>> {
    const column = <Field extends keyof NewMark>(field: Field) => marks.map((mark) => mark[field]);
    const rows = await this.db.rows<{ id: string }>(sql`
      insert into attendance_marks as m (session_id, student_id, enrollment_id, booking_id, status, notes, method, marked_by, marked_at)
      select ${sessionId}, n.student_id, n.enrollment_id, n.booking_id, n.status, n.notes, ${method}, current_actor(),
        coalesce(${at}::timestamptz, app_now())
      from ${newMarks(column)} order by n.student_id
      on conflict (center_id, session_id, student_id) do update set status = excluded.status, enrollment_id = excluded.enrollment_id,
        booking_id = excluded.booking_id, method = excluded.method, marked_by = excluded.marked_by, marked_at = excluded.marked_at,
        notes = case when m.student_id = any (${marks.filter((mark) => mark.keepsNotes).map((mark) => mark.studentId)}::uuid[])
          then m.notes else excluded.notes end
      where m.status <> excluded.status or (m.notes is distinct from excluded.notes
        and m.student_id <> all (${marks.filter((mark) => mark.keepsNotes).map((mark) => mark.studentId)}::uuid[]))
      returning m.student_id as id`);
    return new Set(rows.map(({ id }) => id));
  }

  async clear(sessionId: string, studentIds: readonly string[]): Promise<void> {
    await this.db.run(sql`
      delete from attendance_marks where center_id = current_center() and session_id = ${sessionId} and student_id = any (${studentIds}::uuid[])`);
  }

  /** The session did not take place. */
  async voidMarks(sessionId: string): Promise<void> {
    await this.db.run(sql`
      update attendance_marks set status = 'CANCELLED' where center_id = current_center() and session_id = ${sessionId} and status <> 'CANCELLED'`);
  }
}

const newMarks = (column: <Field extends keyof NewMark>(field: Field) => NewMark[Field][]): Sql => sql`
  unnest(${column('studentId')}::uuid[], ${column('enrollmentId')}::uuid[], ${column('bookingId')}::uuid[], ${column('status')}::text[],
    ${column('notes')}::text[]) as n (student_id, enrollment_id, booking_id, status, notes)`;
