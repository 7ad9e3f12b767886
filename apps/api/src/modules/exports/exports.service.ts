import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import type { InputOf, exportAuditLog } from '@cartwheel/contracts';
import { csvLine, harmless } from '@cartwheel/domain/csv';
import { minorDigits } from '@cartwheel/domain/money';
import writeExcel from 'write-excel-file/node';
import { refuse } from '../../platform/problems/problem.ts';
import { AuditService } from '../audit/index.ts';
import { type Days, type ExportKind, type ExportRow, ExportsRepository } from './exports.repository.ts';
import { auditCells, LONGEST_CELL } from './exports.rules.ts';

const AT_ONCE = 2000;
const MOST_OF_THE_LOG = 20_000;
const BYTE_ORDER_MARK = '\uFEFF';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface Export {
  kind: string;
  format: 'csv' | 'xlsx';
  filters: Record<string, unknown>;
  pages: AsyncIterable<ExportRow[]>;
}

@Injectable()
export class ExportsService {
  constructor(
    private readonly exports: ExportsRepository,
    private readonly audit: AuditService,
  ) {}

  /** `payments.csv` or `payments.xlsx`: everything of a kind in this center, or what is of these days. */
  async file(name: string, days: Days): Promise<StreamableFile> {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the contract lists the names
    const [kind, format] = name.split('.') as [ExportKind, 'csv' | 'xlsx'];
    if ((days.from ?? days.to) !== undefined && !isOfDays(kind)) throw refuse('query.from', 'These rows have no day');
    return this.hand({ kind, format, filters: { ...days }, pages: this.pages(kind, days) });
  }

  auditLog({ format, ...filters }: InputOf<typeof exportAuditLog>['query']): Promise<StreamableFile> {
    return this.hand({ kind: 'audit', format, filters, pages: this.auditPages(filters) });
  }

  /** Nothing leaves without a trace: the file is made, written down with its rows, and only then answered. */
  private async hand({ kind, format, filters, pages }: Export): Promise<StreamableFile> {
    const tally = { rows: 0 };
    const counted = countedBy(tally, pages);
    const disposition = `attachment; filename="${kind}.${format}"`;
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

  private async *pages(kind: ExportKind, days: Days): AsyncGenerator<ExportRow[]> {
    const digits = minorDigits((await this.exports.center()).currency);
    let after: string | null = null;
    do {
      const page: (ExportRow & { id: string })[] = await this.exports.page(kind, {
        digits,
        after,
        limit: AT_ONCE,
        days,
      });
      yield page.map((row) => withoutId(row));
      after = page.length === AT_ONCE ? (page.at(-1)?.id ?? null) : null;
    } while (after !== null);
  }

  private async *auditPages(filters: Export['filters']): AsyncGenerator<ExportRow[]> {
    const { timezone } = await this.exports.center();
    let entries = 0;
    for await (const page of this.audit.pages(filters, AT_ONCE)) {
      entries += page.length;
      if (entries > MOST_OF_THE_LOG) throw refuse('query.from', 'More than 20,000 entries; choose fewer days');
      yield page.map((entry) => auditCells(entry, timezone));
    }
  }
}

const undated: readonly ExportKind[] = [
  ...(['leads', 'students', 'guardians', 'enrollments', 'renewals'] as const),
  ...(['batches', 'curricula', 'users', 'closures'] as const),
];
const isOfDays = (kind: ExportKind) => !undated.includes(kind);

async function* countedBy(tally: { rows: number }, pages: AsyncIterable<ExportRow[]>) {
  for await (const rows of pages) {
    tally.rows += rows.length;
    yield rows;
  }
}

function withoutId(row: ExportRow): ExportRow {
  const { id: _, ...cells } = row;
  return cells;
}
