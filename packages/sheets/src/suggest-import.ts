import type { Place } from './column-content.ts';
import type { DateOrder, DetectedDateOrder } from './dates.ts';
import { dayIn, detectDateOrder, usualDateOrder } from './dates.ts';
import type { Table } from './detect-table.ts';
import { cellAt, detectTable } from './detect-table.ts';
import { detectTables } from './detect-tables.ts';
import type { ImportField, ImportKind } from './fields.ts';
import { dateFields } from './fields.ts';
import type { ColumnMapping, SuggestedMapping } from './suggest-mapping.ts';
import { suggestMapping } from './suggest-mapping.ts';
import type { Workbook } from './workbook.ts';
import { textCell } from './workbook.ts';

export interface SuggestedImport extends SuggestedMapping {
  /** The table to import. Sheets with the same columns are one table. */
  table: Table;
  otherTables: Table[];
  /** What the dates prove; ask the person about AMBIGUOUS and MIXED. */
  dateOrder: DetectedDateOrder;
  /** What to import with unless the person says otherwise. */
  assumedDateOrder: DateOrder;
}

/** What the person chose instead of what was found. */
export interface TableChoice {
  sheet?: string;
  /** As the spreadsheet shows it, from 1; only together with a sheet. */
  headerRow?: number;
}

/** Everything to show after an upload. Null for a workbook without any rows. */
export function suggestImport(
  workbook: Workbook,
  kind: ImportKind,
  place: Place,
  choice: TableChoice = {},
): SuggestedImport | null {
  const tables = detectTables(workbook);
  const table = chosenTable(workbook, tables, choice) ?? likeliestTable(kind, tables, place);
  if (!table) return null;
  const otherTables = tables.filter((other) => other !== table);
  const mapping = suggestMapping(kind, table, place);
  const dateOrder = dateOrderOf(table, mapping.columns);
  const isProven = dateOrder !== 'AMBIGUOUS' && dateOrder !== 'MIXED';
  const assumedDateOrder = isProven ? dateOrder : usualDateOrder(place.country);
  return { ...mapping, table, otherTables, dateOrder, assumedDateOrder };
}

function chosenTable(workbook: Workbook, tables: Table[], { sheet: name, headerRow }: TableChoice) {
  const sheet = workbook.sheets.find((candidate) => candidate.name === name);
  if (!sheet) return undefined;
  if (headerRow !== undefined) return detectTable(sheet, headerRow);
  return tables.find(({ sheets }) => sheets.includes(sheet.name)) ?? detectTable(sheet);
}

/** A long price list must not win over a short list of children. */
function likeliestTable(kind: ImportKind, tables: Table[], place: Place): Table | undefined {
  const scored = tables.map((table) => {
    const sure = suggestMapping(kind, table, place).columns.filter(({ confidence }) => confidence === 'SURE');
    return { table, score: sure.length * Math.min(table.rows.length, 50) };
  });
  return scored.toSorted((a, b) => b.score - a.score)[0]?.table;
}

/** Over all date columns of a table: a file is written by one hand. */
export function dateOrderOf(table: Table, mapping: readonly ColumnMapping[]): DetectedDateOrder {
  const columns = mapping.filter(({ field }) => isDateField(field));
  const cells = table.rows.flatMap((row) => columns.map(({ column }) => cellAt(row, column)));
  const grid = new Set(mapping.filter(({ field }) => field === 'mark').map(({ column }) => column));
  const days = table.columns.filter(({ index }) => grid.has(index)).map(({ header }) => textCell(dayIn(header)));
  return detectDateOrder([...cells, ...days]);
}

function isDateField(field: ImportField | null): boolean {
  return field !== null && dateFields.includes(field);
}
