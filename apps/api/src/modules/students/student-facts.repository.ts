import { Injectable } from '@nestjs/common';
import type { StudentSummary } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import { ageOf, currentEnrollment, nameOf, primaryGuardian, statusOf } from './students.sql.ts';
import type { StudentFacts } from './students.rules.ts';

export interface FactsRow extends StudentFacts, Omit<StudentSummary, 'warnings'> {
  today: string;
  searchName: string;
}

@Injectable()
export class StudentFactsRepository {
  constructor(private readonly db: Database) {}

  /** In the order of their names. */
  async of(studentIds: readonly string[]): Promise<FactsRow[]> {
    if (studentIds.length === 0) return [];
    return this.db.rows<FactsRow>(sql`
      with owed as materialized (
        select e.student_id, sum(i.open)::bigint as open
        from sd_unpaid_enrollments(array(
          select id from enrollments where center_id = current_center() and student_id = any (${studentIds}::uuid[]))) u(id)
        join enrollments e on e.center_id = current_center() and e.id = u.id
        left join lateral (
          select sum(coalesce(plan.overdue, i.total_minor - coalesce(p.paid, 0))) as open from invoices i
          left join lateral (select sum(a.amount_minor) as paid from payment_allocations a
                             where a.center_id = i.center_id and a.invoice_id = i.id) p on true
          left join lateral (
            select coalesce(sum(n.amount_minor - n.paid_minor) filter (where n.due_date < (select center_today())), 0) as overdue
            from installments n where n.center_id = i.center_id and n.invoice_id = i.id having count(*) > 0) plan on true
          where i.center_id = e.center_id and i.enrollment_id = e.id and i.voided_at is null) i on true
        group by e.student_id)
      select s.id, ${nameOf} as name, ${ageOf} as "ageYears", ${statusOf} as status, s.dob, s.search_name as "searchName",
        state.end_date as "endDate", state.end_date as "validUntil", state.visits_left as "visitsLeft",
        state.paused_until as "pausedUntil", coalesce(state.succeeded, false) as succeeded, nullif(btrim(s.medical_notes), '') as "medicalNotes",
        owed.student_id is not null as unpaid, owed.open as "openMinor", c.currency, (select center_today()) as today,
        g.name as "guardianName", g.phone,
        exists (select from family_links f join guardians r on r.center_id = f.center_id and r.id = f.guardian_id
                where f.center_id = s.center_id and f.student_id = s.id
                  and (r.phone is not null or r.email is not null)) as "hasContact",
        array(select b.name from enrollment_batches eb join batches b on b.center_id = eb.center_id and b.id = eb.batch_id
              where eb.center_id = s.center_id and eb.enrollment_id = state.id and state.status <> 'CANCELLED'
              order by b.name) as "batchNames"
      from students s join centers c on c.id = s.center_id
      left join owed on owed.student_id = s.id ${primaryGuardian} ${currentEnrollment}
      where s.center_id = current_center() and s.id = any (${studentIds}::uuid[])
      order by s.search_name, s.id`);
  }
}
