import { type Sql, sql } from './sql.ts';

/** An amount of minor units in the shape of the contracts, with the center's currency. */
export const moneyOf = (amountMinor: Sql): Sql =>
  sql`jsonb_build_object('amountMinor', ${amountMinor}, 'currency', (select currency from centers where id = current_center()))`;

/** A colleague as `{ id, name }`, or null. */
export const personOf = (userId: Sql): Sql =>
  sql`(select jsonb_build_object('id', p.id, 'name', p.name) from users p where p.id = ${userId})`;

/** First and last name of a row of students. */
export const fullNameOf = (student: Sql): Sql => sql`concat_ws(' ', ${student}.first_name, ${student}.last_name)`;
