import { moneyOf } from '../../platform/database/answers.ts';
import { type Sql, sql } from '../../platform/database/sql.ts';

/** Overdue is what is open and was due before today, whether or not the night has seen it. `n` is the installment. */
export const installmentStatus = sql`case when n.paid_minor >= n.amount_minor then 'PAID'
  when n.due_date < (select center_today()) then 'OVERDUE' else 'PENDING' end`;

/** The columns of the contract. */
export const installmentFields: Sql = sql`n.id, n.position, n.due_date as "dueDate", ${moneyOf(sql`n.amount_minor`)} as amount,
  ${moneyOf(sql`n.paid_minor`)} as paid, ${moneyOf(sql`n.amount_minor - n.paid_minor`)} as due, ${installmentStatus} as status`;

/** Joins `plan`: how an invoice `i` is to be paid, part by part. `parts` is 0 where it is due at once. */
export const planOf = sql`cross join lateral (
  select count(*)::int as parts, min(n.due_date) filter (where n.paid_minor < n.amount_minor) as next_due_on,
    coalesce(sum(n.amount_minor - n.paid_minor) filter (where n.due_date <= (select center_today())), 0) as fallen_due
  from installments n where n.center_id = i.center_id and n.invoice_id = i.id) plan`;
