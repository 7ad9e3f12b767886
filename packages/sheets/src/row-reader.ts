import type { LocalDate } from '@cartwheel/domain/calendar';
import type { DecimalMark } from '@cartwheel/domain/money';
import { saysNothing } from './cell-readings.ts';
import type { DateFault, DateOptions, DateOrder } from './dates.ts';
import { parseDate } from './dates.ts';
import type { TableRow } from './detect-table.ts';
import { cellAt } from './detect-table.ts';
import type { ImportField, Relationship } from './fields.ts';
import type { RowNote, RowProblemCode, RowWarningCode } from './records.ts';
import type { ColumnMapping } from './suggest-mapping.ts';
import type { Cell } from './workbook.ts';
import { EMPTY_CELL, textCell } from './workbook.ts';
import { plainWords, quoted } from './wording.ts';

export interface MappedColumn extends ColumnMapping {
  header: string;
}

export interface ReadingOptions {
  country: string;
  currency: string;
  dateOrder: DateOrder;
  /** The center's today. */
  today: LocalDate;
  date1904?: boolean;
  decimal?: DecimalMark;
  /** What a field is in rows that leave it empty. */
  defaults?: Partial<Record<ImportField, string>>;
  /** For each field, what a text in the file means: { status: { 'cb later': 'FOLLOW_UP' } }. */
  valueMap?: Partial<Record<ImportField, Record<string, string>>>;
}

const FORMULA_ERROR = /^#(?:ref|n\/a|value|div\/0|name|num|null|spill|calc)[!?]?$/i;

const FAULTS: Record<DateFault, { code: RowProblemCode; says: string }> = {
  not_a_date: { code: 'not_a_date', says: 'is not a date' },
  impossible_date: { code: 'impossible_date', says: 'is a day that does not exist' },
  two_digit_year: { code: 'two_digit_year', says: 'needs a year of four digits' },
  ambiguous_date: {
    code: 'ambiguous_date',
    says: 'may be two different days: choose the order of day and month',
  },
  too_early: { code: 'date_too_early', says: 'is too long ago' },
  too_late: { code: 'date_too_late', says: 'is too far in the future' },
};

/** Which adult a column is about. */
export interface Owner {
  relationship: Relationship | null;
  guardian: number | null;
}

export const FIRST_ADULT: Owner = { relationship: null, guardian: null };

/** One child's view of one row: reads fields by name and notes what is wrong with them. */
export class RowReader {
  readonly problems: RowNote<RowProblemCode>[] = [];
  readonly warnings: RowNote<RowWarningCode>[] = [];

  constructor(
    readonly row: TableRow,
    readonly columns: readonly MappedColumn[],
    readonly options: ReadingOptions,
  ) {}

  /** The columns of a field that have something in this row, in the order of the sheet. */
  filled(field: ImportField): MappedColumn[] {
    return this.columns.filter((column) => column.field === field && this.cellOf(column).kind !== 'EMPTY');
  }

  /** The filled column of a field that is about this adult. */
  columnOf(field: ImportField, { relationship, guardian }: Owner = FIRST_ADULT): MappedColumn | undefined {
    return this.filled(field).find(
      (column) => (column.relationship ?? null) === relationship && (column.guardian ?? 1) === (guardian ?? 1),
    );
  }

  cell(field: ImportField): Cell {
    const [column] = this.filled(field);
    if (column) return this.cellOf(column);
    return textCell(this.options.defaults?.[field] ?? '');
  }

  text(field: ImportField): string | null {
    return this.textIn(this.cell(field), field);
  }

  textOf(column: MappedColumn): string | null {
    return column.field && this.textIn(this.cellOf(column), column.field);
  }

  /** Several columns may feed one field. */
  joined(field: ImportField, separator: string): string | null {
    const texts = this.filled(field).flatMap((column) => this.textOf(column) ?? []);
    return texts.length === 0 ? this.text(field) : texts.join(separator);
  }

  date(field: ImportField, limits: DateOptions = {}): LocalDate | null {
    const cell = this.cell(field);
    if (this.text(field) === null) return null;
    const { dateOrder, date1904 } = this.options;
    const reading = parseDate(cell, dateOrder, { ...limits, date1904 });
    if ('date' in reading) return reading.date;
    const { code, says } = FAULTS[reading.fault];
    this.problem(field, code, says);
    return null;
  }

  problem(field: ImportField | null, code: RowProblemCode, says: string): void {
    this.problems.push({ field, code, message: this.sentence(field, says) });
  }

  warn(field: ImportField | null, code: RowWarningCode, says: string): void {
    this.warnings.push({ field, code, message: this.sentence(field, says) });
  }

  private sentence(field: ImportField | null, says: string): string {
    const [column] = field ? this.filled(field) : [];
    if (!column) return `Row ${this.row.rowNumber} ${says}.`;
    return `Row ${this.row.rowNumber}, ${column.header}: ${quoted(this.cellOf(column).text)} ${says}.`;
  }

  private textIn(cell: Cell, field: ImportField): string | null {
    const text = cell.text.trim();
    if (cell.kind === 'EMPTY' || saysNothing(text)) return null;
    if (cell.kind === 'ERROR' || FORMULA_ERROR.test(text)) {
      this.formulaError(field);
      return null;
    }
    return this.meantBy(field, text) ?? text;
  }

  private meantBy(field: ImportField, text: string): string | undefined {
    const map = this.options.valueMap?.[field];
    if (!map) return undefined;
    const words = plainWords(text);
    return map[text] ?? Object.entries(map).find(([written]) => plainWords(written) === words)?.[1];
  }

  private formulaError(field: ImportField): void {
    const isNoted = this.problems.some((problem) => problem.field === field && problem.code === 'formula_error');
    if (!isNoted) this.problem(field, 'formula_error', 'is the error of a formula');
  }

  private cellOf({ column }: MappedColumn): Cell {
    return column < 0 ? EMPTY_CELL : cellAt(this.row, column);
  }
}
