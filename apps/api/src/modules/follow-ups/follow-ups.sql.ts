import { type Sql, sql } from '../../platform/database/sql.ts';

/** The instant at which a day begins at the center. */
export const startOf = (day: Sql): Sql =>
  sql`((${day})::timestamp at time zone (select timezone from centers where id = current_center()))`;

const today = sql`(select center_today())`;

/** Expects `t` to be a row of `follow_ups`. Days are those of the center. */
export const dueSpans = {
  now: sql`t.due_at < ${startOf(sql`${today} + 1`)}`,
  overdue: sql`t.due_at < ${startOf(today)}`,
  today: sql`t.due_at >= ${startOf(today)} and t.due_at < ${startOf(sql`${today} + 1`)}`,
  week: sql`t.due_at >= ${startOf(today)} and t.due_at < ${startOf(sql`${today} + 7`)}`,
};
