import { type Sql, sql } from '../../platform/database/sql.ts';
import type { Period } from './hq.rules.ts';

/** Of the current center, day by day. `opens` and `closes` are the instants at which a day begins and ends there. */
const days = ({ from, to }: Period): Sql => sql`
  select day::date as date, day at time zone c.timezone as opens, (day + interval '1 day') at time zone c.timezone as closes
  from centers c cross join generate_series(${from}::timestamp, ${to}::timestamp, '1 day') day where c.id = current_center()`;

const held = ({ from, to }: Period): Sql => sql`s.center_id = current_center() and s.date between ${from} and ${to}
  and s.status in ('PUBLISHED', 'IN_PROGRESS', 'COMPLETED')`;

/** A walk-in's seat and a standing place count alike; who cancelled does not. */
const sessions = (period: Period): Sql => sql`
  select s.date, extract(hour from s.start_time::time)::int as hour, s.capacity as seats,
    (select count(*) from bookings b where b.center_id = s.center_id and b.session_id = s.id and b.status <> 'CANCELLED')::int as taken
  from class_sessions s where ${held(period)}`;

/** Excused and cancelled students were not expected, so they count neither way. */
const marks = (period: Period): Sql => sql`
  select s.date, count(*) filter (where a.status <> 'ABSENT')::int as present, count(*)::int as expected from class_sessions s
  join attendance_marks a on a.center_id = s.center_id and a.session_id = s.id
    and a.status in ('PRESENT', 'LATE', 'MAKEUP', 'TRIAL', 'ABSENT')
  where ${held(period)} group by s.date`;

const intros = ({ from, to }: Period): Sql => sql`
  select v.date, count(*)::int as booked, (count(*) filter (where v.status = 'ATTENDED'))::int as attended from intro_visits v
  where v.center_id = current_center() and v.date between ${from} and ${to} and v.status <> 'CANCELLED' group by v.date`;

/** A plan comes up for renewal on the day it ends, and is renewed when a plan follows it. */
const renewals = ({ from, to }: Period): Sql => sql`
  select e.end_date as date, count(*)::int as due, (count(*) filter (where exists (
      select from enrollments n where n.center_id = e.center_id and n.renewed_from_id = e.id and n.cancelled_at is null)))::int as renewed
  from enrollments e
  where e.center_id = current_center() and e.end_date between ${from} and ${to} and e.cancelled_at is null group by e.end_date`;

/** Whoever had the right to attend at the end of the day, if it has come: the plan ran, was not frozen, and had a visit left if it counts visits. */
const active = sql`
  select count(distinct e.student_id)::int as students from enrollments e
  where d.opens <= app_now() and e.center_id = current_center() and e.start_date <= d.date and (e.end_date is null or e.end_date >= d.date)
    and (e.cancelled_at is null or e.cancelled_at >= d.closes)
    and (e.visits_included is null or (
      select sum(n.amount) from credit_lots l join credit_entries n on n.center_id = l.center_id and n.lot_id = l.id
      where l.center_id = e.center_id and l.enrollment_id = e.id and n.created_at < d.closes) > 0)
    and not exists (select from enrollment_freezes f
      where f.center_id = e.center_id and f.enrollment_id = e.id and d.date between f.from_date and f.to_date)`;

export const dailyFigures = (period: Period): Sql => sql`
  with days as (${days(period)}), sessions as (select date, sum(seats)::int as seats, sum(taken)::int as taken from (${sessions(period)}) s group by date),
    marks as (${marks(period)}), intros as (${intros(period)}), renewals as (${renewals(period)})
  select d.date, fresh.leads, coalesce(intros.booked, 0), coalesce(intros.attended, 0), won.leads, coalesce(renewals.due, 0),
    coalesce(renewals.renewed, 0), coalesce(sessions.seats, 0), coalesce(sessions.taken, 0), coalesce(marks.present, 0),
    coalesce(marks.expected, 0), active.students, collected.amount
  from days d
  left join sessions using (date) left join marks using (date) left join intros using (date) left join renewals using (date)
  cross join lateral (select count(*)::int as leads from leads l
    where l.center_id = current_center() and l.created_at >= d.opens and l.created_at < d.closes) fresh
  cross join lateral (select count(*)::int as leads from leads l
    where l.center_id = current_center() and l.status = 'ENROLLED' and l.status_since >= d.opens and l.status_since < d.closes) won
  cross join lateral (select coalesce(sum(p.amount_minor), 0) as amount from payments p
    where p.center_id = current_center() and p.paid_at >= d.opens and p.paid_at < d.closes and p.voided_at is null) collected
  cross join lateral (${active}) active`;

export const bookedSeats = (period: Period): Sql => sql`
  select date, hour, sum(seats)::int, sum(taken)::int from (${sessions(period)}) s group by date, hour`;

export const planSales = ({ from, to }: Period): Sql => sql`
  select i.issued_on, coalesce(e.plan_name, ''), count(*)::int, sum(i.total_minor)::bigint from invoices i
  left join enrollments e on e.center_id = i.center_id and e.id = i.enrollment_id
  where i.center_id = current_center() and i.issued_on between ${from} and ${to} and i.voided_at is null
  group by i.issued_on, coalesce(e.plan_name, '')`;
