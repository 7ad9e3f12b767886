import { Injectable } from '@nestjs/common';
import type { RenewalTab } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { joined, sql, where } from '../../platform/database/sql.ts';
import { listQueries } from './list-exports.sql.ts';
import { child, family, itsFamily, money, ofDay } from './pieces.sql.ts';
import { candidates, endedOn, isIn, isRecent, valueMinor } from '../renewals/renewals.sql.ts';

export type ExportKind = keyof typeof queries;
/** Column → cell, in the order of the file. */
export type ExportRow = Record<string, string | number | null>;

const itsBatches = sql`(select string_agg(b.name, ', ' order by b.name) from enrollment_batches eb
  join batches b on b.center_id = eb.center_id and b.id = eb.batch_id
  where eb.center_id = e.center_id and eb.enrollment_id = e.id) as "Batch"`;
/** The lists of renewals, the nearest first: a row stands in the first that has it. */
const listed: [RenewalTab, string][] = [
  ['OVERDUE', 'Overdue'],
  ['DAYS_7', '7 days'],
  ['DAYS_14', '14 days'],
  ['DAYS_30', '30 days'],
  ['RENEWED', 'Renewed'],
  ['LOST', 'Lost'],
];
/** Each answers a row per thing with its `id`, which is the order, and is no column of the file. */
const queries = {
  ...listQueries,
  leads: sql`select l.id, ${ofDay(sql`l.created_at`)} as "Enquiry date", ${child}, s.dob::text as "DOB", ${family},
      l.source as "Source", l.status as "Status", l.dead_reason as "Reason lost",
      (select max(v.date)::text from intro_visits v where v.center_id = l.center_id and v.lead_id = l.id and v.status <> 'CANCELLED') as "Trial date",
      (select ${ofDay(sql`min(f.due_at)`)} from follow_ups f
        where f.center_id = l.center_id and f.lead_id = l.id and f.completed_at is null) as "Next follow up",
      u.name as "Assigned to", l.discovery_notes as "Remarks"
    from leads l join students s on s.center_id = l.center_id and s.id = l.student_id ${itsFamily}
    left join users u on u.id = l.assigned_to_user_id cross join c where l.center_id = c.id`,
  students: sql`select s.id, ${child}, s.dob::text as "DOB", ${family}, s.school as "School", array_to_string(s.interests, ', ') as "Interests",
      s.medical_notes as "Medical", s.notes as "Notes", e.plan_name as "Plan", e.start_date::text as "Start", e.end_date::text as "End",
      array_to_string(e.days_selected, ', ') as "Days", ${itsBatches}, e.visits_included as "Visits", e.visits_used as "Visits used",
      e.status as "Status"
    from students s ${itsFamily} cross join c left join lateral (
      select * from enrollment_states e where e.center_id = s.center_id and e.student_id = s.id
      order by e.cancelled_at is not null, e.start_date desc, e.id desc limit 1) e on true
    where s.center_id = c.id and s.merged_into_id is null and s.archived_at is null`,
  enrollments: sql`select e.id, ${child}, ${family}, e.plan_name as "Plan", e.plan_type as "Plan type", e.start_date::text as "Start",
      e.end_date::text as "End", array_to_string(e.days_selected, ', ') as "Days", ${itsBatches}, e.visits_included as "Visits",
      e.visits_used as "Visits used", ${money(sql`e.price_minor`)} as "Price", e.status as "Status"
    from enrollment_states e join students s on s.center_id = e.center_id and s.id = e.student_id ${itsFamily}
    cross join c cross join m where e.center_id = c.id`,
  renewals: sql`select e.id, ${child}, ${family}, e.plan_name as "Plan", ${itsBatches}, e.start_date::text as "Start", e.end_date::text as "End",
      (${endedOn})::text as "Ended", case when e.visits_included is not null then e.visits_left end as "Visits left",
      case ${joined(
        listed.map(([tab, name]) => sql`when ${isIn(tab, { from: null, to: null })} then ${name}::text`),
        ' ',
      )} end as "List",
      u.name as "Owner", r.lost_reason as "Reason lost", r.lost_note as "Note",
      ${money(sql`e.price_minor`)} as "Price before", ${money(valueMinor)} as "Price now"
    from ${candidates} ${itsFamily} left join users u on u.id = r.assigned_to_user_id cross join c cross join m
    where ${isRecent(null)} and (${joined(
      listed.map(([tab]) => isIn(tab, { from: null, to: null })),
      ' or ',
    )})`,
  invoices: sql`select i.id, i.number as "Number", i.issued_on::text as "Date", ${child}, ${money(sql`i.subtotal_minor`)} as "Subtotal",
      ${money(sql`i.discount_minor`)} as "Discount", ${money(sql`i.tax_minor`)} as "Tax", ${money(sql`i.total_minor`)} as "Total",
      ${money(sql`coalesce((select sum(a.amount_minor) from payment_allocations a
        where a.center_id = i.center_id and a.invoice_id = i.id), 0)`)} as "Paid",
      c.currency as "Currency", case when i.voided_at is not null then 'VOID' end as "Void"
    from invoices i join students s on s.center_id = i.center_id and s.id = i.student_id cross join c cross join m where i.center_id = c.id`,
  payments: sql`select p.id, ${ofDay(sql`p.paid_at`)} as "Date", ${child}, i.number as "Invoice", ${money(sql`p.amount_minor`)} as "Amount",
      c.currency as "Currency", p.method as "Method", p.reference as "Reference", case when p.voided_at is not null then 'VOID' end as "Void"
    from payments p join students s on s.center_id = p.center_id and s.id = p.student_id
    join invoices i on i.center_id = p.center_id and i.id = p.invoice_id cross join c cross join m where p.center_id = c.id`,
  attendance: sql`select md5(a.session_id::text || a.student_id)::uuid as id, cs.date::text as "Date", cs.start_time as "Time", cs.name as "Class", ${child},
      a.status as "Status", a.notes as "Notes", u.name as "Marked by"
    from attendance_marks a join class_sessions cs on cs.center_id = a.center_id and cs.id = a.session_id
    join students s on s.center_id = a.center_id and s.id = a.student_id left join users u on u.id = a.marked_by
    cross join c where a.center_id = c.id`,
  batches: sql`select b.id, b.name as "Batch", array_to_string(b.days_of_week, ', ') as "Days", b.start_time as "From", b.end_time as "To",
      b.capacity as "Capacity", b.age_min as "Age from", b.age_max as "Age to",
      (select string_agg(u.name, ', ' order by u.name) from batch_trainers t join users u on u.id = t.user_id
        where t.center_id = b.center_id and t.batch_id = b.id) as "Trainers",
      case when b.archived_at is not null then 'ARCHIVED' end as "Archived"
    from batches b cross join c where b.center_id = c.id`,
};

export interface Days {
  from?: string | undefined;
  to?: string | undefined;
}

@Injectable()
export class ExportsRepository {
  constructor(private readonly db: Database) {}

  async center(): Promise<{ currency: string; timezone: string }> {
    const row = await this.db.first<{ currency: string; timezone: string }>(
      sql`select currency, timezone from centers where id = current_center()`,
    );
    return row!;
  }

  /** The rows behind an id, in the order of ids; days are those of the column `Date`. */
  page(
    kind: ExportKind,
    of: { digits: number; after: string | null; limit: number; days: Days },
  ): Promise<(ExportRow & { id: string })[]> {
    return this.db.rows(sql`
      with c as (select id, timezone, currency from centers where id = current_center()), m as (select ${of.digits}::int as digits)
      select * from (${queries[kind]}) x 
      ${where(
        of.after && sql`x.id > ${of.after}::uuid`,
        of.days.from && sql`x."Date" >= ${of.days.from}`,
        of.days.to && sql`x."Date" <= ${of.days.to}`,
      )} order by x.id limit ${of.limit}`);
  }
}
