import { Injectable } from '@nestjs/common';
import type { InputOf, listPayments, Money, Payment, PaymentMethod } from '@cartwheel/contracts';
import { moneyOf } from '../../platform/database/answers.ts';
import { Database } from '../../platform/database/database.ts';
import { newIds } from '../../platform/database/new-ids.ts';
import { joined, type Sql, sql } from '../../platform/database/sql.ts';
import { after } from '../../platform/http/paging.ts';
import { paymentRows } from '../invoices/payments.sql.ts';
import type { PaymentState } from './payments.rules.ts';

export interface PaymentToWrite {
  studentId: string;
  invoiceId: string;
  amountMinor: number;
  method: string;
  reference?: string | null | undefined;
  paidAt: Date;
  refundsPaymentId?: string;
  reason?: string;
}

type Query = InputOf<typeof listPayments>['query'];

@Injectable()
export class PaymentsRepository {
  constructor(private readonly db: Database) {}

  async add(payment: PaymentToWrite): Promise<string> {
    const row = await this.db.first<{ id: string }>(sql`
      insert into payments (student_id, invoice_id, amount_minor, method, reference, paid_at, refunds_payment_id, reason)
      values (${payment.studentId}, ${payment.invoiceId}, ${payment.amountMinor}, ${payment.method}, ${payment.reference || null},
              ${payment.paidAt.toISOString()}, ${payment.refundsPaymentId ?? null}, ${payment.reason ?? null}) returning id`);
    return row!.id;
  }

  /** As `add` for money that came elsewhere. Answers their ids, in their order. */
  async addMany(payments: readonly PaymentToWrite[]): Promise<string[]> {
    const ids = await newIds(this.db, payments.length);
    const rows = payments.map((payment, index) => ({
      ...payment,
      id: ids[index],
      reference: payment.reference || null,
    }));
    await this.db.run(sql`
      insert into payments (id, student_id, invoice_id, amount_minor, method, reference, paid_at)
      select id, "studentId", "invoiceId", "amountMinor", method, reference, "paidAt"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, "studentId" uuid, "invoiceId" uuid,
        "amountMinor" bigint, method text, reference text, "paidAt" timestamptz)`);
    return ids;
  }

  state(id: string): Promise<PaymentState | undefined> {
    return this.db.first<PaymentState>(sql`
      select p.id, p.student_id as "studentId", p.invoice_id as "invoiceId", p.amount_minor as "amountMinor", p.method,
        p.voided_at is not null as "isVoid",
        (select coalesce(-sum(r.amount_minor), 0) from payments r
         where r.center_id = p.center_id and r.refunds_payment_id = p.id and r.voided_at is null) as "refundedMinor"
      from payments p where p.center_id = current_center() and p.id = ${id}`);
  }

  /** The payment a refund gave back, or the payment itself. */
  async originalOf(id: string): Promise<string> {
    const row = await this.db.first<{ id: string }>(sql`
      select coalesce(refunds_payment_id, id) as id from payments where center_id = current_center() and id = ${id}`);
    return row!.id;
  }

  async void(id: string, reason: string): Promise<void> {
    await this.db.run(sql`
      update payments set voided_at = app_now(), void_reason = ${reason} where center_id = current_center() and id = ${id}`);
  }

  find(id: string): Promise<Payment | undefined> {
    return this.db.first<Payment>(paymentRows(sql`p.id = ${id}`));
  }

  list(query: Query): Promise<Payment[]> {
    const page = after(query.cursor, sql`p.paid_at`, sql`p.id`, 'desc');
    const conditions = [...filtersOf(query), ...(page ? [page] : [])];
    return this.db.rows<Payment>(
      sql`${paymentRows(joined(conditions, ' and '))} order by p.paid_at desc, p.id desc limit ${query.limit + 1}`,
    );
  }

  totals(query: Query): Promise<{ method: PaymentMethod; amount: Money; count: number }[]> {
    return this.db.rows(sql`
      select p.method, ${moneyOf(sql`sum(p.amount_minor)`)} as amount, count(*)::int as count from payments p
      where p.center_id = current_center() and p.voided_at is null and ${joined(filtersOf(query), ' and ')}
      group by p.method order by sum(p.amount_minor) desc, p.method`);
  }
}

/** Days are the center's. */
function filtersOf(query: Query): Sql[] {
  const zone = sql`(select timezone from centers where id = current_center())`;
  return [
    sql`true`,
    ...(query.from ? [sql`p.paid_at >= (${query.from}::date::timestamp at time zone ${zone})`] : []),
    ...(query.to ? [sql`p.paid_at < ((${query.to}::date + 1)::timestamp at time zone ${zone})`] : []),
    ...(query.method ? [sql`p.method = ${query.method}`] : []),
    ...(query.studentId ? [sql`p.student_id = ${query.studentId}`] : []),
  ];
}
