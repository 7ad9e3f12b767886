import type { ImportKind, InterpretedRow } from './index.ts';
import { interpretRows, readWorkbook, suggestImport } from './index.ts';
import type { ReadingOptions } from './row-reader.ts';
import type { Written } from './test-files.ts';
import { csv, xlsx } from './test-files.ts';

const INDIA = { country: 'IN', currency: 'INR', today: '2026-11-21' };

type Options = Partial<ReadingOptions>;

export function interpret(kind: ImportKind, file: Uint8Array, name: string, options: Options = {}): InterpretedRow[] {
  const workbook = readWorkbook(file, name);
  const place = { country: options.country ?? 'IN', currency: options.currency ?? 'INR' };
  const suggested = suggestImport(workbook, kind, place);
  if (!suggested) return [];
  const dateOrder = suggested.assumedDateOrder;
  return interpretRows(kind, suggested.table, suggested.columns, {
    ...INDIA,
    dateOrder,
    date1904: workbook.date1904,
    ...options,
  });
}

export const fromCsv = (kind: ImportKind, rows: (string | number | null)[][], options?: Options) =>
  interpret(kind, csv(rows), 'list.csv', options);
export const fromXlsx = (kind: ImportKind, rows: Written[][], options?: Options) =>
  interpret(kind, xlsx({ sheets: [{ rows }] }), 'list.xlsx', options);

export const codes = (row: InterpretedRow | undefined) => row?.problems.map(({ code }) => code);
export const warnings = (row: InterpretedRow | undefined) => row?.warnings.map(({ code }) => code);
