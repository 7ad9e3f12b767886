import { Injectable } from '@nestjs/common';
import type { Installment, InputOf, InstallmentDue, listInstallments, Money } from '@cartwheel/contracts';
import type { LocalDate } from '@cartwheel/domain/calendar';
import type { Part } from '@cartwheel/domain/installments';
import { fullNameOf, moneyOf } from '../../platform/database/answers.ts';
import { Database } from '../../platform/database/database.ts';
import { type Sql, sql, where } from '../../platform/database/sql.ts';
import { after } from '../../platform/http/paging.ts';
import { primaryGuardian } from '../students/students.sql.ts';
import type { Stored } from './installments.rules.ts';
import { installmentFields, installmentStatus } from './installments.sql.ts';

export interface Billed {
  id: string;
  number: string;
  studentId: string;
  issuedOn: LocalDate;
  totalMinor: number;
  paidMinor: number;
  isVoid: boolean;
  today: LocalDate;
}

type Query = InputOf<typeof listInstallments>['query'];

const isOpen = sql`n.paid_minor < n.amount_minor and exists (
  select from invoices i where i.center_id = n.center_id and i.id = n.invoice_id and i.voided_at is null)`;

@Injectable()
export class InstallmentsRepository {
  constructor(private readonly db: Database) {}

  /** Money of one student moves one step at a time; so does the plan for it. */
  async lockAccountOf(invoiceId: string): Promise<void> {
    await this.db.run(sql`select from students s where s.center_id = current_center() and s.id = (
      select student_id from invoices where center_id = current_center() and id = ${invoiceId}) for no key update`);
  }

  billed(invoiceId: string): Promise<Billed | undefined> {
    return this.db.first<Billed>(sql`
      select i.id, i.number, i.student_id as "studentId", i.issued_on as "issuedOn", i.total_minor as "totalMinor",
        i.voided_at is not null as "isVoid", (select center_today()) as today,
        (select coalesce(sum(a.amount_minor), 0) from payment_allocations a
         where a.center_id = i.center_id and a.invoice_id = i.id) as "paidMinor"
      from invoices i where i.center_id = current_center() and i.id = ${invoiceId}`);
  }

  stored(invoiceId: string): Promise<Stored[]> {
    return this.db.rows<Stored>(sql`
      select id, due_date as "dueDate", amount_minor as "amountMinor", paid_minor as "paidMinor" from installments
      where center_id = current_center() and invoice_id = ${invoiceId} order by position`);
  }

  shown(invoiceId: string): Promise<Installment[]> {
    return this.db.rows<Installment>(sql`
      select ${installmentFields} from installments n
      where n.center_id = current_center() and n.invoice_id = ${invoiceId} order by n.position`);
  }

  /** The parts that are kept, with the amounts they have now, and those that are new behind them. */
  async replace(invoiceId: string, kept: readonly (Part & { id: string })[], added: readonly Part[]): Promise<void> {
    await this.db.run(sql`
      delete from installments where center_id = current_center() and invoice_id = ${invoiceId}
        and id <> all (${kept.map(({ id }) => id)}::uuid[])`);
    await this.db.run(sql`
      update installments n set amount_minor = k.amount
      from unnest(${kept.map(({ id }) => id)}::uuid[], ${kept.map(({ amountMinor }) => amountMinor)}::bigint[]) as k (id, amount)
      where n.center_id = current_center() and n.id = k.id and n.amount_minor <> k.amount`);
    await this.db.run(sql`
      insert into installments (invoice_id, position, due_date, amount_minor)
      select ${invoiceId}, p.nth + (select coalesce(max(position), 0) from installments
        where center_id = current_center() and invoice_id = ${invoiceId}), p.due_date, p.amount
      from unnest(${added.map(({ dueDate }) => dueDate)}::date[], ${added.map(({ amountMinor }) => amountMinor)}::bigint[])
        with ordinality as p (due_date, amount, nth)`);
  }

  list(query: Query): Promise<InstallmentDue[]> {
    return this.db.rows<InstallmentDue>(sql`
      select ${installmentFields}, i.id as "invoiceId", i.number as "invoiceNumber", i.enrollment_id as "enrollmentId",
        s.id as "studentId", ${fullNameOf(sql`s`)} as "studentName", g.name as "guardianName", g.phone,
        (select count(*)::int from installments o where o.center_id = n.center_id and o.invoice_id = n.invoice_id) as count
      from ${withItsInvoice} ${primaryGuardian}
      ${where(...filtersOf(query), after(query.cursor, sql`n.due_date`, sql`n.id`))}
      order by n.due_date, n.id limit ${query.limit + 1}`);
  }

  async open(query: Query): Promise<Money> {
    const row = await this.db.first<{ open: Money }>(sql`
      select ${moneyOf(sql`coalesce(sum(n.amount_minor - n.paid_minor), 0)`)} as open
      from ${withItsInvoice} ${where(...filtersOf(query))}`);
    return row!.open;
  }

  /** Marks what is overdue and was not marked before; answers it. */
  markOverdue(): Promise<{ installmentId: string; invoiceId: string; studentId: string }[]> {
    return this.db.rows(sql`
      update installments n set overdue_on = center_today()
      where n.center_id = current_center() and n.overdue_on is null and n.due_date < center_today() and ${isOpen}
      returning n.id as "installmentId", n.invoice_id as "invoiceId",
        (select i.student_id from invoices i where i.center_id = n.center_id and i.id = n.invoice_id) as "studentId"`);
  }

  /** Marks what falls due within so many days and was not marked before; answers it. */
  markReminded(days: number): Promise<{ installmentId: string }[]> {
    return this.db.rows(sql`
      update installments n set reminded_on = center_today()
      where n.center_id = current_center() and n.reminded_on is null
        and n.due_date between center_today() and center_today() + ${days}::int and ${isOpen}
      returning n.id as "installmentId"`);
  }
}

const withItsInvoice = sql`installments n
  join invoices i on i.center_id = n.center_id and i.id = n.invoice_id
  join students s on s.center_id = i.center_id and s.id = i.student_id`;

const filtersOf = (query: Query): (Sql | '' | undefined)[] => [
  sql`n.center_id = current_center() and i.voided_at is null`,
  query.status && sql`${installmentStatus} = ${query.status}`,
  query.from && sql`n.due_date >= ${query.from}`,
  query.to && sql`n.due_date <= ${query.to}`,
  query.studentId && sql`i.student_id = ${query.studentId}`,
  query.q &&
    sql`(position(search_form(${query.q}) in s.search_name) > 0 or position(upper(${query.q}) in upper(i.number)) > 0)`,
];
