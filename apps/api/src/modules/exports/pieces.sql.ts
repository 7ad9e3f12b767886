import { type Sql, sql } from '../../platform/database/sql.ts';

/** Of `s`, a row of students; `g` is who is called first, `c` the center, `m` its money. */
export const child = sql`s.first_name || coalesce(' ' || s.last_name, '') as "Child"`;
export const family = sql`g.name as "Parent", g.phone as "Phone", g.email as "Email"`;
export const itsFamily = sql`left join lateral (
  select p.name, p.phone, p.email from family_links f join guardians p on p.center_id = f.center_id and p.id = f.guardian_id
  where f.center_id = s.center_id and f.student_id = s.id order by f.is_primary desc, f.created_at, p.id limit 1) g on true`;
export const ofDay = (instant: Sql) => sql`(${instant} at time zone c.timezone)::date::text`;
export const money = (amount: Sql) => sql`round((${amount})::numeric / power(10::numeric, m.digits), m.digits)::text`;
