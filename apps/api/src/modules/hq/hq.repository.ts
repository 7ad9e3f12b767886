import { Injectable } from '@nestjs/common';
import type { HqCenter, HqDashboard } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { type Sql, sql } from '../../platform/database/sql.ts';
import { type Period, stepOf } from './hq.rules.ts';

/** What is counted, summed over some days of one center. */
export interface Counts {
  newLeads: number;
  trialsBooked: number;
  trialsAttended: number;
  enrolled: number;
  renewalsDue: number;
  renewed: number;
  seats: number;
  seatsTaken: number;
  present: number;
  expected: number;
  collectedMinor: number;
  /** At the end of these days. */
  activeStudents: number;
}

export interface CenterFigures extends Pick<HqCenter, 'center' | 'due' | 'lastAttendanceOn'> {
  steps: Counts[];
  now: Counts;
  before: Counts;
}

export interface Asked {
  period: Period;
  previous: Period;
  /** All of the organization when null. */
  centerIds: readonly string[] | null;
}

const counts = sql`jsonb_build_object('newLeads', coalesce(sum(f.new_leads), 0), 'trialsBooked', coalesce(sum(f.trials_booked), 0),
  'trialsAttended', coalesce(sum(f.trials_attended), 0), 'enrolled', coalesce(sum(f.enrolled), 0),
  'renewalsDue', coalesce(sum(f.renewals_due), 0), 'renewed', coalesce(sum(f.renewed), 0), 'seats', coalesce(sum(f.seats), 0),
  'seatsTaken', coalesce(sum(f.seats_taken), 0), 'present', coalesce(sum(f.present), 0), 'expected', coalesce(sum(f.expected), 0),
  'collectedMinor', coalesce(sum(f.collected_minor), 0),
  'activeStudents', coalesce((array_agg(f.active_students order by f.date desc) filter (where f.date <= c.today))[1], 0))`;

/** Each center apart, so that the index that begins with the center is used. */
const sums = ({ from, to }: Period): Sql => sql`
  select ${counts} as sums from daily_figures f where f.center_id = c.id and f.date between ${from} and ${to}`;

const courses = (period: Period): Sql => sql`
  select jsonb_agg(coalesce(s.sums, nothing.sums) order by step) as steps
  from generate_series(0, (${period.to}::date - ${period.from}::date) / ${stepOf(period)}::int) step
  left join (
    select (f.date - ${period.from}::date) / ${stepOf(period)}::int as step, ${counts} as sums
    from daily_figures f where f.center_id = c.id and f.date between ${period.from} and ${period.to} group by 1) s using (step)
  cross join (select ${counts} as sums from daily_figures f where false) nothing`;

/** What is due is due now, whatever period is looked at. */
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
  select f.date as day from daily_figures f where f.center_id = c.id and f.date <= c.today and f.expected > 0 order by f.date desc limit 1`;

const centers = (ids: Asked['centerIds']): Sql => sql`
  select *, (app_now() at time zone timezone)::date as today from centers
  where organization_id = current_organization() and archived_at is null and (${ids}::uuid[] is null or id = any (${ids}::uuid[]))`;

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

  /** Days are those of each center. */
  figures({ period, previous, centerIds }: Asked): Promise<CenterFigures[]> {
    return this.db.rows<CenterFigures>(sql`
      with c as materialized (${centers(centerIds)})
      select jsonb_build_object('id', c.id, 'name', c.name, 'slug', c.slug, 'city', c.city, 'timezone', c.timezone, 'currency', c.currency,
          'country', c.country, 'locale', c.locale, 'address', c.address, 'phone', c.phone, 'archivedAt', c.archived_at, 'version', c.version) as center,
        current.sums as now, earlier.sums as before, courses.steps,
        jsonb_build_object('amountMinor', invoiced.amount - allocated.amount + voided.amount, 'currency', c.currency) as due,
        last_marked.day as "lastAttendanceOn"
      from c
      cross join lateral (${sums(period)}) current cross join lateral (${sums(previous)}) earlier
      cross join lateral (${courses(period)}) courses
      cross join lateral (${invoiced}) invoiced cross join lateral (${allocated}) allocated
      cross join lateral (${allocatedToVoided}) voided
      left join lateral (${lastMarked}) last_marked on true
      order by c.name, c.id`);
  }

  utilisation({ period: { from, to }, centerIds }: Asked): Promise<HqDashboard['utilisation']> {
    return this.db.rows(sql`
      with c as materialized (${centers(centerIds)})
      select weekday_of(d.date) as weekday, d.hour, sum(d.seats)::int as seats, sum(d.seats_taken)::int as "seatsTaken"
      from (
        select h.date, h.hour, sum(h.seats) as seats, sum(h.seats_taken) as seats_taken from c cross join lateral (
          select f.date, f.hour, f.seats, f.seats_taken from hourly_figures f where f.center_id = c.id and f.date between ${from} and ${to}) h
        group by h.date, h.hour) d
      group by 1, d.hour
      order by array_position(array['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'], weekday_of(min(d.date))), d.hour`);
  }

  /** What was invoiced, by the plan's name: the same plan of two centers is one line. */
  revenue({ period, previous, centerIds }: Asked): Promise<HqDashboard['revenue']> {
    return this.db.rows(sql`
      with c as materialized (${centers(centerIds)})
      select p.plan_name as plan, coalesce(sum(p.sold) filter (where p.is_now), 0)::int as sold,
        jsonb_build_object('amountMinor', coalesce(sum(p.invoiced_minor) filter (where p.is_now), 0), 'currency', c.currency) as invoiced,
        jsonb_build_object('amountMinor', coalesce(sum(p.invoiced_minor) filter (where not p.is_now), 0), 'currency', c.currency) as previous
      from c cross join lateral (
        select p.plan_name, p.sold, p.invoiced_minor, p.date between ${period.from} and ${period.to} as is_now from plan_figures p
        where p.center_id = c.id and (p.date between ${period.from} and ${period.to} or p.date between ${previous.from} and ${previous.to})) p
      group by p.plan_name, c.currency
      order by coalesce(sum(p.invoiced_minor) filter (where p.is_now), 0) desc, p.plan_name`);
  }
}
