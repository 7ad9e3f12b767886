import { Injectable } from '@nestjs/common';
import type { ReportCardDraft } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import type { Period } from './snapshot.rules.ts';

const noDraft: ReportCardDraft = { comments: '', summary: '', version: 0, updatedAt: null };

@Injectable()
export class DraftsRepository {
  constructor(private readonly db: Database) {}

  async of(studentId: string, { from, to }: Period): Promise<ReportCardDraft> {
    const row = await this.db.first<ReportCardDraft>(sql`
      select comments, summary, version, updated_at as "updatedAt" from report_card_drafts
      where center_id = current_center() and student_id = ${studentId} and period_start = ${from} and period_end = ${to}`);
    return row ?? noDraft;
  }

  /** Undefined when it is there in another version than the one seen (0: none). */
  save(
    studentId: string,
    { from, to }: Period,
    { comments, summary, seen }: { comments: string; summary: string; seen: number | undefined },
  ): Promise<ReportCardDraft | undefined> {
    return this.db.first<ReportCardDraft>(sql`
      insert into report_card_drafts as d (student_id, period_start, period_end, comments, summary)
      values (${studentId}, ${from}, ${to}, ${comments}, ${summary})
      on conflict (center_id, student_id, period_start, period_end) do update
        set comments = excluded.comments, summary = excluded.summary
        where ${seen === undefined} or d.version = ${seen ?? 0}
      returning comments, summary, version, updated_at as "updatedAt"`);
  }
}
