import { fullNameOf, moneyOf, personOf } from '../../platform/database/answers.ts';
import { type Sql, sql } from '../../platform/database/sql.ts';

/** Payments as the contract shows them. `p` is the payment, `s` its student, `i` the invoice it was recorded for. */
export const paymentRows = (condition: Sql): Sql => sql`
  select p.id, p.invoice_id as "invoiceId", i.number as "invoiceNumber", p.student_id as "studentId",
    ${fullNameOf(sql`s`)} as "studentName", ${moneyOf(sql`p.amount_minor`)} as amount, p.method, p.reference,
    p.paid_at as "paidAt", p.refunds_payment_id as "refundsPaymentId",
    ${moneyOf(sql`(select coalesce(-sum(r.amount_minor), 0) from payments r
      where r.center_id = p.center_id and r.refunds_payment_id = p.id and r.voided_at is null)`)} as refunded,
    p.voided_at as "voidedAt", p.void_reason as "voidReason", p.reason, ${personOf(sql`p.created_by`)} as "recordedBy", p.version
  from payments p
  join students s on s.center_id = p.center_id and s.id = p.student_id
  join invoices i on i.center_id = p.center_id and i.id = p.invoice_id
  where p.center_id = current_center() and ${condition}`;
