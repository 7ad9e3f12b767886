import { Injectable } from '@nestjs/common';
import type { BatchReportCard, ReportCardJob } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { type Sql, sql, where } from '../../platform/database/sql.ts';
import { nameOf, taughtBy } from '../students/students.sql.ts';
import { endOf, startOf } from './card-facts.repository.ts';
import type { Period } from './snapshot.rules.ts';

export interface NewJob {
  batchId: string;
  period: Period;
  summary: string;
  studentIds: string[];
}

export interface OpenJob {
  batchId: string;
  period: Period;
  summary: string;
}

export type BatchRow = Pick<BatchReportCard, 'student' | 'draft' | 'assessments'>;

@Injectable()
export class CardJobsRepository {
  constructor(private readonly db: Database) {}

  /** Who was enrolled in the batch during the period, by name, with what is written for each. */
  studentsOf(batchId: string, { from, to }: Period, trainerId: string | undefined): Promise<BatchRow[]> {
    return this.db.rows<BatchRow>(sql`
      select jsonb_build_object('id', s.id, 'name', ${nameOf}) as student,
        jsonb_build_object('comments', coalesce(d.comments, ''), 'summary', coalesce(d.summary, ''),
          'version', coalesce(d.version, 0), 'updatedAt', d.updated_at) as draft,
        (select count(*)::int from skill_assessments a where a.center_id = s.center_id and a.student_id = s.id
          and a.assessed_at >= ${startOf(from)} and a.assessed_at < ${endOf(to)}) as assessments
      from students s left join report_card_drafts d on d.center_id = s.center_id and d.student_id = s.id
        and d.period_start = ${from} and d.period_end = ${to}
      ${where(
        sql`s.center_id = current_center() and s.archived_at is null and s.merged_into_id is null`,
        sql`exists (select from enrollments e
          join enrollment_batches eb on eb.center_id = e.center_id and eb.enrollment_id = e.id and eb.batch_id = ${batchId}
          where e.center_id = s.center_id and e.student_id = s.id and e.cancelled_at is null
            and e.start_date <= ${to} and coalesce(e.end_date, 'infinity') >= ${from})`,
        trainerId && taughtBy(trainerId),
      )} order by s.search_name, s.id`);
  }

  /** The job that is at it, or the last one. */
  newestOf(batchId: string, { from, to }: Period): Promise<ReportCardJob | undefined> {
    return this.one(sql`j.batch_id = ${batchId} and j.period_start = ${from} and j.period_end = ${to}`);
  }

  find(id: string): Promise<(ReportCardJob & { batchId: string }) | undefined> {
    return this.one(sql`j.id = ${id}`);
  }

  /** Undefined while another one is at the same cards. */
  async add({ batchId, period, summary, studentIds }: NewJob): Promise<string | undefined> {
    const row = await this.db.first<{ id: string }>(sql`
      insert into report_card_jobs (batch_id, period_start, period_end, summary)
      values (${batchId}, ${period.from}, ${period.to}, ${summary})
      on conflict (center_id, batch_id, period_start, period_end) where status = 'RUNNING' do nothing returning id`);
    if (!row) return undefined;
    await this.db.run(sql`insert into report_card_job_students (job_id, student_id, position)
      select ${row.id}, id, position from unnest(${studentIds}::uuid[]) with ordinality as t (id, position)`);
    return row.id;
  }

  /** Locked: workers that were given the same job take turns, card by card. Undefined when it is done. */
  take(id: string): Promise<OpenJob | undefined> {
    return this.db.first<OpenJob>(sql`
      select batch_id as "batchId", jsonb_build_object('from', period_start, 'to', period_end) as period, summary
      from report_card_jobs where center_id = current_center() and id = ${id} and status = 'RUNNING' for update`);
  }

  async nextStudent(id: string): Promise<string | undefined> {
    const row = await this.db.first<{ id: string }>(sql`select student_id as id from report_card_job_students
      where center_id = current_center() and job_id = ${id} and outcome is null order by position limit 1`);
    return row?.id;
  }

  async settle(id: string, studentId: string, reason: string | null): Promise<void> {
    await this.db.run(sql`update report_card_job_students
      set outcome = ${reason === null ? 'MADE' : 'FAILED'}, reason = ${reason}
      where center_id = current_center() and job_id = ${id} and student_id = ${studentId}`);
  }

  async finish(id: string): Promise<void> {
    await this.db.run(sql`update report_card_jobs set status = 'DONE', finished_at = app_now()
      where center_id = current_center() and id = ${id}`);
  }

  /** Work that may fail without failing the step it is part of. */
  attempt<T>(work: () => Promise<T>): Promise<T> {
    return this.db.attempt(work);
  }

  private one(condition: Sql): Promise<(ReportCardJob & { batchId: string }) | undefined> {
    return this.db.first(sql`
      select j.id, j.batch_id as "batchId", j.status as state, count(t.outcome)::int as done, count(t.student_id)::int as total,
        coalesce(jsonb_agg(jsonb_build_object('student', jsonb_build_object('id', s.id, 'name', ${nameOf}), 'reason', t.reason)
          order by t.position) filter (where t.outcome = 'FAILED'), '[]') as failures
      from report_card_jobs j
      left join report_card_job_students t on t.center_id = j.center_id and t.job_id = j.id
      left join students s on s.center_id = t.center_id and s.id = t.student_id
      where j.center_id = current_center() and ${condition}
      group by j.center_id, j.id order by j.status = 'RUNNING' desc, j.created_at desc, j.id desc limit 1`);
  }
}
