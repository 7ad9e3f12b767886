import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import type { Charges, InvoiceDraft } from './invoices.rules.ts';

/** An invoice as the rules need it. */
export interface InvoiceState {
  id: string;
  number: string;
  studentId: string;
  enrollmentId: string | null;
  subtotalMinor: number;
  discountMinor: number;
  taxBasisPoints: number;
  totalMinor: number;
  paidMinor: number;
  isVoid: boolean;
}

export interface Numbered {
  series: string;
  financialYear: string;
  sequence: number;
  number: string;
}

const states = sql`
  select i.id, i.number, i.student_id as "studentId", i.enrollment_id as "enrollmentId", i.subtotal_minor as "subtotalMinor",
    i.discount_minor as "discountMinor", i.tax_basis_points as "taxBasisPoints", i.total_minor as "totalMinor",
    i.voided_at is not null as "isVoid",
    (select coalesce(sum(a.amount_minor), 0) from payment_allocations a
     where a.center_id = i.center_id and a.invoice_id = i.id) as "paidMinor"
  from invoices i where i.center_id = current_center()`;

@Injectable()
export class InvoicesRepository {
  constructor(private readonly db: Database) {}

  find(id: string): Promise<InvoiceState | undefined> {
    return this.db.first<InvoiceState>(sql`${states} and i.id = ${id}`);
  }

  /** The oldest that still asks for money, otherwise the newest that counts, otherwise the newest. */
  async ofEnrollment(enrollmentId: string): Promise<InvoiceState | undefined> {
    const invoices = await this.db.rows<InvoiceState>(
      sql`${states} and i.enrollment_id = ${enrollmentId} order by i.created_at, i.id`,
    );
    const counting = invoices.filter((invoice) => !invoice.isVoid);
    return counting.find((invoice) => invoice.paidMinor < invoice.totalMinor) ?? counting.at(-1) ?? invoices.at(-1);
  }

  /** Locks the series until the unit ends: numbers whose invoices are not written are given to the next. Answers the first. */
  async nextSequence(series: string, financialYear: string, count = 1): Promise<number> {
    const row = await this.db.first<{ number: number }>(sql`
      insert into invoice_counters as c (series, financial_year, last_number) values (${series}, ${financialYear}, ${count})
      on conflict (center_id, series, financial_year) do update set last_number = c.last_number + ${count}
      returning last_number - ${count} + 1 as number`);
    return row!.number;
  }

  async add(draft: InvoiceDraft, numbered: Numbered, charges: Charges & { taxName: string; taxBasisPoints: number }) {
    const { series, financialYear, sequence, number } = numbered;
    const row = await this.db.first<{ id: string }>(sql`
      insert into invoices (number, series, financial_year, sequence, student_id, enrollment_id, issued_on, subtotal_minor,
        discount_minor, tax_basis_points, tax_name, tax_minor, total_minor)
      values (${number}, ${series}, ${financialYear}, ${sequence}, ${draft.studentId}, ${draft.enrollmentId}, center_today(),
        ${charges.subtotalMinor}, ${charges.discountMinor}, ${charges.taxBasisPoints}, ${charges.taxName}, ${charges.taxMinor},
        ${charges.totalMinor}) returning id`);
    await this.db.run(sql`
      insert into invoice_lines (invoice_id, position, description, quantity, unit_price_minor, amount_minor)
      select ${row!.id}, l.position, l.description, 1, l.price, l.price
      from unnest(${draft.lines.map((line) => line.description)}::text[], ${draft.lines.map((line) => line.priceMinor)}::bigint[])
        with ordinality as l (description, price, position)`);
    return row!.id;
  }

  async setCharges(id: string, charges: Charges): Promise<void> {
    await this.db.run(sql`
      update invoices set discount_minor = ${charges.discountMinor}, tax_minor = ${charges.taxMinor}, total_minor = ${charges.totalMinor}
      where center_id = current_center() and id = ${id}`);
  }

  async void(id: string, reason: string): Promise<void> {
    await this.db.run(sql`
      update invoices set voided_at = app_now(), void_reason = ${reason} where center_id = current_center() and id = ${id}`);
  }

  /** Whether money that came for this very invoice has not gone back. */
  async hasPayments(id: string): Promise<boolean> {
    const row = await this.db.first<{ net: number }>(sql`
      select coalesce(sum(amount_minor), 0) as net from payments
      where center_id = current_center() and invoice_id = ${id} and voided_at is null`);
    return row!.net > 0;
  }
}
