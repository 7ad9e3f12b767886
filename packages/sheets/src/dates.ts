import type { LocalDate } from '@cartwheel/domain/calendar';
import { localDate } from '@cartwheel/domain/calendar';
import { monthOf, WEEKDAY_NAME } from './month-names.ts';
import { dateOfSerial } from './serial-dates.ts';
import type { Cell } from './workbook.ts';
import { textCell } from './workbook.ts';

export type DateOrder = 'DMY' | 'MDY' | 'YMD';
/** AMBIGUOUS: every date fits several orders. MIXED: some dates prove one order and some another. */
export type DetectedDateOrder = DateOrder | 'AMBIGUOUS' | 'MIXED';

export type DateFault =
  | 'not_a_date'
  | 'impossible_date'
  | 'two_digit_year'
  | 'ambiguous_date'
  | 'too_early'
  | 'too_late';

export type DateReading = { date: LocalDate } | { fault: DateFault };

export interface DateOptions {
  date1904?: boolean;
  /** Included. */
  notBefore?: LocalDate;
  /** Included. */
  notAfter?: LocalDate;
  /** Two digits are not enough for a date of birth. */
  fourDigitYear?: boolean;
}

const NUMERIC = /^(\d{1,4})[-/.\s](\d{1,2})[-/.\s](\d{1,4})$/;
const COMPACT_ISO = /^(\d{4})(\d{2})(\d{2})$/;
const DAY_MONTH_NAME =
  /^(\d{1,2})(?:st|nd|rd|th|º|er|\.)?[-/.,\s]*(?:de\s+)?(\p{L}{3,}\.?)[-/.,\s]*(?:de\s+)?'?(\d{2}|\d{4})$/iu;
const MONTH_NAME_DAY = /^(\p{L}{3,}\.?)[-/.\s]*(\d{1,2})(?:st|nd|rd|th)?[-/.,\s]+'?(\d{2}|\d{4})$/iu;
const YEAR_MONTH_NAME = /^(\d{4})[-/.\s](\p{L}{3,}\.?)[-/.\s](\d{1,2})$/iu;
const TIME_AFTER =
  /(?:[T\s]|,\s*)\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/i;
const LONGEST_DATE = 60;
/** Serials of 1954 to 2064, the days that businesses write down. */
const SERIAL = /^[2-5]\d{4}(?:\.\d+)?$/;

const WEEKDAY_BEFORE = /^\s*\p{L}+\.?,?\s+(?=\d)/u;

/** A header such as '3 Nov 2026' or 'Mon 03/11/2026'. */
export const dayIn = (header: string): string => header.replace(WEEKDAY_BEFORE, '');

export function namesDay(header: string): boolean {
  const cell = textCell(dayIn(header));
  return 'date' in parseDate(cell, 'DMY') || 'date' in parseDate(cell, 'MDY');
}

/** Decides over whole columns: one day above twelve proves the order of all of them. */
export function detectDateOrder(values: readonly Cell[]): DetectedDateOrder {
  const seen = { DMY: false, MDY: false, either: false, same: false };
  for (const { kind, text } of values) {
    const numeric = kind === 'TEXT' ? NUMERIC.exec(bareDate(text)) : null;
    if (!numeric || (numeric[1] ?? '').length > 2) continue;
    const [first, second] = [Number(numeric[1]), Number(numeric[2])];
    if (first > 12 && second > 12) continue;
    if (first > 12) seen.DMY = true;
    else if (second > 12) seen.MDY = true;
    else if (first === second) seen.same = true;
    else seen.either = true;
  }
  if (seen.DMY && seen.MDY) return 'MIXED';
  if (seen.DMY) return 'DMY';
  if (seen.MDY) return 'MDY';
  if (seen.either) return 'AMBIGUOUS';
  return seen.same ? 'DMY' : 'YMD';
}

/** What the center's country writes, as the default where the file proves nothing. */
export function usualDateOrder(country: string): DateOrder {
  if (['US', 'PH', 'FM', 'GU', 'PR'].includes(country)) return 'MDY';
  return ['CN', 'JP', 'KR', 'TW', 'HU', 'LT', 'MN', 'SE'].includes(country) ? 'YMD' : 'DMY';
}

/** Reads one cell with the order of its file. Never guesses, never overflows into the next month. */
export function parseDate(cell: Cell, order: DateOrder, options: DateOptions = {}): DateReading {
  const reading = read(cell, order, options);
  if ('fault' in reading) return reading;
  if (options.notBefore !== undefined && reading.date < options.notBefore) return { fault: 'too_early' };
  if (options.notAfter !== undefined && reading.date > options.notAfter) return { fault: 'too_late' };
  return reading;
}

function read(cell: Cell, order: DateOrder, options: DateOptions): DateReading {
  const text = bareDate(cell.text);
  if (cell.kind === 'ERROR' || cell.kind === 'BOOLEAN') return { fault: 'not_a_date' };
  if (cell.kind === 'NUMBER' || (cell.kind === 'TEXT' && SERIAL.test(text))) return fromSerial(text, options);
  return fromParts(partsOf(text, order), options);
}

function fromSerial(text: string, { date1904 }: DateOptions): DateReading {
  const compact = COMPACT_ISO.exec(text);
  if (compact) return fromParts({ year: compact[1], month: Number(compact[2]), day: Number(compact[3]) }, {});
  const date = SERIAL.test(text) ? dateOfSerial(Number(text), date1904) : null;
  return date ? { date } : { fault: 'not_a_date' };
}

interface DateParts {
  year: string | undefined;
  month: number;
  day: number;
}

function partsOf(text: string, order: DateOrder): DateParts | DateFault {
  return compactParts(text) ?? numericParts(text, order) ?? namedParts(text) ?? 'not_a_date';
}

function compactParts(text: string): DateParts | null {
  const [, year, month, day] = COMPACT_ISO.exec(text) ?? [];
  return year === undefined ? null : { year, month: Number(month), day: Number(day) };
}

function numericParts(text: string, order: DateOrder): DateParts | DateFault | null {
  const [, first = '', second = '', third = ''] = NUMERIC.exec(text) ?? [];
  if (first === '') return null;
  if (first.length === 4) return { year: first, month: Number(second), day: Number(third) };
  if (first.length > 2 || (third.length !== 2 && third.length !== 4)) return 'not_a_date';
  if (order === 'DMY') return { year: third, month: Number(second), day: Number(first) };
  if (order === 'MDY') return { year: third, month: Number(first), day: Number(second) };
  if (third.length === 4) return 'ambiguous_date';
  return { year: first.padStart(2, '0'), month: Number(second), day: Number(third) };
}

function namedParts(text: string): DateParts | null {
  const [, day, month, year] = DAY_MONTH_NAME.exec(text) ?? [];
  if (day !== undefined) return named(year, month, day);
  const [, monthFirst, dayAfter, yearLast] = MONTH_NAME_DAY.exec(text) ?? [];
  if (monthFirst !== undefined) return named(yearLast, monthFirst, dayAfter);
  const [, yearFirst, monthAfter, dayLast] = YEAR_MONTH_NAME.exec(text) ?? [];
  return yearFirst === undefined ? null : named(yearFirst, monthAfter, dayLast);
}

function named(year: string | undefined, monthName = '', day = ''): DateParts | null {
  const month = monthOf(monthName);
  return month === null ? null : { year, month, day: Number(day) };
}

function fromParts(parts: DateParts | DateFault, { fourDigitYear }: DateOptions): DateReading {
  if (typeof parts === 'string') return { fault: parts };
  const { year = '', month, day } = parts;
  if (year.length === 2 && fourDigitYear) return { fault: 'two_digit_year' };
  const date = localDate(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
  return date ? { date } : { fault: 'impossible_date' };
}

/** Without weekday and time of day: forms write '11/21/2026 10:30:15', people 'Sat, 21 Nov 2026'. */
function bareDate(text: string): string {
  if (text.length > LONGEST_DATE) return '';
  return text.trim().replace(TIME_AFTER, '').replace(WEEKDAY_NAME, '').trim();
}
