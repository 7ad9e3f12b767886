import { fullNameOf, moneyOf, personOf } from '../../platform/database/answers.ts';
import { type Sql, sql } from '../../platform/database/sql.ts';

/** Discounts as the contract shows them. `d` is the discount, `i` its invoice. */
export const discountRows = (condition: Sql): Sql => sql`
  select d.id, d.invoice_id as "invoiceId", i.number as "invoiceNumber", i.enrollment_id as "enrollmentId",
    i.student_id as "studentId", ${fullNameOf(sql`s`)} as "studentName", d.type,
    case d.type when 'PERCENT' then d.value / 100.0 else d.value end as value, ${moneyOf(sql`d.amount_minor`)} as amount,
    d.reason, d.status, ${personOf(sql`d.requested_by`)} as "requestedBy", d.created_at as "requestedAt",
    ${personOf(sql`d.decided_by`)} as "decidedBy", d.decided_at as "decidedAt", d.reject_reason as "rejectReason"
  from discounts d
  join invoices i on i.center_id = d.center_id and i.id = d.invoice_id
  join students s on s.center_id = i.center_id and s.id = i.student_id
  where d.center_id = current_center() and ${condition}`;
