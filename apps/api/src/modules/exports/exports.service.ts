import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import { minorDigits } from '@cartwheel/domain/money';
import writeExcel from 'write-excel-file/node';
import { type ExportKind, type ExportRow, ExportsRepository } from './exports.repository.ts';
import { csvLine, harmless, LONGEST_CELL } from './exports.rules.ts';

const AT_ONCE = 2000;
const BYTE_ORDER_MARK = '\uFEFF';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Injectable()
export class ExportsService {
  constructor(private readonly exports: ExportsRepository) {}

  /** `payments.csv` or `payments.xlsx`: everything of a kind in this center. */
  async file(name: string): Promise<StreamableFile> {
    const [kind, format] = name.split('.') as [ExportKind, 'csv' | 'xlsx']; // the contract lists the names
    const disposition = `attachment; filename="${name}"`;
    if (format === 'csv') {
      return new StreamableFile(Readable.from(await this.csv(kind)), { type: 'text/csv; charset=utf-8', disposition });
    }
    return new StreamableFile(await this.workbook(kind), { type: XLSX, disposition });
  }

  /** In pieces of bytes: as text all of it would take twice the memory. */
  private async csv(kind: ExportKind): Promise<Buffer[]> {
    const pieces = [Buffer.from(BYTE_ORDER_MARK)];
    for await (const rows of this.pages(kind)) {
      if (pieces.length === 1 && rows[0]) pieces.push(Buffer.from(csvLine(Object.keys(rows[0]))));
      pieces.push(Buffer.from(rows.map((row) => csvLine(Object.values(row))).join('')));
    }
    return pieces;
  }

  private async workbook(kind: ExportKind): Promise<Buffer> {
    const lines: { value: string; type: StringConstructor; fontWeight?: 'bold' }[][] = [];
    const cell = (value: string | number | null) => ({
      value: harmless(String(value ?? '')).slice(0, LONGEST_CELL),
      type: String,
    });
    for await (const rows of this.pages(kind)) {
      if (lines.length === 0 && rows[0])
        lines.push(Object.keys(rows[0]).map((header) => ({ ...cell(header), fontWeight: 'bold' })));
      for (const row of rows) lines.push(Object.values(row).map((value) => cell(value)));
    }
    return writeExcel(lines.length > 0 ? lines : [[cell('')]], { sheet: kind }).toBuffer();
  }

  private async *pages(kind: ExportKind): AsyncGenerator<ExportRow[]> {
    const digits = minorDigits(await this.exports.currency());
    let after: string | null = null;
    do {
      const page: (ExportRow & { id: string })[] = await this.exports.page(kind, { digits, after, limit: AT_ONCE });
      yield page.map((row) => withoutId(row));
      after = page.length === AT_ONCE ? (page.at(-1)?.id ?? null) : null;
    } while (after !== null);
  }
}

function withoutId(row: ExportRow): ExportRow {
  const { id: _, ...cells } = row;
  return cells;
}
