import { LIMITS } from './limits.ts';
import { SheetProblem } from './sheet-problem.ts';

export type CellKind = 'TEXT' | 'NUMBER' | 'DATE' | 'BOOLEAN' | 'ERROR' | 'EMPTY';

export interface Cell {
  /** What a person would read; 'YYYY-MM-DD' for dates. */
  text: string;
  kind: CellKind;
  /** The number of a number cell, the serial of a date cell. */
  number?: number;
}

export interface Sheet {
  name: string;
  /** Row n of the spreadsheet is rows[n - 1]; a row ends with its last filled cell. */
  rows: Cell[][];
  hidden: boolean;
  /** Zero-based. */
  hiddenColumns: number[];
}

export interface SheetWarning {
  code: 'HIDDEN_SHEET' | 'BROKEN_CHARACTERS' | 'UNEVEN_QUOTES' | 'NO_DATA';
  message: string;
}

export interface Workbook {
  format: 'CSV' | 'TXT' | 'XLSX';
  encoding?: string;
  delimiter?: string;
  date1904?: boolean;
  sheets: Sheet[];
  warnings: SheetWarning[];
}

export const EMPTY_CELL: Cell = Object.freeze({ text: '', kind: 'EMPTY' });

const FORMULA_START = /^'(?='*[=+\-@\t\r＝＋－＠])/;

/** Keeps one character more than allowed, so that whoever reads the row can tell that it was too long. */
export function textCell(text: string): Cell {
  if (text.trim() === '') return EMPTY_CELL;
  const kept = text.length > LIMITS.cellCharacters ? text.slice(0, LIMITS.cellCharacters + 1) : text;
  // Our exports quote what a spreadsheet would take for a formula: without the quote it is the value again.
  return { text: kept.replace(FORMULA_START, ''), kind: 'TEXT' };
}

/** Holds one sheet to the limits while its cells arrive in any order. */
export class SheetBuilder {
  readonly rows: Cell[][] = [];
  private cells = 0;
  private characters = 0;

  constructor(readonly sheetName: string) {}

  put(row: number, column: number, cell: Cell): void {
    if (cell.kind === 'EMPTY') return;
    if (!(row >= 0 && column >= 0)) throw new SheetProblem('malformed_file', 'A cell has no place in its sheet.');
    if (row >= LIMITS.rows + LIMITS.rowsAroundData) throw tooManyRows(this.sheetName);
    if (column >= LIMITS.columns) throw tooManyColumns(this.sheetName);
    this.count(cell);
    const cells = (this.rows[row] ??= []);
    while (cells.length < column) cells.push(EMPTY_CELL);
    cells[column] = cell;
  }

  finish(hidden: boolean, hiddenColumns: number[]): Sheet {
    const rows = Array.from(this.rows, (row) => row ?? []);
    return { name: this.sheetName, rows, hidden, hiddenColumns };
  }

  private count(cell: Cell): void {
    this.cells += 1;
    this.characters += cell.text.length;
    if (this.cells > LIMITS.cells) {
      throw new SheetProblem('too_many_cells', `“${this.sheetName}” has more than a million filled cells.`);
    }
    if (this.characters > LIMITS.textCharacters) {
      throw new SheetProblem('too_much_text', `“${this.sheetName}” holds more text than can be imported at once.`);
    }
  }
}

export function tooManyRows(sheetName: string): SheetProblem {
  return new SheetProblem(
    'too_many_rows',
    `“${sheetName}” has more than ${LIMITS.rows.toLocaleString('en')} rows. Delete the empty ones or split the file.`,
  );
}

export function tooManyColumns(sheetName: string): SheetProblem {
  return new SheetProblem(
    'too_many_columns',
    `“${sheetName}” has more than ${LIMITS.columns} columns. Delete those that need not be imported.`,
  );
}
