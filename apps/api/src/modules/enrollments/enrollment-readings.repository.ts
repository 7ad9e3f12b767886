import { Injectable } from '@nestjs/common';
import type { Enrollment, InputOf, listEnrollments } from '@cartwheel/contracts';
import type { Weekday } from '@cartwheel/domain/calendar';
import { fullNameOf, moneyOf, personOf } from '../../platform/database/answers.ts';
import { Database } from '../../platform/database/database.ts';
import { type Sql, sql, where } from '../../platform/database/sql.ts';
import { after } from '../../platform/http/paging.ts';
import { taughtBy } from '../students/students.sql.ts';

export interface Filter extends Partial<InputOf<typeof listEnrollments>['query']> {
  id?: string;
  /** Only students of this trainer's classes. */
  trainerId?: string | undefined;
}

export interface EnrollmentState {
  id: string;
  studentId: string;
  planName: string;
  status: Enrollment['status'];
  startDate: string;
  endDate: string | null;
  daysSelected: Weekday[];
  /** The last day of a freeze that is not over. */
  restsUntil: string | null;
  version: number;
  today: string;
}

/** Trainers cannot read invoices, so for them amounts are zero here and absent in the answer; `paid` is told by a function. */
const rows = sql`
  select e.id, e.student_id as "studentId", e.student_name as "studentName", e.plan_id as "planId", e.plan_name as "planName",
    e.plan_type as "planType", e.status, e.start_date as "startDate", e.end_date as "endDate",
    e.visits_included as "visitsIncluded", e.visits_used as "visitsUsed", e.visits_left as "visitsLeft",
    e.days_selected as "daysSelected", ${moneyOf(sql`e.price_minor`)} as price, owed.invoice_id as "invoiceId",
    ${moneyOf(sql`owed.due`)} as due, e.id not in (select unpaid.id from unpaid) as paid,
    e.freeze_days_allowed as "freezeDaysAllowed", e.paused_until as "pausedUntil", rests.days as "freezeDaysUsed", rests.freezes,
    e.renewed_from_id as "renewedFromId", e.cancelled_at as "cancelledAt", e.cancel_reason as "cancelReason", e.notes,
    e.created_at as "createdAt", e.version,
    (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name) order by b.name), '[]')
     from enrollment_batches eb join batches b on b.center_id = eb.center_id and b.id = eb.batch_id
     where eb.center_id = e.center_id and eb.enrollment_id = e.id) as batches,
    (select count(*)::int from bookings k join class_sessions cs on cs.center_id = k.center_id and cs.id = k.session_id
     where k.center_id = e.center_id and k.enrollment_id = e.id and k.status = 'CONFIRMED'
       and cs.starts_at > app_now()) as "upcomingSessions"
  from page e
  cross join lateral (
    select coalesce(sum(f.to_date - f.from_date + 1), 0)::int as days, coalesce(jsonb_agg(jsonb_build_object(
      'id', f.id, 'from', f.from_date, 'to', f.to_date, 'days', f.to_date - f.from_date + 1, 'reason', f.reason,
      'status', case when f.to_date < (select center_today()) then 'OVER' when f.from_date <= (select center_today()) then 'RUNNING' else 'UPCOMING' end,
      'createdAt', f.created_at, 'createdBy', ${personOf(sql`f.created_by`)}) order by f.from_date), '[]') as freezes
    from enrollment_freezes f where f.center_id = e.center_id and f.enrollment_id = e.id) rests
  cross join lateral (
    select (array_agg(i.id order by (i.voided_at is null) desc, i.created_at desc, i.id desc))[1] as invoice_id,
      coalesce(sum(i.total_minor - coalesce(a.minor, 0)) filter (where i.voided_at is null), 0) as due
    from invoices i
    left join lateral (select sum(amount_minor) as minor from payment_allocations a
                       where a.center_id = i.center_id and a.invoice_id = i.id) a on true
    where i.center_id = e.center_id and i.enrollment_id = e.id) owed`;

@Injectable()
export class EnrollmentsReadings {
  constructor(private readonly db: Database) {}

  list(filter: Filter, limit: number): Promise<Enrollment[]> {
    return this.db.rows<Enrollment>(sql`
      with page as materialized (
        select e.*, ${fullNameOf(sql`s`)} as student_name from enrollment_states e
        join students s on s.center_id = e.center_id and s.id = e.student_id
        ${where(...conditionsOf(filter), after(filter.cursor, sql`e.created_at`, sql`e.id`, 'desc'))}
        order by e.created_at desc, e.id desc limit ${limit}),
      unpaid as (select u as id from sd_unpaid_enrollments((select coalesce(array_agg(id), '{}') from page)) u)
      ${rows} order by e.created_at desc, e.id desc`);
  }

  async find(id: string, trainerId?: string): Promise<Enrollment | undefined> {
    const [enrollment] = await this.list({ id, trainerId }, 1);
    return enrollment;
  }

  /** As the rules need it, with the center's today. */
  state(id: string): Promise<EnrollmentState | undefined> {
    return this.db.first<EnrollmentState>(sql`
      select id, student_id as "studentId", plan_name as "planName", status, start_date as "startDate", end_date as "endDate",
        days_selected as "daysSelected", version, center_today() as today,
        (select max(f.to_date) from enrollment_freezes f
         where f.center_id = e.center_id and f.enrollment_id = e.id and f.to_date >= center_today()) as "restsUntil"
      from enrollment_states e where center_id = current_center() and id = ${id}`);
  }

  /** Enrollments of a student that count on some of these days, the earliest first. */
  overlapping(studentId: string, from: string, to: string | null) {
    return this.db.rows<{ enrollmentId: string; planName: string; until: string | null }>(sql`
      select id as "enrollmentId", plan_name as "planName", end_date as until from enrollment_states
      where center_id = current_center() and student_id = ${studentId} and status in ('PENDING', 'ACTIVE', 'PAUSED')
        and start_date <= coalesce(${to}::date, 'infinity') and coalesce(end_date, 'infinity') >= ${from}
      order by start_date, id`);
  }
}

function conditionsOf(filter: Filter): (Sql | '' | false | undefined)[] {
  return [
    sql`e.center_id = current_center()`,
    filter.id && sql`e.id = ${filter.id}`,
    filter.studentId && sql`e.student_id = ${filter.studentId}`,
    filter.status && sql`e.status = ${filter.status}`,
    filter.trainerId && taughtBy(filter.trainerId),
    filter.batchId &&
      sql`exists (select from enrollment_batches eb
      where eb.center_id = e.center_id and eb.enrollment_id = e.id and eb.batch_id = ${filter.batchId})`,
  ];
}
