import { Injectable } from '@nestjs/common';
import type { TimelineEntry } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { sql, where } from '../../platform/database/sql.ts';
import { after } from '../../platform/http/paging.ts';

export interface NewTimelineEntry {
  studentId: string;
  leadId?: string | null;
  /** `domain.what-happened`; the web has a sentence for each. */
  kind: string;
  text?: string | null;
  details?: Record<string, unknown>;
  /** Kept apart from the details, so that it can be kept from those who may not see money. */
  amountMinor?: number;
}

@Injectable()
export class TimelineRepository {
  constructor(private readonly db: Database) {}

  async add(entry: NewTimelineEntry): Promise<TimelineEntry> {
    const row = await this.db.first<{ id: string }>(sql`
      insert into timeline_entries (student_id, lead_id, kind, text, details, amount_minor, created_at, created_by)
      values (${entry.studentId}, ${entry.leadId ?? null}, ${entry.kind}, ${entry.text ?? null},
              ${JSON.stringify(entry.details ?? {})}, ${entry.amountMinor ?? null}, app_now(), current_actor()) returning id`);
    const [added] = await this.select({ id: row!.id }, { limit: 1 });
    return added!;
  }

  /** Without answering them, so that it is one statement for any number. */
  async addMany(entries: readonly Omit<NewTimelineEntry, 'amountMinor'>[]): Promise<void> {
    await this.db.run(sql`
      insert into timeline_entries (student_id, lead_id, kind, text, details, created_at, created_by)
      select n.student_id, n.lead_id, n.kind, n.text, n.details, app_now(), current_actor()
      from unnest(${entries.map((entry) => entry.studentId)}::uuid[], ${entries.map((entry) => entry.leadId ?? null)}::uuid[],
        ${entries.map((entry) => entry.kind)}::text[], ${entries.map((entry) => entry.text ?? null)}::text[],
        ${entries.map((entry) => JSON.stringify(entry.details ?? {}))}::jsonb[]) as n (student_id, lead_id, kind, text, details)`);
  }

  list(
    of: { studentId: string; hidden: string[] } | { leadId: string },
    page: { limit: number; cursor?: string | undefined },
  ) {
    return this.select(of, { ...page, limit: page.limit + 1 });
  }

  private select(
    of: { studentId?: string; leadId?: string; id?: string; hidden?: string[] },
    page: { limit: number; cursor?: string | undefined },
  ): Promise<TimelineEntry[]> {
    return this.db
      .rows<TimelineEntry>(sql`
      select t.id, t.created_at as at, t.kind, t.text, t.details,
        case when u.id is not null then jsonb_build_object('id', u.id, 'name', u.name) end as by,
        case when t.amount_minor is not null then jsonb_build_object('amountMinor', t.amount_minor, 'currency', c.currency) end as amount
      from timeline_entries t join centers c on c.id = t.center_id left join users u on u.id = t.created_by
      ${where(
        sql`t.center_id = current_center()`,
        of.studentId && sql`t.student_id = ${of.studentId}`,
        of.leadId && sql`t.lead_id = ${of.leadId}`,
        of.id && sql`t.id = ${of.id}`,
        of.hidden && sql`split_part(t.kind, '.', 1) <> all (${of.hidden})`,
        after(page.cursor, sql`t.created_at`, sql`t.id`, 'desc'),
      )}
      order by t.created_at desc, t.id desc limit ${page.limit}`)
      .then((rows) => rows.map(({ amount, ...row }) => (amount ? { ...row, amount } : row)));
  }
}
