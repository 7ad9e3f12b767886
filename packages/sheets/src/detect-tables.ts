import type { Table } from './detect-table.ts';
import { columnsOf, detectTable } from './detect-table.ts';
import type { Workbook } from './workbook.ts';
import { plainWords } from './wording.ts';

/** The tables of a workbook, the one with most rows first. Monthly sheets with the same columns are one. */
export function detectTables(workbook: Workbook): Table[] {
  const merged = new Map<string, Table>();
  for (const sheet of workbook.sheets) {
    if (sheet.hidden) continue;
    const table = detectTable(sheet);
    const key = table.columns.map(({ index, header }) => `${index}:${plainWords(header)}`).join('|');
    const same = merged.get(key);
    if (table.rows.length > 0) merged.set(key, same ? merge(same, table) : table);
  }
  return [...merged.values()].toSorted((a, b) => b.rows.length - a.rows.length);
}

function merge(table: Table, next: Table): Table {
  const rows = [...table.rows, ...next.rows];
  const headers: string[] = [];
  for (const { index, header } of table.columns) headers[index] = header;
  const hidden = table.columns.filter((column) => column.hidden).map(({ index }) => index);
  return {
    sheets: [...table.sheets, ...next.sheets],
    headerRow: table.headerRow,
    columns: columnsOf(headers, rows, hidden),
    rows,
    passedOver: [...table.passedOver, ...next.passedOver],
  };
}
