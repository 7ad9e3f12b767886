import type { LocalDate } from '@cartwheel/domain/calendar';
import { localDate } from '@cartwheel/domain/calendar';
import { monthOf, WEEKDAY_NAME } from './month-names.ts';

interface Month {
  year: number;
  month: number | null;
}

interface DayOfHeader {
  day: number;
  /** Null where the header says the day only. */
  month: number | null;
}

const FEWEST_DAYS = 3;
const WEEKDAY_AFTER = /[\s,.]+(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?$/i;
const DAY = /^(\d{1,2})(?:st|nd|rd|th)?$/i;
const DAY_AND_MONTH = /^(\d{1,2})(?:st|nd|rd|th)?[-/.\s]*(\p{L}{3,})\.?$/iu;
const MONTH_AND_DAY = /^(\p{L}{3,})\.?[-/.\s]*(\d{1,2})(?:st|nd|rd|th)?$/iu;
const TWO_NUMBERS = /^(\d{1,2})[-/.](\d{1,2})$/;
const MONTH_AND_YEAR = /(\p{L}{3,})\.?[\s,.'’/-]*(20\d{2}|(?<=['’-])\d{2})(?!\d)/giu;
const YEAR = /(?<!\d)20\d{2}(?!\d)/g;

/**
 * The days a register names in part, with what its title says of the rest: '4' below 'August 2026' is 2026-08-04.
 * What stays in doubt stays as it is written.
 */
export function datedHeaders(headers: readonly string[], titles: readonly string[]): string[] {
  const month = monthIn(titles);
  const days = headers.map((header) => dayNamedBy(header, month));
  if (!month || !areDays(days)) return [...headers];
  return headers.map((header, index) => dateOf(days[index] ?? null, month) ?? header);
}

/** Whether these stand for days in a row of headers: at least three, each after the one before. */
export function lookLikeDays(texts: readonly string[]): boolean {
  const isPair = (text: string) => TWO_NUMBERS.test(text.trim());
  return areDays(texts.map((text) => dayNamedBy(text, null))) || texts.filter(isPair).length >= FEWEST_DAYS;
}

function areDays(days: readonly (DayOfHeader | null)[]): boolean {
  const named = days.filter((day) => day !== null);
  const inOrder = named.every(({ day, month }, index) => {
    const before = named[index - 1];
    return !before || month !== before.month || day > before.day;
  });
  return named.length >= FEWEST_DAYS && inOrder;
}

export const namesDayInPart = (text: string): boolean =>
  dayNamedBy(text, null) !== null || TWO_NUMBERS.test(text.trim());

function dayNamedBy(header: string, known: Month | null): DayOfHeader | null {
  const text = header.trim().replace(WEEKDAY_NAME, '').replace(WEEKDAY_AFTER, '').trim();
  const [, bare] = DAY.exec(text) ?? [];
  if (bare !== undefined) return dayOf(bare, null);
  const [, dayFirst, monthAfter = ''] = DAY_AND_MONTH.exec(text) ?? [];
  if (dayFirst !== undefined) return withMonth(dayFirst, monthAfter);
  const [, monthFirst = '', dayAfter] = MONTH_AND_DAY.exec(text) ?? [];
  if (dayAfter !== undefined) return withMonth(dayAfter, monthFirst);
  const [, one = '', other = ''] = TWO_NUMBERS.exec(text) ?? [];
  if (known?.month === Number(other)) return dayOf(one, known.month);
  return known?.month === Number(one) && one !== '' ? dayOf(other, known.month) : null;
}

function dayOf(digits: string, month: number | null): DayOfHeader | null {
  const day = Number(digits);
  return day >= 1 && day <= 31 ? { day, month } : null;
}

function withMonth(digits: string, name: string): DayOfHeader | null {
  const month = monthOf(name);
  return month === null ? null : dayOf(digits, month);
}

function dateOf(named: DayOfHeader | null, { year, month }: Month): LocalDate | null {
  const of = named?.month ?? month;
  return named && of !== null ? localDate(year, of, named.day) : null;
}

/** The one month, or at least the one year, that the titles name; null where they name none or several. */
function monthIn(titles: readonly string[]): Month | null {
  const months = titles.flatMap((title) =>
    [...title.matchAll(MONTH_AND_YEAR)].flatMap(([, name = '', year = '']) => {
      const month = monthOf(name);
      return month === null ? [] : [{ year: Number(year.padStart(4, '20')), month }];
    }),
  );
  const different = new Set(months.map(({ year, month }) => `${year}-${month}`));
  if (different.size === 1) return months[0] ?? null;
  const years = new Set(titles.flatMap((title) => title.match(YEAR) ?? []));
  const [year] = years;
  return years.size === 1 && year !== undefined ? { year: Number(year), month: null } : null;
}
