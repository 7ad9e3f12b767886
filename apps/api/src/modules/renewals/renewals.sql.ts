import type { RenewalTab } from '@cartwheel/contracts';
import { type Sql, sql } from '../../platform/database/sql.ts';

/** Pieces over `e` (a row of enrollment_states), its student `s`, its renewal `r` and its successor `n`. */
export const candidates = sql`enrollment_states e
  join students s on s.center_id = e.center_id and s.id = e.student_id
  left join renewals r on r.center_id = e.center_id and r.enrollment_id = e.id
  left join enrollments n on n.center_id = e.center_id and n.renewed_from_id = e.id and n.cancelled_at is null
  left join plans p on p.id = e.plan_id`;

const today = sql`(select center_today())`;
const countsVisits = sql`e.visits_included is not null`;
const usedUpOn = sql`(select max(coalesce(held.date, (u.created_at at time zone (select timezone from centers where id = current_center()))::date))
  from credit_lots l join credit_entries u on u.center_id = l.center_id and u.lot_id = l.id and u.amount < 0
  left join class_sessions held on held.center_id = u.center_id and held.id = u.session_id
  where l.center_id = e.center_id and l.enrollment_id = e.id)`;

/** How long what has ended stays on the lists. */
const KEPT_DAYS = 90;
const since = sql`${today} - ${KEPT_DAYS}::int`;

/** The day it ended, by date or by its last visit; null while it lasts. */
export const endedOn = sql`case when ${countsVisits} and e.visits_left <= 0 then least(e.end_date, ${usedUpOn}, ${today})
  when e.end_date < ${today} then e.end_date end`;

/** The day it ended or will end; today where only visits will tell. */
const lastDay = sql`coalesce(${endedOn}, e.end_date, ${today})`;

/** What renewing brings: the price on the list now, or what was agreed where the plan is not on it. */
export const valueMinor = sql`case when p.id is not null and p.archived_at is null then p.price_minor else e.price_minor end`;

const isOpen = sql`n.id is null and r.lost_at is null and s.archived_at is null`;
const lasts = sql`coalesce(e.end_date, 'infinity') >= ${today}`;
const runsOut = sql`(${countsVisits} and e.visits_left <= 2)`;
const hasVisits = sql`(not ${countsVisits} or coalesce(e.visits_left, 1) > 0)`;

/** Ends within so many days, or has two or fewer visits left; nobody followed it, nobody gave it up. */
export const expiring = (days: number): Sql =>
  sql`${isOpen} and ${lasts} and (e.end_date <= ${today} + ${days}::int or ${runsOut})`;

/** A pack without visits has ended: it stands under OVERDUE, not among those that can still come. */
const ending = (days: number) => sql`${expiring(days)} and ${hasVisits}`;

/** Who came back on another plan is not called about the old one. */
const overdue = sql`${isOpen} and (not ${lasts} or not ${hasVisits}) and ${endedOn} >= ${since} and not exists (
  select from enrollments later where later.center_id = e.center_id and later.student_id = e.student_id and later.id <> e.id
    and later.cancelled_at is null and later.start_date >= ${endedOn})`;

/** Expects a condition on dates first, so that the visits of years ago are not counted. */
export const isRecent = (from: string | null): Sql =>
  sql`e.center_id = current_center() and e.cancelled_at is null and coalesce(e.end_date, 'infinity') >= coalesce(${from}::date, ${since})`;

export const endedIn = (from: string, to: string): Sql => sql`${lastDay} between ${from}::date and ${to}::date`;

export interface Period {
  from: string | null;
  to: string | null;
}

export function isIn(tab: RenewalTab, { from, to }: Period): Sql {
  const inPeriod = sql`${lastDay} between coalesce(${from}::date, ${since}) and coalesce(${to}::date, 'infinity')`;
  const conditions: Record<RenewalTab, Sql> = {
    OVERDUE: overdue,
    DAYS_7: ending(7),
    DAYS_14: ending(14),
    DAYS_30: ending(30),
    RENEWED: sql`n.id is not null and ${inPeriod}`,
    LOST: sql`n.id is null and r.lost_at is not null and ${inPeriod}`,
  };
  return conditions[tab];
}

/** What the night plans talks about: each on the day a week before its end, or today where that is nearer. */
export const talkOn = sql`case when ${runsOut} then ${today} else greatest(${today}, e.end_date - 7) end`;

/** Where a row stands: packs that run out first, then by last day; what is over, the latest first. */
export const dueOn = sql`case when ${runsOut} then ${today} else e.end_date end`;
export const overOn = lastDay;
