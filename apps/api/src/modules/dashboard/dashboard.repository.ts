import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { type Sql, sql } from '../../platform/database/sql.ts';
import { planOf } from '../installments/installments.sql.ts';

export interface DeskCounts {
  openLeads: number;
  activeStudents: number;
  overdueFollowUps: number;
  followUpsDue: number;
}

export interface MoneyCounts {
  invoicesDue: number;
  dueMinor: number;
  discountsPending: number;
  collectedMinor: number;
}

/** The instant at which a day begins here. */
const startOf = (day: Sql) =>
  sql`(${day}::timestamp at time zone (select timezone from centers where id = current_center()))`;

/** What is only counted; what is listed comes from its own domain. */
@Injectable()
export class DashboardRepository {
  constructor(private readonly db: Database) {}

  async desk(): Promise<DeskCounts> {
    const row = await this.db.first<DeskCounts>(sql`
      select leads.open as "openLeads", students.active as "activeStudents", due.overdue as "overdueFollowUps", due.total as "followUpsDue"
      from (select count(*)::int as open from leads where center_id = current_center() and status not in ('ENROLLED', 'DEAD_LEAD')) leads
      cross join (select count(distinct student_id)::int as active from enrollment_states where center_id = current_center() and status = 'ACTIVE'
        and cancelled_at is null and coalesce(end_date, 'infinity') >= (select center_today())) students
      cross join (
        select count(*)::int as total, (count(*) filter (where due_at < ${startOf(sql`(select center_today())`)}))::int as overdue from follow_ups
        where center_id = current_center() and completed_at is null and due_at < ${startOf(sql`((select center_today()) + 1)`)}) due`);
    return row!;
  }

  async money(): Promise<MoneyCounts> {
    const row = await this.db.first<MoneyCounts>(sql`
      select due.invoices as "invoicesDue", due.minor as "dueMinor", pending.discounts as "discountsPending", cash.minor as "collectedMinor"
      from (
        select count(*)::int as invoices, coalesce(sum(fallen.minor), 0)::bigint as minor from invoices i
        cross join lateral (
          select coalesce(sum(a.amount_minor), 0) as minor from payment_allocations a
          where a.center_id = i.center_id and a.invoice_id = i.id) paid
        ${planOf}
        cross join lateral (select case when plan.parts = 0 then i.total_minor - paid.minor else plan.fallen_due end as minor) fallen
        where i.center_id = current_center() and i.voided_at is null and i.total_minor > paid.minor and fallen.minor > 0) due
      cross join (select count(*)::int as discounts from discounts where center_id = current_center() and status = 'PENDING') pending
      cross join (
        select coalesce(sum(amount_minor), 0)::bigint as minor from payments where center_id = current_center() and voided_at is null
          and paid_at >= ${startOf(sql`(select center_today())`)} and paid_at < ${startOf(sql`((select center_today()) + 1)`)}) cash`);
    return row!;
  }
}
