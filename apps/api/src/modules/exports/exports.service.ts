import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import {
  type ExportedKind,
  type ExportedList,
  exportedLists,
  type ExportedRegister,
  type ExportedTable,
  exportedTables,
  type InputOf,
  type exportAuditLog,
  type Permission,
} from '@cartwheel/contracts';
import { todayIn } from '@cartwheel/domain/calendar';
import { csvLine, harmless } from '@cartwheel/domain/csv';
import writeExcel from 'write-excel-file/node';
import * as z from 'zod';
import type { Actor, ActorCenter } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { checked } from '../../platform/http/request.ts';
import { found, Problem, refuse } from '../../platform/problems/problem.ts';
import { AuditService } from '../audit/index.ts';
import { type ExportRow, ExportsRepository, type RegisterFilters } from './exports.repository.ts';
import { auditCells, fileName, LONGEST_CELL, seenBy } from './exports.rules.ts';
import { type Filters, ListsService } from './lists.service.ts';

const AT_ONCE = 2000;
const MOST_OF_THE_LOG = 20_000;
const BYTE_ORDER_MARK = '\uFEFF';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface Export {
  kind: string;
  format: 'csv' | 'xlsx';
  center: ActorCenter;
  filters: Record<string, unknown>;
  pages: AsyncIterable<ExportRow[]>;
}

@Injectable()
export class ExportsService {
  constructor(
    private readonly exports: ExportsRepository,
    private readonly lists: ListsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** `payments.csv` or `payments.xlsx`: what the list shows with these filters, all of its pages. */
  async file(actor: Actor, name: string, asked: Record<string, string | undefined>): Promise<StreamableFile> {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the contract lists the names
    const [kind, format] = name.split('.') as [ExportedKind, 'csv' | 'xlsx'];
    const { permission } = exportedTables[kind];
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nothing that is exported is public
    if (!actor.permissions.has(permission as Permission)) throw new Problem('forbidden');
    const center = found(actor.center ?? undefined, 'center');
    const filters = filtersOf(exportedTables[kind], asked);
    const pages = isList(kind)
      ? this.lists.pages(actor, center, kind, filters)
      : this.register(actor, kind, filters.query);
    return this.hand({ kind, format, center, filters: asked, pages });
  }

  auditLog(actor: Actor, { format, ...filters }: InputOf<typeof exportAuditLog>['query']): Promise<StreamableFile> {
    const center = found(actor.center ?? undefined, 'center');
    return this.hand({ kind: 'audit', format, center, filters, pages: this.auditPages(center, filters) });
  }

  /** Nothing leaves without a trace: the file is made, written down with its rows, and only then answered. */
  private async hand({ kind, format, center, filters, pages }: Export): Promise<StreamableFile> {
    const tally = { rows: 0 };
    const counted = countedBy(tally, pages);
    const name = fileName(kind, center, todayIn(center.timezone, this.clock.now()), format);
    const disposition = `attachment; filename="${name}"`;
    const file =
      format === 'csv'
        ? new StreamableFile(Readable.from(await this.csv(counted)), { type: 'text/csv; charset=utf-8', disposition })
        : new StreamableFile(await this.workbook(counted, kind), { type: XLSX, disposition });
    await this.audit.noteExport({ kind, format, filters, rows: tally.rows });
    return file;
  }

  /** In pieces of bytes: as text all of it would take twice the memory. */
  private async csv(pages: AsyncIterable<ExportRow[]>): Promise<Buffer[]> {
    const pieces = [Buffer.from(BYTE_ORDER_MARK)];
    for await (const rows of pages) {
      if (pieces.length === 1 && rows[0]) pieces.push(Buffer.from(csvLine(Object.keys(rows[0]))));
      pieces.push(Buffer.from(rows.map((row) => csvLine(Object.values(row))).join('')));
    }
    return pieces;
  }

  private async workbook(pages: AsyncIterable<ExportRow[]>, sheet: string): Promise<Buffer> {
    const lines: { value: string; type: StringConstructor; fontWeight?: 'bold' }[][] = [];
    const cell = (value: string | number | null) => ({
      value: harmless(String(value ?? '')).slice(0, LONGEST_CELL),
      type: String,
    });
    for await (const rows of pages) {
      if (lines.length === 0 && rows[0])
        lines.push(Object.keys(rows[0]).map((header) => ({ ...cell(header), fontWeight: 'bold' })));
      for (const row of rows) lines.push(Object.values(row).map((value) => cell(value)));
    }
    return writeExcel(lines.length > 0 ? lines : [[cell('')]], { sheet }).toBuffer();
  }

  private async *register(
    actor: Actor,
    register: ExportedRegister,
    filters: RegisterFilters,
  ): AsyncGenerator<ExportRow[]> {
    let after: { key: string; id: string } | null = null;
    do {
      const page = await this.exports.register(register, { filters, after, limit: AT_ONCE });
      yield page.map((row) => seenBy(actor.permissions, row));
      after = page.length === AT_ONCE ? (page.at(-1) ?? null) : null;
    } while (after !== null);
  }

  private async *auditPages(center: ActorCenter, filters: Export['filters']): AsyncGenerator<ExportRow[]> {
    let entries = 0;
    for await (const page of this.audit.pages(filters, AT_ONCE)) {
      entries += page.length;
      if (entries > MOST_OF_THE_LOG) throw refuse('query.from', 'More than 20,000 entries; choose fewer days');
      yield page.map((entry) => auditCells(entry, center.timezone));
    }
  }
}

const isList = (kind: ExportedKind): kind is ExportedList => Object.hasOwn(exportedLists, kind);

/** What was asked, read by the schemas of the list itself: which one it is of, and its filters. */
function filtersOf(table: ExportedTable, asked: Record<string, string | undefined>): Filters {
  const names = table.params instanceof z.ZodObject ? Object.keys(table.params.shape) : [];
  const entries = Object.entries(asked);
  const params = Object.fromEntries(entries.filter(([name]) => names.includes(name)));
  const query = Object.fromEntries(entries.filter(([name]) => !names.includes(name)));
  return {
    params: checked('query', table.params, params),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema of a query reads an object
    query: checked('query', table.query, query) as Record<string, unknown>,
  };
}

async function* countedBy(tally: { rows: number }, pages: AsyncIterable<ExportRow[]>) {
  for await (const rows of pages) {
    tally.rows += rows.length;
    yield rows;
  }
}
