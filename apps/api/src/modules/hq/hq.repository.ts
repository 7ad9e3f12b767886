import { Injectable } from '@nestjs/common';
import type { AnswerOf, getHqDashboard } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import type { Period } from './hq.rules.ts';

export type CenterFigures = AnswerOf<typeof getHqDashboard>['centers'][number];

/** Each figure is counted center by center, so that the index that begins with the center is used. */
const fresh = sql`
  select count(*) as leads from leads l where l.center_id = c.id and l.created_at >= c.opens and l.created_at < c.closes`;

const won = sql`
  select count(*) as leads from leads l
  where l.center_id = c.id and l.status = 'ENROLLED' and l.status_since >= c.opens and l.status_since < c.closes`;

const trials = (period: Period) => sql`
  select count(*) as attended from intro_visits v
  where v.center_id = c.id and v.date between ${period.from} and ${period.to} and v.status = 'ATTENDED'`;

/** As the view enrollment_states says ACTIVE, without asking the ledger about enrollments that have no visits. */
const students = sql`
  select count(distinct e.student_id) as active from enrollments e
  where e.center_id = c.id and e.cancelled_at is null and e.start_date <= c.today and (e.end_date is null or e.end_date >= c.today)
    and (e.visits_included is null or exists (
      select from credit_lots lot where lot.center_id = e.center_id and lot.enrollment_id = e.id and lot.remaining > 0))`;

const held = (period: Period) => sql`s.center_id = c.id and s.date between ${period.from} and ${period.to}
  and s.status in ('PUBLISHED', 'IN_PROGRESS', 'COMPLETED')`;

const seats = (period: Period) => sql`select sum(s.capacity) as there from class_sessions s where ${held(period)}`;

const taken = (period: Period) => sql`
  select count(*) as seats from class_sessions s
  join bookings b on b.center_id = s.center_id and b.session_id = s.id and b.status <> 'CANCELLED' where ${held(period)}`;

/** Excused and cancelled students were not expected, so they count neither way. */
const marks = (period: Period) => sql`
  select count(*) filter (where a.status <> 'ABSENT') as present, count(*) as expected from class_sessions s
  join attendance_marks a on a.center_id = s.center_id and a.session_id = s.id
    and a.status in ('PRESENT', 'LATE', 'MAKEUP', 'TRIAL', 'ABSENT') where ${held(period)}`;

const collected = sql`
  select coalesce(sum(p.amount_minor), 0) as amount from payments p
  where p.center_id = c.id and p.paid_at >= c.opens and p.paid_at < c.closes and p.voided_at is null`;

const invoiced = sql`
  select coalesce(sum(i.total_minor), 0) as amount from invoices i where i.center_id = c.id and i.voided_at is null`;

const allocated = sql`
  select coalesce(sum(p.amount_minor), 0) as amount from payment_allocations p where p.center_id = c.id`;

/** Few, so they are looked up and taken off again, instead of asking of every allocation whether its invoice stands. */
const allocatedToVoided = sql`
  select coalesce(sum(p.amount_minor), 0) as amount from invoices i
  join payment_allocations p on p.center_id = i.center_id and p.invoice_id = i.id
  where i.center_id = c.id and i.voided_at is not null`;

const lastMarked = sql`
  select s.date as day from class_sessions s where s.center_id = c.id and s.date <= c.today
    and exists (select from attendance_marks a where a.center_id = s.center_id and a.session_id = s.id)
  order by s.date desc limit 1`;

@Injectable()
export class HqRepository {
  constructor(private readonly db: Database) {}

  /** The latest day that has begun in any of the centers. */
  async today(): Promise<string> {
    const row = await this.db.first<{ today: string | null }>(
      sql`select max((app_now() at time zone timezone)::date) as today from centers where organization_id = current_organization()`,
    );
    return row?.today ?? new Date(0).toISOString().slice(0, 10);
  }

  /** Days are those of each center; what is due is due now. */
  figures(period: Period): Promise<CenterFigures[]> {
    return this.db.rows<CenterFigures>(sql`
      with c as materialized (
        select *, (app_now() at time zone timezone)::date as today, ${period.from}::timestamp at time zone timezone as opens,
          (${period.to}::date + 1)::timestamp at time zone timezone as closes
        from centers where organization_id = current_organization() and archived_at is null)
      select jsonb_build_object('id', c.id, 'name', c.name, 'slug', c.slug, 'city', c.city, 'timezone', c.timezone, 'currency', c.currency,
          'country', c.country, 'locale', c.locale, 'address', c.address, 'phone', c.phone, 'archivedAt', c.archived_at, 'version', c.version) as center,
        fresh.leads as "newLeads", trials.attended as "trialsAttended", won.leads as enrolled, students.active as "activeStudents",
        round(100.0 * marks.present / nullif(marks.expected, 0), 1) as "attendancePercent",
        round(100.0 * taken.seats / nullif(seats.there, 0), 1) as "seatsFilledPercent",
        jsonb_build_object('amountMinor', collected.amount, 'currency', c.currency) as collected,
        jsonb_build_object('amountMinor', invoiced.amount - allocated.amount + voided.amount, 'currency', c.currency) as due,
        last_marked.day as "lastAttendanceOn"
      from c
      cross join lateral (${fresh}) fresh cross join lateral (${won}) won cross join lateral (${trials(period)}) trials
      cross join lateral (${students}) students cross join lateral (${seats(period)}) seats
      cross join lateral (${taken(period)}) taken cross join lateral (${marks(period)}) marks
      cross join lateral (${collected}) collected cross join lateral (${invoiced}) invoiced cross join lateral (${allocated}) allocated
      cross join lateral (${allocatedToVoided}) voided
      left join lateral (${lastMarked}) last_marked on true
      order by c.name, c.id`);
  }
}
