import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import type { Part } from './invoices.rules.ts';

/** What of each payment neither settles an invoice nor went back. */
const free = sql`
  select p.id, p.student_id, p.paid_at, p.amount_minor
    - (select coalesce(-sum(r.amount_minor), 0) from payments r
       where r.center_id = p.center_id and r.refunds_payment_id = p.id and r.voided_at is null)
    - (select coalesce(sum(a.amount_minor), 0) from payment_allocations a
       where a.center_id = p.center_id and a.payment_id = p.id) as "amountMinor"
  from payments p where p.center_id = current_center() and p.amount_minor > 0 and p.voided_at is null`;

@Injectable()
export class AccountsRepository {
  constructor(private readonly db: Database) {}

  async lock(studentId: string): Promise<void> {
    await this.db.run(
      sql`select from students where center_id = current_center() and id = ${studentId} for no key update`,
    );
  }

  freeParts(studentId: string, paymentId?: string): Promise<Part[]> {
    return this.db.rows<Part>(sql`
      select id, "amountMinor" from (${free}) f
      where student_id = ${studentId} and (${paymentId ?? null}::uuid is null or id = ${paymentId ?? null})
      order by paid_at, id`);
  }

  async freeOf(paymentId: string): Promise<number> {
    const row = await this.db.first<{ amountMinor: number }>(sql`${free} and p.id = ${paymentId}`);
    return row?.amountMinor ?? 0;
  }

  /** Payments of an invoice, the newest first. */
  partsOfInvoice(invoiceId: string): Promise<Part[]> {
    return this.db.rows<Part>(sql`
      select a.payment_id as id, a.amount_minor as "amountMinor" from payment_allocations a
      join payments p on p.center_id = a.center_id and p.id = a.payment_id
      where a.center_id = current_center() and a.invoice_id = ${invoiceId} order by p.paid_at desc, p.id desc`);
  }

  /** Invoices of a payment, the newest first. */
  partsOfPayment(paymentId: string): Promise<Part[]> {
    return this.db.rows<Part>(sql`
      select a.invoice_id as id, a.amount_minor as "amountMinor" from payment_allocations a
      join invoices i on i.center_id = a.center_id and i.id = a.invoice_id
      where a.center_id = current_center() and a.payment_id = ${paymentId} order by i.created_at desc, i.id desc`);
  }

  allocate(paymentId: string, invoiceId: string, amountMinor: number): Promise<void> {
    return this.allocateMany([{ paymentId, invoiceId, amountMinor }]);
  }

  async allocateMany(parts: readonly { paymentId: string; invoiceId: string; amountMinor: number }[]): Promise<void> {
    await this.db.run(sql`
      insert into payment_allocations as a (payment_id, invoice_id, amount_minor)
      select "paymentId", "invoiceId", "amountMinor" from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb)
        as n ("paymentId" uuid, "invoiceId" uuid, "amountMinor" bigint)
      on conflict (center_id, payment_id, invoice_id) do update set amount_minor = a.amount_minor + excluded.amount_minor`);
  }

  async reallocate(paymentId: string, invoiceId: string, leftMinor: number): Promise<void> {
    const of = sql`center_id = current_center() and payment_id = ${paymentId} and invoice_id = ${invoiceId}`;
    if (leftMinor === 0) await this.db.run(sql`delete from payment_allocations where ${of}`);
    else await this.db.run(sql`update payment_allocations set amount_minor = ${leftMinor} where ${of}`);
  }
}
