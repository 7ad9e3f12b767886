import { LIMITS } from './limits.ts';
import { dateOfSerial, timeOfSerial } from './serial-dates.ts';
import type { Cell, SheetBuilder } from './workbook.ts';
import { EMPTY_CELL, textCell, tooManyRows } from './workbook.ts';
import type { NumberMeaning } from './xlsx-styles.ts';
import { readXml } from './xml.ts';
import type { Zip } from './zip.ts';

export interface CellContext {
  sharedStrings: string[];
  styles: NumberMeaning[];
  date1904: boolean;
}

interface OpenCell {
  row: number;
  column: number;
  type: string;
  style: number;
  text: string;
}

/** Reads the cells of one worksheet: cached values of formulas, never formulas. */
export function readCells(zip: Zip, part: string, sheet: SheetBuilder, context: CellContext): number[] {
  const reader = new CellReader(sheet, context);
  readXml(zip, part, {
    open: (name, attributes) => reader.open(name, attributes),
    close: (name) => reader.close(name),
    text: (text) => reader.text(text),
  });
  return reader.hiddenColumns;
}

class CellReader {
  readonly hiddenColumns: number[] = [];
  private row = -1;
  private column = -1;
  private rowElements = 0;
  private cell: OpenCell | null = null;
  private inValue = false;
  private inPhonetic = false;

  constructor(
    private readonly sheet: SheetBuilder,
    private readonly context: CellContext,
  ) {}

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'row') this.openRow(attributes['r']);
    if (name === 'c') this.openCell(attributes);
    if (name === 'v' || name === 't') this.inValue = !this.inPhonetic;
    if (name === 'rPh') this.inPhonetic = true;
    if (name === 'col') this.noteColumn(attributes);
  }

  text(text: string): void {
    if (!this.cell || !this.inValue || this.cell.text.length > LIMITS.cellCharacters) return;
    this.cell.text += text.slice(0, LIMITS.cellCharacters + 1);
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.inValue = false;
    if (name === 'rPh') this.inPhonetic = false;
    if (name !== 'c' || !this.cell) return;
    this.sheet.put(this.cell.row, this.cell.column, cellOf(this.cell, this.context));
    this.cell = null;
  }

  private openRow(number: string | undefined): void {
    this.rowElements += 1;
    if (this.rowElements > LIMITS.emptyRows) throw tooManyRows(this.sheet.sheetName);
    this.row = number === undefined ? this.row + 1 : Number(number) - 1;
    this.column = -1;
  }

  private openCell(attributes: Record<string, string>): void {
    this.column = columnOf(attributes['r']) ?? this.column + 1;
    this.cell = {
      row: this.row,
      column: this.column,
      type: attributes['t'] ?? 'n',
      style: Number(attributes['s'] ?? 0),
      text: '',
    };
  }

  private noteColumn({ hidden, min, max }: Record<string, string>): void {
    if (hidden !== '1' && hidden !== 'true') return;
    const last = Math.min(Number(max), LIMITS.columns);
    for (let column = Math.max(1, Number(min)); column <= last; column += 1) this.hiddenColumns.push(column - 1);
  }
}

/** Zero-based: 0 for 'A7', 27 for 'AB3'. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (!letters) return null;
  return Array.from(letters).reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellOf({ type, style, text }: OpenCell, context: CellContext): Cell {
  if (text === '') return EMPTY_CELL;
  if (type === 's') return textCell(unescaped(context.sharedStrings[Number(text)] ?? ''));
  if (type === 'b') return { text: text === '1' ? 'TRUE' : 'FALSE', kind: 'BOOLEAN' };
  if (type === 'e') return { text, kind: 'ERROR' };
  if (type === 'd') return { text: text.slice(0, 10), kind: 'DATE' };
  if (type !== 'n') return textCell(unescaped(text));
  return numberCell(Number(text), context.styles[style] ?? 'NUMBER', context.date1904);
}

/** Excel writes what XML cannot hold as '_x000D_'. */
function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  const plain = text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return plain.replace(/\r\n?/g, '\n').replaceAll('\u0000', '').toWellFormed();
}

function numberCell(number: number, meaning: NumberMeaning, date1904: boolean): Cell {
  if (!Number.isFinite(number)) return { text: String(number), kind: 'ERROR' };
  if (meaning === 'PERCENT') return { text: `${Number((number * 100).toFixed(6))}%`, kind: 'NUMBER', number };
  if (meaning === 'TIME') return { text: timeOfSerial(number), kind: 'TEXT' };
  const date = meaning === 'DATE' ? dateOfSerial(number, date1904) : null;
  if (date) return { text: date, kind: 'DATE', number };
  return { text: String(number), kind: 'NUMBER', number };
}
