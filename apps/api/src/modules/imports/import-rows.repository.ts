import { Injectable } from '@nestjs/common';
import type { AnswerOf, InputOf, listImportRows } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { sql, where } from '../../platform/database/sql.ts';
import { after } from '../../platform/http/paging.ts';
import type { AnyRecord } from './import-context.ts';
import type { Counts, Outcome } from './imports.rules.ts';
import type { RowReason, StagedRow } from './sheet-request.ts';

type ImportRow = AnswerOf<typeof listImportRows>['items'][number];

/** A row that waits to be imported. */
export interface WaitingRow {
  position: number;
  rowNumber: number;
  sheet: string;
  record: AnyRecord;
  warnings: RowReason[];
}

export interface RowResult {
  position: number;
  outcome: Outcome;
  reasons: RowReason[];
  warnings: RowReason[];
  studentId: string | null;
  leadId: string | null;
}

const AT_ONCE = 1000;

/** `cells` keeps what stands in the row, as people read it and as it was understood. */
@Injectable()
export class ImportRowsRepository {
  constructor(private readonly db: Database) {}

  async replace(importId: string, rows: readonly StagedRow[]): Promise<void> {
    await this.clear(importId);
    for (let start = 0; start < rows.length; start += AT_ONCE) {
      const part = rows.slice(start, start + AT_ONCE).map((row, offset) => ({
        ...row,
        position: start + offset + 1,
        cells: { shown: row.cells, record: row.record },
        outcome: { OK: null, ERROR: 'FAILED', SKIP: 'SKIPPED' }[row.outcome],
      }));
      await this.db.run(sql`
        insert into import_rows (import_id, position, row_number, sheet, cells, outcome, reasons, warnings)
        select ${importId}, position, "rowNumber", sheet, cells, outcome, reasons, warnings
        from jsonb_to_recordset(${JSON.stringify(part)}::jsonb)
          as r (position int, "rowNumber" int, sheet text, cells jsonb, outcome text, reasons jsonb, warnings jsonb)`);
    }
  }

  async clear(importId: string): Promise<void> {
    await this.db.run(sql`delete from import_rows where center_id = current_center() and import_id = ${importId}`);
  }

  async isStaged(importId: string): Promise<boolean> {
    const row = await this.db.first(
      sql`select from import_rows where center_id = current_center() and import_id = ${importId} limit 1`,
    );
    return row !== undefined;
  }

  /** After a dry run nothing has happened yet to those that can be imported. */
  async reopen(importId: string): Promise<void> {
    await this.db.run(sql`
      update import_rows set outcome = null, reasons = '[]', student_id = null, lead_id = null
      where center_id = current_center() and import_id = ${importId} and jsonb_typeof(cells -> 'record') = 'object'`);
  }

  waiting(importId: string, limit: number): Promise<WaitingRow[]> {
    return this.db.rows<WaitingRow>(sql`
      select position, row_number as "rowNumber", sheet, cells -> 'record' as record, warnings from import_rows
      where center_id = current_center() and import_id = ${importId} and outcome is null order by position limit ${limit}`);
  }

  async settle(importId: string, results: readonly RowResult[]): Promise<void> {
    await this.db.run(sql`
      update import_rows r set outcome = d.outcome, reasons = d.reasons, warnings = d.warnings,
        student_id = d."studentId", lead_id = d."leadId"
      from jsonb_to_recordset(${JSON.stringify(results)}::jsonb)
        as d (position int, outcome text, reasons jsonb, warnings jsonb, "studentId" uuid, "leadId" uuid)
      where r.center_id = current_center() and r.import_id = ${importId} and r.position = d.position`);
  }

  async progress(importId: string): Promise<{ total: number; done: number } & Counts> {
    const row = await this.db.first<{ total: number; done: number } & Counts>(sql`
      select count(*)::int as total, count(outcome)::int as done,
        count(*) filter (where outcome = 'CREATED')::int as created, count(*) filter (where outcome = 'UPDATED')::int as updated,
        count(*) filter (where outcome = 'SKIPPED')::int as skipped, count(*) filter (where outcome = 'FAILED')::int as failed
      from import_rows where center_id = current_center() and import_id = ${importId}`);
    return row!;
  }

  /** What is refused leaves nothing behind. */
  attempt<T>(work: () => Promise<T>): Promise<T> {
    return this.db.attempt(work);
  }

  /** Answers what would become of it, and takes it back. */
  rehearse<T>(work: () => Promise<T>): Promise<T> {
    return this.db.rehearse(work);
  }

  list(
    importId: string,
    query: InputOf<typeof listImportRows>['query'],
  ): Promise<(ImportRow & { position: number })[]> {
    return this.db.rows(sql`
      select position, row_number as "rowNumber", sheet, outcome, reasons, warnings,
        coalesce(cells -> 'shown', '{}') as cells, student_id as "studentId", lead_id as "leadId"
      from import_rows
      ${where(
        sql`center_id = current_center() and import_id = ${importId}`,
        query.outcome && sql`outcome = ${query.outcome}`,
        after(query.cursor, sql`position`, sql`position::text`),
      )}
      order by position limit ${query.limit + 1}`);
  }
}
