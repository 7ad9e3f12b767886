import type { ImportRow } from './queries.ts';

export interface ReasonGroup {
  code: string;
  field: string | null;
  count: number;
  /** The sentence of the first row, with its own values. */
  example: string;
  rowNumbers: number[];
}

/** The same thing wrong in the same field, most frequent first. A row with two problems is in two groups. */
export function groupByReason(rows: readonly ImportRow[]): ReasonGroup[] {
  const groups = new Map<string, ReasonGroup>();
  for (const { rowNumber, reasons } of rows) {
    for (const { code, field, message } of reasons) {
      const key = `${code} ${field}`;
      const group = groups.get(key) ?? { code, field, count: 0, example: message, rowNumbers: [] };
      group.count += 1;
      group.rowNumbers.push(rowNumber);
      groups.set(key, group);
    }
  }
  return [...groups.values()].toSorted((one, other) => other.count - one.count);
}

/** Rejected rows with their reason, as the person would mend them in a spreadsheet and bring them again. */
export function rejectedCsv(rows: readonly ImportRow[], words: { row: string; sheet: string; reason: string }): string {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row.cells)))];
  const lines = rows.map((row) => [
    ...headers.map((header) => row.cells[header] ?? ''),
    String(row.rowNumber),
    row.sheet,
    row.reasons.map(({ message }) => message).join(' '),
  ]);
  const all = [[...headers, words.row, words.sheet, words.reason], ...lines];
  return `\uFEFF${all.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A cell that a spreadsheet would run as a formula is written as text. Phone numbers and amounts stay as they are. */
function cell(text: string): string {
  const isFormula = /^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d\s().,-]*$/.test(text);
  const safe = isFormula ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
