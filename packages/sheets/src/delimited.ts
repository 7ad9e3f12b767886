import Papa from 'papaparse';
import { LIMITS } from './limits.ts';
import { decodeText } from './text-encoding.ts';
import type { SheetWarning, Workbook } from './workbook.ts';
import { SheetBuilder, textCell, tooManyRows } from './workbook.ts';

const DELIMITERS = [',', ';', '\t', '|'];
const SEPARATOR_LINE = /^sep=([^\n])\n/i;

export interface TextFile {
  bytes: Uint8Array;
  name: string;
  format: 'CSV' | 'TXT';
  encoding?: string;
}

export function readDelimited({ bytes, name, format, encoding: chosen }: TextFile): Workbook {
  const { text, encoding, warnings } = decodeText(bytes, chosen);
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  const declared = SEPARATOR_LINE.exec(lines);
  const body = declared ? lines.slice(declared[0].length) : lines;
  const delimiter = declared?.[1] ?? delimiterOf(body);

  const sheet = new SheetBuilder(name);
  const quoteWarnings = fill(sheet, body, delimiter);
  return {
    format,
    encoding,
    delimiter,
    sheets: [sheet.finish(false, [])],
    warnings: [...warnings, ...quoteWarnings],
  };
}

function fill(sheet: SheetBuilder, text: string, delimiter: string): SheetWarning[] {
  let row = 0;
  const unevenRows: number[] = [];
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step: ({ data, errors }) => {
      if (errors.some(({ type }) => type === 'Quotes')) unevenRows.push(row + 1);
      for (const [column, value] of data.entries()) sheet.put(row, column, textCell(value));
      row += 1;
      if (row > LIMITS.emptyRows) throw tooManyRows(sheet.sheetName);
    },
  });
  const [unevenFrom] = unevenRows;
  if (unevenFrom === undefined) return [];
  const message = `A quotation mark in row ${unevenFrom} is never closed or stands in the middle of a cell.`;
  return [{ code: 'UNEVEN_QUOTES', message }];
}

/** The delimiter that cuts most of the first lines into the same number of cells. */
function delimiterOf(text: string): string {
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: evenness(text, delimiter) }));
  const best = scored.reduce((left, right) => (right.score > left.score ? right : left));
  return best.delimiter;
}

function evenness(text: string, delimiter: string): number {
  const { data } = Papa.parse<string[]>(text.slice(0, 100_000), { delimiter, newline: '\n', preview: 60 });
  const widths = data.filter((cells) => cells.some((cell) => cell !== '')).map((cells) => cells.length);
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const shares = [...counts].map(([width, count]) => ({ width, share: count / widths.length }));
  // A stray tab or semicolon in a few cells cuts nothing.
  const scores = shares.filter(({ share }) => share >= 0.25).map(({ width, share }) => (width - 1) * share);
  return Math.max(0, ...scores);
}
