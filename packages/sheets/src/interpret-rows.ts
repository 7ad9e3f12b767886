import { expandCells, readMark, readSkill } from './class-record.ts';
import { detectDecimalMark } from './decimal-mark.ts';
import type { Table, TableRow } from './detect-table.ts';
import { cellAt, filledCells } from './detect-table.ts';
import type { ImportField, ImportKind } from './fields.ts';
import { childFields, gridFields } from './fields.ts';
import { readLead } from './lead-record.ts';
import { LIMITS } from './limits.ts';
import type { InterpretedRow } from './records.ts';
import { Repeats } from './repeats.ts';
import type { MappedColumn, ReadingOptions } from './row-reader.ts';
import { RowReader } from './row-reader.ts';
import { readStudent } from './student-record.ts';
import type { ColumnMapping } from './suggest-mapping.ts';

/** Reads every row of a table into a record. A row with several children gives one result for each. */
export function interpretRows(
  kind: ImportKind,
  table: Table,
  mapping: readonly ColumnMapping[],
  options: ReadingOptions,
): InterpretedRow[] {
  const columns = mappedColumns(table, mapping);
  const decimal = options.decimal ?? detectDecimalMark(amountCells(table, columns));
  const repeats = new Repeats();
  return table.rows.flatMap((row) =>
    partsOf(kind, row, columns).map(({ child, columns: own }) => {
      const reader = new RowReader(row, own, { ...options, decimal });
      return repeats.settle(interpret(kind, reader, child));
    }),
  );
}

function partsOf(kind: ImportKind, row: TableRow, columns: MappedColumn[]): ChildColumns[] {
  const field = gridFields[kind];
  if (!field) return expandChildren(row, columns);
  return expandCells(row, columns, field).map((own) => ({ child: null, columns: own }));
}

function mappedColumns(table: Table, mapping: readonly ColumnMapping[]): MappedColumn[] {
  const headers = new Map(table.columns.map(({ index, header }) => [index, header]));
  return mapping
    .filter(({ field }) => field !== null)
    .map((column) => ({ ...column, header: headers.get(column.column) || `Column ${column.column + 1}` }));
}

const AMOUNTS: readonly ImportField[] = ['fees', 'amountPaid', 'discount'];

function amountCells(table: Table, columns: MappedColumn[]) {
  const amounts = columns.filter(({ field }) => field !== null && AMOUNTS.includes(field));
  return table.rows.flatMap((row) => amounts.map(({ column }) => cellAt(row, column)));
}

interface ChildColumns {
  child: number | null;
  columns: MappedColumn[];
}

const CHILD_NAMES: readonly (string | null)[] = ['childName', 'childFirstName', 'childLastName'];

/** One entry for each child a row names, with the columns about this child and those that all share. */
export function expandChildren(row: TableRow, columns: MappedColumn[]): ChildColumns[] {
  const numbers = [...new Set(columns.map((column) => ownerOf(column)))].filter((owner) => owner !== null);
  if (numbers.every((number) => number === 1)) return [{ child: null, columns }];

  const children = numbers
    .toSorted((a, b) => a - b)
    .map((child) => ({
      child,
      columns: columns.filter((column) => [child, null].includes(ownerOf(column))),
    }));
  const named = children.filter(({ child, columns: own }) => own.some((column) => namesChild(row, column, child)));
  return named.length > 0 ? named : children.slice(0, 1);
}

/** A column about a child that does not say which is about the first. */
function ownerOf({ field, child }: MappedColumn): number | null {
  return child ?? (childFields.some((known) => known === field) ? 1 : null);
}

function namesChild(row: TableRow, column: MappedColumn, child: number): boolean {
  const isName = CHILD_NAMES.includes(column.field) && ownerOf(column) === child;
  return isName && cellAt(row, column.column).text.trim() !== '';
}

const NOTHING = { lead: null, student: null, mark: null, skill: null };

function interpret(kind: ImportKind, reader: RowReader, child: number | null): InterpretedRow {
  const { sheet, rowNumber } = reader.row;
  const field = gridFields[kind];
  const column = (field && reader.filled(field)[0]?.column) ?? null;
  const place = { sheet, rowNumber, child, column, repeatOf: null, sameChildAs: null };
  if (reader.columns.every(({ column }) => cellAt(reader.row, column).kind === 'EMPTY')) {
    reader.warn(null, 'nothing_to_import', 'has nothing to import');
    return { ...place, outcome: 'SKIP', problems: [], warnings: reader.warnings, ...NOTHING };
  }
  refuseLongCells(reader);
  const lead = kind === 'LEADS' ? readLead(reader) : null;
  const student = kind === 'STUDENTS' ? readStudent(reader) : null;
  const mark = kind === 'ATTENDANCE' ? readMark(reader) : null;
  const skill = kind === 'SKILLS' ? readSkill(reader) : null;
  const { problems, warnings } = reader;
  const outcome = problems.length > 0 ? 'ERROR' : 'OK';
  return { ...place, outcome, problems, warnings, lead, student, mark, skill };
}

function refuseLongCells(reader: RowReader): void {
  const isTooLong = filledCells(reader.row.cells).some(({ text }) => text.length > LIMITS.cellCharacters);
  if (!isTooLong) return;
  const most = LIMITS.cellCharacters.toLocaleString('en');
  reader.problem(null, 'cell_too_long', `has a cell with more than ${most} characters`);
}
