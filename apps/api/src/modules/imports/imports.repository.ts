import { Injectable } from '@nestjs/common';
import type { Import } from '@cartwheel/contracts';
import type { ImportKind } from '@cartwheel/sheets';
import { Database } from '../../platform/database/database.ts';
import { type Sql, sql, where } from '../../platform/database/sql.ts';
import { after } from '../../platform/http/paging.ts';
import type { Counts, ImportPlan } from './imports.rules.ts';

export interface ImportState {
  id: string;
  kind: ImportKind;
  status: Import['status'];
  fileName: string;
  plan: ImportPlan;
  doneRows: number;
  totalRows: number;
  created: number;
  updated: number;
  skipped: number;
  failed: number;
  failure: string | null;
  finishedAt: string | null;
  undoneAt: string | null;
  keptRows: Import['keptRows'];
  sameFileImportedAt: string | null;
  createdAt: string;
  createdBy: { id: string; name: string } | null;
  version: number;
}

interface NewImport {
  kind: ImportKind;
  fileName: string;
  fileHash: string;
  bytes: Uint8Array;
  plan: ImportPlan;
}

const states = sql`
  select i.id, i.kind, i.status, i.file_name as "fileName", i.plan, i.done_rows as "doneRows", i.total_rows as "totalRows",
    i.created, i.updated, i.skipped, i.failed, i.failure, i.finished_at as "finishedAt", i.undone_at as "undoneAt",
    i.kept_rows as "keptRows", i.created_at as "createdAt", i.version,
    (select max(o.finished_at) from imports o where o.center_id = i.center_id and o.file_hash = i.file_hash and o.kind = i.kind
      and o.id <> i.id and o.status = 'DONE' and o.finished_at < coalesce(i.finished_at, 'infinity')) as "sameFileImportedAt",
    case when u.id is not null then jsonb_build_object('id', u.id, 'name', u.name) end as "createdBy"
  from imports i left join users u on u.id = i.created_by`;

/** The front desk may be allowed leads, and then knows of nothing else that was brought in. */
const shown = sql`i.center_id = current_center()
  and (i.kind = 'LEADS' or current_setting('app.role', true) is distinct from 'COUNSELOR')`;

@Injectable()
export class ImportsRepository {
  constructor(private readonly db: Database) {}

  find(id: string): Promise<ImportState | undefined> {
    return this.db.first<ImportState>(sql`${states} where ${shown} and i.id = ${id}`);
  }

  /** Whoever changes an import reads it like this: nobody else does meanwhile. */
  lock(id: string): Promise<ImportState | undefined> {
    return this.db.first<ImportState>(sql`${states} where ${shown} and i.id = ${id} for update of i`);
  }

  list({ cursor, limit }: { cursor?: string | undefined; limit: number }): Promise<ImportState[]> {
    return this.db.rows<ImportState>(sql`${states}
      ${where(shown, after(cursor, sql`i.created_at`, sql`i.id`, 'desc'))}
      order by i.created_at desc, i.id desc limit ${limit + 1}`);
  }

  async add({ kind, fileName, fileHash, bytes, plan }: NewImport): Promise<string> {
    const { format, encoding, delimiter } = plan.recognised;
    const row = await this.db.first<{ id: string }>(sql`
      insert into imports (kind, file_name, file_hash, format, encoding, delimiter, plan)
      values (${kind}, ${fileName}, ${fileHash}, ${format}, ${encoding}, ${delimiter}, ${JSON.stringify(plan)}) returning id`);
    await this.db.run(sql`insert into import_files (import_id, bytes, created_at)
      values (${row!.id}, ${Buffer.from(bytes)}, app_now())`);
    return row!.id;
  }

  async file(id: string): Promise<Uint8Array | undefined> {
    const row = await this.db.first<{ bytes: Buffer }>(
      sql`select bytes from import_files where center_id = current_center() and import_id = ${id}`,
    );
    return row?.bytes;
  }

  setPlan(id: string, plan: ImportPlan): Promise<void> {
    return this.set(
      id,
      sql`plan = ${JSON.stringify(plan)}, status = 'UPLOADED', done_rows = 0, total_rows = 0,
      created = 0, updated = 0, skipped = 0, failed = 0`,
    );
  }

  setChecked(id: string, total: number, counts: Counts): Promise<void> {
    return this.set(id, sql`status = 'CHECKED', done_rows = ${total}, total_rows = ${total}, ${countsAre(counts)}`);
  }

  setStatus(id: string, status: Import['status'], failure: string | null = null): Promise<void> {
    return this.set(id, sql`status = ${status}, failure = ${failure}`);
  }

  setProgress(id: string, progress: { done: number; total: number }, counts: Counts): Promise<void> {
    return this.set(id, sql`done_rows = ${progress.done}, total_rows = ${progress.total}, ${countsAre(counts)}`);
  }

  finish(id: string, status: 'DONE' | 'FAILED', failure: string | null): Promise<void> {
    return this.set(id, sql`status = ${status}, failure = ${failure}, finished_at = app_now()`);
  }

  setUndone(id: string, keptRows: Import['keptRows']): Promise<void> {
    return this.set(id, sql`status = 'UNDONE', undone_at = app_now(), kept_rows = ${JSON.stringify(keptRows)}`);
  }

  /** Answers what is kept: the children with whom somebody has worked since, and their rows. */
  async undo(id: string): Promise<Import['keptRows']> {
    const kept = await this.db.rows<{ studentId: string }>(
      sql`select entity_id as "studentId" from sd_undo_import(${id})`,
    );
    return this.db.rows(sql`
      select r.row_number as "rowNumber", s.first_name || coalesce(' ' || s.last_name, '') as what
      from import_rows r join students s on s.center_id = r.center_id and s.id = r.student_id
      where r.center_id = current_center() and r.import_id = ${id} and r.outcome in ('CREATED', 'UPDATED')
        and r.student_id = any (${kept.map(({ studentId }) => studentId)}::uuid[]) order by r.position`);
  }

  /** Originals are there to be read again while an import is new. What the rows said goes with them. */
  async forgetOldFiles(): Promise<void> {
    const old = sql`center_id = current_center() and created_at < app_now() - interval '30 days'`;
    await this.db.run(sql`
      update import_rows set cells = '{}' where center_id = current_center() and cells <> '{}'
        and import_id in (select import_id from import_files where ${old})`);
    await this.db.run(sql`delete from import_files where ${old}`);
  }

  /** For work that is long on purpose: reading a file, taking a large import back. */
  async takeTime(): Promise<void> {
    await this.db.run(sql`select set_config('statement_timeout', '600s', true), set_config('lock_timeout', '60s', true),
      set_config('idle_in_transaction_session_timeout', '300s', true)`);
  }

  /** What was planned for small tables is planned anew once many rows have come in. */
  async refreshStatistics(): Promise<void> {
    await this.takeTime();
    await this.db.run(sql`select sd_refresh_statistics()`);
  }

  private async set(id: string, what: Sql): Promise<void> {
    await this.db.run(sql`update imports set ${what} where center_id = current_center() and id = ${id}`);
  }
}

const countsAre = ({ created, updated, skipped, failed }: Counts): Sql =>
  sql`created = ${created}, updated = ${updated}, skipped = ${skipped}, failed = ${failed}`;
