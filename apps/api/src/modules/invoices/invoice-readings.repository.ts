import { Injectable } from '@nestjs/common';
import type { Discount, InputOf, Invoice, InvoiceSummary, listInvoices, Payment } from '@cartwheel/contracts';
import type * as z from 'zod';
import { fullNameOf, moneyOf } from '../../platform/database/answers.ts';
import { Database } from '../../platform/database/database.ts';
import { type Sql, sql, where } from '../../platform/database/sql.ts';
import { after } from '../../platform/http/paging.ts';
import { planOf } from '../installments/installments.sql.ts';
import { discountRows } from './discounts.sql.ts';
import { paymentRows } from './payments.sql.ts';

export interface SummaryRow extends z.infer<typeof InvoiceSummary> {
  createdAt: string;
}

/** Invoices with what was paid and what is due. Status is never stored: it follows from the amounts. */
const balances = sql`
  select i.*, paid.minor as paid_minor, case when i.voided_at is null then i.total_minor - paid.minor else 0 end as due_minor,
    case when i.voided_at is not null then 'VOID' when paid.minor >= i.total_minor then 'PAID'
      when paid.minor > 0 then 'PARTLY_PAID' else 'OPEN' end as status,
    case when i.voided_at is not null then 0 when plan.parts = 0 then i.total_minor - paid.minor else plan.fallen_due end as due_now_minor,
    case when i.voided_at is null then plan.next_due_on end as next_due_on
  from invoices i
  cross join lateral (select coalesce(sum(a.amount_minor), 0) as minor from payment_allocations a
                      where a.center_id = i.center_id and a.invoice_id = i.id) paid
  ${planOf}
  where i.center_id = current_center()`;

const summary = sql`
  b.id, b.number, b.issued_on as "issuedOn", b.student_id as "studentId", ${fullNameOf(sql`s`)} as "studentName",
  (select g.name from family_links f join guardians g on g.center_id = f.center_id and g.id = f.guardian_id
   where f.center_id = b.center_id and f.student_id = b.student_id
   order by f.is_primary desc, f.created_at, g.id limit 1) as "guardianName",
  b.status, ${moneyOf(sql`b.total_minor`)} as total, ${moneyOf(sql`b.paid_minor`)} as paid, ${moneyOf(sql`b.due_minor`)} as due,
  ${moneyOf(sql`b.due_now_minor`)} as "dueNow", b.next_due_on as "nextDueOn",
  (select ${moneyOf(sql`sum(d.amount_minor)`)} from discounts d
   where d.center_id = b.center_id and d.invoice_id = b.id and d.status = 'PENDING' and b.voided_at is null
   having count(*) > 0) as "pendingDiscount", b.created_at as "createdAt"`;

const whole = sql`
  ${summary}, b.enrollment_id as "enrollmentId", ${moneyOf(sql`b.subtotal_minor`)} as subtotal,
  ${moneyOf(sql`b.discount_minor`)} as discount, b.tax_name as "taxName", b.tax_basis_points as "taxBasisPoints",
  ${moneyOf(sql`b.tax_minor`)} as tax, b.void_reason as "voidReason", b.version,
  (select coalesce(jsonb_agg(jsonb_build_object('description', l.description, 'quantity', l.quantity,
      'unitPrice', ${moneyOf(sql`l.unit_price_minor`)}, 'amount', ${moneyOf(sql`l.amount_minor`)}) order by l.position), '[]')
   from invoice_lines l where l.center_id = b.center_id and l.invoice_id = b.id) as lines`;

@Injectable()
export class InvoicesReadings {
  constructor(private readonly db: Database) {}

  list(query: InputOf<typeof listInvoices>['query']): Promise<SummaryRow[]> {
    return this.db.rows<SummaryRow>(sql`
      select ${summary} from (${balances}) b join students s on s.center_id = b.center_id and s.id = b.student_id
      ${where(
        query.status && sql`b.status = ${query.status}`,
        query.due === 'true' && sql`b.due_minor > 0`,
        query.due === 'now' && sql`b.due_now_minor > 0`,
        query.studentId && sql`b.student_id = ${query.studentId}`,
        query.q && named(query.q),
        query.from && sql`b.issued_on >= ${query.from}`,
        query.to && sql`b.issued_on <= ${query.to}`,
        after(query.cursor, sql`b.created_at`, sql`b.id`, 'desc'),
      )}
      order by b.created_at desc, b.id desc limit ${query.limit + 1}`);
  }

  async find(id: string): Promise<Omit<Invoice, 'installments'> | undefined> {
    const invoice = await this.db.first<
      Omit<Invoice, 'installments' | 'discounts' | 'payments' | 'creditOnAccount'>
    >(sql`
      select ${whole} from (${balances} and i.id = ${id}) b join students s on s.center_id = b.center_id and s.id = b.student_id`);
    if (!invoice) return undefined;
    const discounts = await this.db.rows<Discount>(
      sql`${discountRows(sql`d.invoice_id = ${id}`)} order by d.created_at, d.id`,
    );
    const payments = await this.db.rows<Payment>(sql`${paymentRows(sql`(p.invoice_id = ${id} or exists (
      select from payment_allocations a where a.center_id = p.center_id and a.payment_id = p.id and a.invoice_id = ${id}))`)}
      order by p.paid_at, p.created_at, p.id`);
    return { ...invoice, discounts, payments, creditOnAccount: await this.creditOf(invoice.studentId) };
  }

  /** How much of each payment counts for this invoice. */
  async settledBy(id: string): Promise<ReadonlyMap<string, number>> {
    const rows = await this.db.rows<{ id: string; minor: number }>(sql`
      select payment_id as id, amount_minor as minor from payment_allocations where center_id = current_center() and invoice_id = ${id}`);
    return new Map(rows.map((row) => [row.id, row.minor]));
  }

  /** The center as its receipts name it. */
  async issuer() {
    const row = await this.db.first<{
      name: string;
      address: string | null;
      phone: string | null;
      timezone: string;
      locale: string;
    }>(sql`select name, address, phone, timezone, locale from centers where id = current_center()`);
    return row!;
  }

  private async creditOf(studentId: string): Promise<Invoice['creditOnAccount']> {
    const row = await this.db.first<{ credit: Invoice['creditOnAccount'] }>(sql`
      select ${moneyOf(sql`
        (select coalesce(sum(p.amount_minor), 0) from payments p
         where p.center_id = current_center() and p.student_id = ${studentId} and p.voided_at is null)
        - (select coalesce(sum(a.amount_minor), 0) from payment_allocations a
           join payments p on p.center_id = a.center_id and p.id = a.payment_id
           where a.center_id = current_center() and p.student_id = ${studentId})`)} as credit`);
    return row!.credit;
  }
}

const named = (words: string): Sql =>
  sql`(position(search_form(${words}) in s.search_name) > 0 or position(upper(${words}) in upper(b.number)) > 0)`;
