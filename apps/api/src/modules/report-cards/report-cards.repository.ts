import { Injectable } from '@nestjs/common';
import type { InputOf, listReportCards, ReportCardSummary } from '@cartwheel/contracts';
import { personOf } from '../../platform/database/answers.ts';
import { Database } from '../../platform/database/database.ts';
import { type Sql, sql, where } from '../../platform/database/sql.ts';
import { after } from '../../platform/http/paging.ts';
import { nameOf, taughtBy } from '../students/students.sql.ts';
import type { Period, Seal } from './snapshot.rules.ts';

export interface StoredCard extends ReportCardSummary {
  code: string;
  hash: string;
  /** The snapshot as it is stored. */
  body: string;
  reachable: number;
}

export interface NewCard extends Pick<Seal, 'code' | 'version'> {
  studentId: string;
  period: Period;
  jobId: string | null;
  hash: string;
  body: string;
}

/** Rows `k` with their student `s`: who was merged is found under the record that was kept. */
const cardRows = sql`from report_cards k
  join students own on own.center_id = k.center_id and own.id = k.student_id
  join students s on s.center_id = own.center_id and s.id = coalesce(own.merged_into_id, own.id)
  left join lateral (
    select max(x.sent_at) as at, count(x.sent_at)::int as done, count(*)::int - count(x.sent_at)::int as waiting
    from report_card_sends x where x.center_id = k.center_id and x.report_card_id = k.id) sent on true`;

const newer = sql`exists (select from report_cards n where n.center_id = k.center_id and n.student_id = k.student_id
  and n.period_start = k.period_start and n.period_end = k.period_end and n.version > k.version)`;
const cardState = sql`case when ${newer} then 'SUPERSEDED' when sent.at is not null then 'SENT' else 'READY' end`;

const summary = sql`k.id, jsonb_build_object('id', s.id, 'name', ${nameOf}) as student,
  jsonb_build_object('from', k.period_start, 'to', k.period_end) as period, k.version, ${cardState} as state,
  sent.at as "sentAt", sent.done as "sentTo", sent.waiting as sending,
  exists (select from report_card_drafts d where d.center_id = k.center_id and d.student_id = k.student_id
    and d.period_start = k.period_start and d.period_end = k.period_end and d.updated_at > k.created_at) as "isOutdated",
  k.created_at as "issuedAt", ${personOf(sql`k.created_by`)} as "issuedBy"`;

@Injectable()
export class ReportCardsRepository {
  constructor(private readonly db: Database) {}

  list(
    { studentId, state, cursor, limit }: InputOf<typeof listReportCards>['query'],
    trainerId: string | undefined,
  ): Promise<ReportCardSummary[]> {
    return this.db.rows<ReportCardSummary>(sql`select ${summary} ${cardRows}
      ${where(
        sql`k.center_id = current_center()`,
        studentId && sql`s.id = ${studentId}`,
        state && sql`${cardState} = ${state}`,
        trainerId && taughtBy(trainerId),
        after(cursor, sql`k.created_at`, sql`k.id`, 'desc'),
      )} order by k.created_at desc, k.id desc limit ${limit + 1}`);
  }

  find(id: string, trainerId?: string): Promise<StoredCard | undefined> {
    return this.one(where(sql`k.center_id = current_center() and k.id = ${id}`, trainerId && taughtBy(trainerId)));
  }

  newest(studentId: string, { from, to }: Period): Promise<ReportCardSummary | undefined> {
    return this.db.first<ReportCardSummary>(sql`select ${summary} ${cardRows}
      where k.center_id = current_center() and k.student_id = ${studentId} and k.period_start = ${from} and k.period_end = ${to}
      order by k.version desc limit 1`);
  }

  /** Of several students at once, each the newest. */
  newestOf(studentIds: readonly string[], { from, to }: Period): Promise<ReportCardSummary[]> {
    return this.db.rows<ReportCardSummary>(sql`select distinct on (k.student_id) ${summary} ${cardRows}
      where k.center_id = current_center() and k.student_id = any (${studentIds}::uuid[])
        and k.period_start = ${from} and k.period_end = ${to} order by k.student_id, k.version desc`);
  }

  ofJob(jobId: string, studentId: string): Promise<{ id: string } | undefined> {
    return this.db.first(sql`select id from report_cards
      where center_id = current_center() and job_id = ${jobId} and student_id = ${studentId}`);
  }

  /** A student's name, where this person knows the student. */
  student(id: string, trainerId?: string): Promise<{ name: string } | undefined> {
    return this.db.first(sql`select ${nameOf} as name from students s
      ${where(sql`s.center_id = current_center() and s.id = ${id} and s.merged_into_id is null`, trainerId && taughtBy(trainerId))}`);
  }

  /** Until the unit of work ends nobody else makes a card of this student and period. Answers the next version. */
  async takeVersion(studentId: string, { from, to }: Period): Promise<number> {
    await this.db.rows(sql`select pg_advisory_xact_lock(hashtextextended(
      'report-card:' || current_center() || ${studentId} || ${from} || ${to}, 0))`);
    const row = await this.db.first<{ next: number }>(sql`
      select coalesce(max(version), 0) + 1 as next from report_cards
      where center_id = current_center() and student_id = ${studentId} and period_start = ${from} and period_end = ${to}`);
    return row?.next ?? 1;
  }

  async add({ studentId, period, version, code, hash, body, jobId }: NewCard): Promise<string> {
    const row = await this.db.first<{ id: string }>(sql`
      insert into report_cards (student_id, period_start, period_end, version, code, hash, job_id, created_by)
      values (${studentId}, ${period.from}, ${period.to}, ${version}, ${code}, ${hash}, ${jobId}, current_actor()) returning id`);
    await this.db.run(sql`insert into report_card_snapshots (report_card_id, body) values (${row!.id}, ${body})`);
    return row!.id;
  }

  /** Today on the center's clock. */
  async today(): Promise<string> {
    const row = await this.db.first<{ today: string }>(sql`select center_today() as today`);
    return row!.today;
  }

  private one(condition: Sql): Promise<StoredCard | undefined> {
    return this.db.first<StoredCard>(sql`select ${summary}, k.code, k.hash, b.body,
      (select count(*)::int from family_links f join guardians g on g.center_id = f.center_id and g.id = f.guardian_id
        where f.center_id = s.center_id and f.student_id = s.id and g.email is not null) as reachable
      ${cardRows} join report_card_snapshots b on b.center_id = k.center_id and b.report_card_id = k.id ${condition}`);
  }
}
