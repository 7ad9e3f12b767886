import { Temporal } from 'temporal-polyfill';

/** A day without a time zone: 'YYYY-MM-DD'. Such strings sort in time order. */
export type LocalDate = string;

/** A time of day without a time zone: 'HH:mm', 24 hours. */
export type LocalTime = string;

export const WEEKDAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export interface Age {
  years: number;
  months: number;
}

const DATE_SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const TIME_SHAPE = /^([01]\d|2[0-3]):[0-5]\d$/;

export function isLocalDate(text: string): boolean {
  if (!DATE_SHAPE.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return localDate(year, month, day) !== null;
}

export function isLocalTime(text: string): boolean {
  return TIME_SHAPE.test(text);
}

/** Null for a day that does not exist, such as 31 February. The month is 1 to 12. */
export function localDate(year: number, month: number, day: number): LocalDate | null {
  if (year < 1 || year > 9999) return null;
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}

export function weekdayOf(date: LocalDate): Weekday {
  const weekday = WEEKDAYS[Temporal.PlainDate.from(date).dayOfWeek - 1];
  if (!weekday) throw new RangeError(`No weekday for ${date}`);
  return weekday;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Clamps to the end of the month: 31 January plus one month is 28 or 29 February. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ months }, { overflow: 'constrain' }).toString();
}

/** Days from one date to a later one; negative when `to` comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;
}

export function compareDates(left: LocalDate, right: LocalDate): -1 | 0 | 1 {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Both ends included; nothing when `to` comes before `from`. */
export function eachDate(from: LocalDate, to: LocalDate): LocalDate[] {
  const count = daysBetween(from, to) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, days) => addDays(from, days));
}

/** The center's today. */
export function todayIn(zone: string, now: Date): LocalDate {
  return localOf(now, zone).date;
}

/**
 * The instant at which a wall clock in the zone shows this date and time, as an ISO string in UTC.
 * A time that the clocks skip answers with `gap: true` and the instant moved forward by the skipped
 * span: refuse it. A time that happens twice is the earlier one.
 */
export function instantOf(date: LocalDate, time: LocalTime, zone: string): { instant: string; gap: boolean } {
  const wall = Temporal.PlainDateTime.from(`${date}T${time}`);
  const zoned = wall.toZonedDateTime(zone, { disambiguation: 'compatible' });
  return { instant: zoned.toInstant().toString(), gap: !zoned.toPlainDateTime().equals(wall) };
}

/** What a wall clock in the zone shows at an instant. */
export function localOf(instant: string | Date, zone: string): { date: LocalDate; time: LocalTime } {
  const iso = typeof instant === 'string' ? instant : instant.toISOString();
  const zoned = Temporal.Instant.from(iso).toZonedDateTimeISO(zone);
  return {
    date: zoned.toPlainDate().toString(),
    time: zoned.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

export interface Recurrence {
  daysOfWeek: readonly Weekday[];
  from: LocalDate;
  /** Included. */
  until: LocalDate;
  closures?: Iterable<LocalDate>;
}

/** The dates of a recurring class, in order, without the center's closures. */
export function occurrences({ daysOfWeek, from, until, closures = [] }: Recurrence): LocalDate[] {
  const days = new Set(daysOfWeek);
  const closed = new Set(closures);
  return eachDate(from, until).filter((date) => days.has(weekdayOf(date)) && !closed.has(date));
}

/** Whole years, and whole months beyond them. Throws a RangeError for a date before the birth. */
export function ageOn(dob: LocalDate, date: LocalDate): Age {
  if (compareDates(date, dob) < 0) throw new RangeError(`${date} is before the date of birth ${dob}`);
  const { years, months } = Temporal.PlainDate.from(dob).until(date, { largestUnit: 'year' });
  return { years, months };
}

export interface FinancialYear {
  from: LocalDate;
  /** Included. */
  to: LocalDate;
  /** '2026-27', or '2026' when the year starts in January. */
  label: string;
}

/** The financial year a date falls in. `startMonth` is 1 to 12: 4 in India, 1 in the United States. */
export function financialYear(date: LocalDate, startMonth: number): FinancialYear {
  const { year, month } = Temporal.PlainDate.from(date);
  const startYear = month >= startMonth ? year : year - 1;
  const from = Temporal.PlainDate.from({ year: startYear, month: startMonth, day: 1 }).toString();
  const to = addDays(addMonths(from, 12), -1);
  const nextYear = String((startYear + 1) % 100).padStart(2, '0');
  return { from, to, label: startMonth === 1 ? `${startYear}` : `${startYear}-${nextYear}` };
}
