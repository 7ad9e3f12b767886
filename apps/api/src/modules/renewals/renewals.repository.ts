import { Injectable } from '@nestjs/common';
import type { Renewal, RenewalDetail } from '@cartwheel/contracts';
import { fullNameOf, moneyOf, personOf } from '../../platform/database/answers.ts';
import { Database } from '../../platform/database/database.ts';
import { type Sql, sql, where } from '../../platform/database/sql.ts';
import { after } from '../../platform/http/paging.ts';
import { usedLately } from '../enrollments/pace.sql.ts';
import { hasName, hasPhone, primaryGuardian } from '../students/students.sql.ts';
import {
  candidates,
  dueOn,
  endedOn,
  expiring,
  isIn,
  isRecent,
  overOn,
  type Period,
  valueMinor,
} from './renewals.sql.ts';

export interface Filter {
  q?: string | undefined;
  batchId?: string | undefined;
  assignedToUserId?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

export interface RenewalRow extends Omit<Renewal, 'predicted'> {
  usedLately: number;
  today: string;
  /** Where it stands in its list. */
  position: string;
  /** How many the list has from this page on. */
  total: number;
}

type Tab = Parameters<typeof isIn>[0];

@Injectable()
export class RenewalsRepository {
  constructor(private readonly db: Database) {}

  inTab(tab: Tab, period: Period, filter: Filter): Promise<RenewalRow[]> {
    const isWork = tab.startsWith('DAYS');
    const recent = sql`${isRecent(period.from)} and ${isIn(tab, period)}`;
    return this.select(recent, filter, isWork ? { by: dueOn, order: 'asc' } : { by: overOn, order: 'desc' });
  }

  expiring(days: number, filter: Filter): Promise<RenewalRow[]> {
    return this.select(sql`${isRecent(null)} and ${expiring(days)}`, filter, { by: dueOn, order: 'asc' });
  }

  async find(id: string): Promise<RenewalRow | undefined> {
    const [row] = await this.select(
      sql`e.center_id = current_center() and e.id = ${id}`,
      { limit: 1 },
      { by: overOn, order: 'asc' },
    );
    return row;
  }

  contacts(enrollmentId: string): Promise<RenewalDetail['contacts']> {
    return this.db.rows(sql`
      select f.id, f.completed_at as at, f.channel, f.outcome, f.note, ${personOf(sql`f.updated_by`)} as by from follow_ups f
      where f.center_id = current_center() and f.enrollment_id = ${enrollmentId} and f.completed_at is not null and f.outcome <> 'DONE'
      order by f.completed_at desc, f.id desc limit 100`);
  }

  /** Other children of the same guardians who are to be renewed, too. */
  siblings(enrollmentId: string, studentId: string): Promise<RenewalDetail['siblings']> {
    const none = { from: null, to: null };
    return this.db.rows(sql`
      select e.id as "enrollmentId", ${fullNameOf(sql`s`)} as "studentName", e.plan_name as "planName" from ${candidates}
      where ${isRecent(null)} and e.id <> ${enrollmentId} and (${isIn('DAYS_30', none)} or ${isIn('OVERDUE', none)})
        and e.student_id in (
          select other.student_id from family_links own
          join family_links other on other.center_id = own.center_id and other.guardian_id = own.guardian_id
          where own.center_id = current_center() and own.student_id = ${studentId} and other.student_id <> ${studentId})
      order by s.first_name, e.id`);
  }

  /** The page is found first; what is told about a row is read only for those on it. */
  private select(which: Sql, filter: Filter, { by, order }: { by: Sql; order: 'asc' | 'desc' }): Promise<RenewalRow[]> {
    const direction = order === 'asc' ? sql`asc` : sql`desc`;
    return this.db.rows<RenewalRow>(sql`
      with page as materialized (
        select e.*, count(*) over () as total, ${endedOn} as ended_on, ${by} as position, ${valueMinor} as value_minor, p.id is null or p.archived_at is null as on_sale,
          n.id as successor_id, n.start_date as successor_start, r.assigned_to_user_id, r.lost_at, r.lost_by, r.lost_reason, r.lost_note
        from ${candidates}
        ${where(which, ...conditionsOf(filter), after(filter.cursor, by, sql`e.id`, order))}
        order by ${by} ${direction}, e.id ${direction} limit ${filter.limit})
      ${told} order by e.position ${direction}, e.id ${direction}`);
  }
}

function conditionsOf({ q, batchId, assignedToUserId }: Filter): (Sql | '' | undefined)[] {
  return [
    batchId &&
      sql`exists (select from enrollment_batches eb
      where eb.center_id = e.center_id and eb.enrollment_id = e.id and eb.batch_id = ${batchId})`,
    assignedToUserId &&
      (assignedToUserId === 'none'
        ? sql`r.assigned_to_user_id is null`
        : sql`r.assigned_to_user_id = ${assignedToUserId}`),
    q && matching(q),
  ];
}

function matching(q: string): Sql {
  const phone = hasPhone(sql`g.phone_digits`, q);
  return sql`(${hasName(sql`s.search_name`, q)} or exists (
    select from family_links f join guardians g on g.center_id = f.center_id and g.id = f.guardian_id
    where f.center_id = s.center_id and f.student_id = s.id and (${hasName(sql`g.search_name`, q)} or ${phone ?? sql`false`})))`;
}

/** Days that a mark may stand before its class: it leaves old marks unread, class by class they would be slow to sort out. */
const LONGEST_AHEAD = 90;

const told = sql`
  select e.id as "enrollmentId", e.student_id as "studentId", ${fullNameOf(sql`s`)} as "studentName", g.name as "guardianName", coalesce(g.phone_e164, g.phone) as phone,
    e.plan_id as "planId", e.plan_name as "planName", e.plan_type as "planType", e.on_sale as "onSale", e.status,
    e.start_date as "startDate", e.end_date as "endDate", e.ended_on as "endedOn", e.visits_included as "visitsIncluded",
    case when e.visits_included is not null then e.visits_left end as "visitsLeft", ${usedLately} as "usedLately",
    (select center_today()) as today, e.position, e.total, e.days_selected as "daysSelected",
    (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name) order by b.name), '[]')
     from enrollment_batches eb join batches b on b.center_id = eb.center_id and b.id = eb.batch_id
     where eb.center_id = e.center_id and eb.enrollment_id = e.id) as batches,
    (select jsonb_build_object('attended', count(*) filter (where a.status <> 'ABSENT'), 'marked', count(*)) from attendance_marks a
     cross join lateral (select c.date from class_sessions c where c.center_id = a.center_id and c.id = a.session_id offset 0) held
     where a.center_id = e.center_id and a.student_id = e.student_id and a.status in ('PRESENT', 'LATE', 'MAKEUP', 'TRIAL', 'ABSENT')
       and a.marked_at > (select center_today()) - ${30 + LONGEST_AHEAD}::int
       and held.date between (select center_today()) - 29 and (select center_today())) as attendance,
    last.contact as "lastContact",
    (select min(f.due_at) from follow_ups f where f.center_id = e.center_id and f.enrollment_id = e.id and f.completed_at is null) as "nextContactAt",
    ${personOf(sql`e.assigned_to_user_id`)} as owner, ${moneyOf(sql`e.value_minor`)} as value, ${moneyOf(sql`e.price_minor`)} as "paidBefore",
    e.value_minor <> e.price_minor as "priceChanged", ${moneyOf(sql`coalesce(owed.due, 0)`)} as due,
    case when e.successor_id is not null then jsonb_build_object('enrollmentId', e.successor_id, 'startDate', e.successor_start) end as renewed,
    case when e.lost_at is not null and e.successor_id is null then jsonb_build_object('reason', e.lost_reason, 'note', e.lost_note,
      'at', to_char(e.lost_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', ${personOf(sql`e.lost_by`)}) end as lost
  from page e join students s on s.center_id = e.center_id and s.id = e.student_id
  ${primaryGuardian}
  left join lateral (
    select jsonb_build_object('at', to_char(f.completed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'channel', f.channel, 'outcome', f.outcome) as contact from follow_ups f
    where f.center_id = e.center_id and f.enrollment_id = e.id and f.completed_at is not null and f.outcome <> 'DONE'
    order by f.completed_at desc, f.id desc limit 1) last on true
  left join lateral (
    select sum(i.total_minor - coalesce(a.minor, 0)) as due from invoices i
    left join lateral (select sum(amount_minor) as minor from payment_allocations a
                       where a.center_id = i.center_id and a.invoice_id = i.id) a on true
    where i.center_id = e.center_id and i.enrollment_id = e.id and i.voided_at is null) owed on true`;
