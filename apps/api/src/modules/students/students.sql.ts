import { normaliseName } from '@cartwheel/domain/names';
import { phoneDigits } from '@cartwheel/domain/phone';
import { joined, type Sql, sql } from '../../platform/database/sql.ts';

/** Pieces for queries over students. Each expects `s` to be a row of `students`. */
export const nameOf = sql`s.first_name || coalesce(' ' || s.last_name, '')`;

export const ageOf = sql`greatest(0, coalesce(extract(year from age((select center_today()), s.dob)),
  extract(year from (select center_today())) - s.birth_year))::int`;

/** How a name is kept and compared; a query of its own, so that it is asked once instead of for every row. */
export const searchForm = (name: string): Sql => sql`(select search_form(${normaliseName(name)}))`;

/** Every word typed is somewhere in the name. */
export function hasName(column: Sql, typed: string): Sql {
  const words = normaliseName(typed).split(' ').filter(Boolean);
  if (words.length === 0) return sql`false`;
  const each = words.map((word) => sql`strpos(${column}, (select search_form(${word}))) > 0`);
  return sql`(${joined(each, ' and ')})`;
}

const MIN_DIGITS = 3;

/** Any part of a phone, in its national or international form; undefined when what was typed is no part of one. */
export function hasPhone(column: Sql, typed: string): Sql | undefined {
  const digits = phoneDigits(typed);
  if (digits.length < MIN_DIGITS || /\p{L}/u.test(typed)) return undefined;
  const withoutPrefix = digits.replace(/^0+/, '');
  if (withoutPrefix.length < MIN_DIGITS) return sql`strpos(${column}, ${digits}) > 0`;
  return sql`(strpos(${column}, ${digits}) > 0 or strpos(${column}, ${withoutPrefix}) > 0)`;
}

/** Joins `g`: the guardian who is called first. */
export const primaryGuardian = sql`left join lateral (
  select g.id, g.name, g.phone, g.phone_e164 from family_links f
  join guardians g on g.center_id = f.center_id and g.id = f.guardian_id
  where f.center_id = s.center_id and f.student_id = s.id
  order by f.is_primary desc, f.created_at, g.id limit 1) g on true`;

/** Students of a trainer's own classes: in a batch of theirs (or until a month ago), in one of their sessions, or given to them. */
export const taughtBy = (userId: string): Sql => sql`(exists (
    select from enrollments e
    join enrollment_batches eb on eb.center_id = e.center_id and eb.enrollment_id = e.id
    join batch_trainers bt on bt.center_id = eb.center_id and bt.batch_id = eb.batch_id and bt.user_id = ${userId}
    where e.center_id = s.center_id and e.student_id = s.id and e.cancelled_at is null
      and coalesce(e.end_date, 'infinity') >= (select center_today()) - 30)
  or exists (
    select from bookings b join class_sessions cs on cs.center_id = b.center_id and cs.id = b.session_id
    where b.center_id = s.center_id and b.student_id = s.id and b.status <> 'CANCELLED'
      and (cs.trainer_user_id = ${userId} or exists (
        select from batch_trainers bt
        where bt.center_id = cs.center_id and bt.batch_id = cs.batch_id and bt.user_id = ${userId})))
  or exists (
    select from intro_visits v where v.center_id = s.center_id and v.student_id = s.id
      and v.trainer_user_id = ${userId} and v.status <> 'CANCELLED'))`;

/** Joins `state`: the enrollment that counts now, with what the center wants to know about it. */
export const currentEnrollment = sql`left join lateral (
  select e.id, e.status, e.start_date, e.end_date, e.visits_left, e.paused_until,
    exists (select from enrollments n where n.center_id = e.center_id and n.student_id = e.student_id and n.id <> e.id
      and n.cancelled_at is null and (n.renewed_from_id = e.id or n.start_date > coalesce(e.end_date, (select center_today())))) as succeeded
  from enrollment_states e where e.center_id = s.center_id and e.student_id = s.id
  order by array_position(array['ACTIVE', 'PAUSED', 'PENDING', 'EXPIRED', 'CANCELLED'], e.status),
    e.end_date desc nulls first, e.id desc limit 1) state on true`;

export const statusOf = sql`case when s.archived_at is not null then 'ARCHIVED' when state.status is null then 'PROSPECT'
  when state.status = 'CANCELLED' then 'EXPIRED' else state.status end`;
