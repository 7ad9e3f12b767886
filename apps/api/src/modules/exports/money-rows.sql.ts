import { sql } from '../../platform/database/sql.ts';
import { child, money, ofDay } from './pieces.sql.ts';

/** A row per thing with its `id`, by which the list orders them. */
export const moneyRows = {
  invoices: sql`select i.id, i.number as "Number", i.issued_on::text as "Date", ${child}, ${money(sql`i.subtotal_minor`)} as "Subtotal",
      ${money(sql`i.discount_minor`)} as "Discount", ${money(sql`i.tax_minor`)} as "Tax", ${money(sql`i.total_minor`)} as "Total",
      ${money(sql`coalesce((select sum(a.amount_minor) from payment_allocations a
        where a.center_id = i.center_id and a.invoice_id = i.id), 0)`)} as "Paid",
      c.currency as "Currency", case when i.voided_at is not null then 'VOID' end as "Void"
    from invoices i join students s on s.center_id = i.center_id and s.id = i.student_id cross join c cross join m where i.center_id = c.id`,
  installments: sql`select n.id, n.due_date::text as "Date", ${child}, i.number as "Invoice", n.position as "Number",
      ${money(sql`n.amount_minor`)} as "Amount", ${money(sql`n.paid_minor`)} as "Paid", c.currency as "Currency"
    from installments n join invoices i on i.center_id = n.center_id and i.id = n.invoice_id
    join students s on s.center_id = i.center_id and s.id = i.student_id cross join c cross join m
    where n.center_id = c.id`,
  payments: sql`select p.id, ${ofDay(sql`p.paid_at`)} as "Date", ${child}, i.number as "Invoice", ${money(sql`p.amount_minor`)} as "Amount",
      c.currency as "Currency", p.method as "Method", p.reference as "Reference", case when p.voided_at is not null then 'VOID' end as "Void"
    from payments p join students s on s.center_id = p.center_id and s.id = p.student_id
    join invoices i on i.center_id = p.center_id and i.id = p.invoice_id cross join c cross join m where p.center_id = c.id`,
  discounts: sql`select d.id, ${ofDay(sql`d.created_at`)} as "Date", ${child}, i.number as "Invoice", d.type as "Type",
      ${money(sql`d.amount_minor`)} as "Amount", c.currency as "Currency", d.reason as "Reason", d.status as "Status",
      r.name as "Asked by", u.name as "Decided by", d.reject_reason as "Why not"
    from discounts d join invoices i on i.center_id = d.center_id and i.id = d.invoice_id
    join students s on s.center_id = i.center_id and s.id = i.student_id
    left join users r on r.id = d.requested_by left join users u on u.id = d.decided_by cross join c cross join m where d.center_id = c.id`,
};
