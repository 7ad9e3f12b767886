/** The day in a zone at an instant, as YYYY-MM-DD. */
export function dayIn(timezone: string, instant: string | Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: timezone }).format(new Date(instant));
}

/** Days from one calendar day to another; negative when `to` is earlier. */
export function daysApart(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

export function dayPlus(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export function weekdayOf(day: string): Weekday {
  return WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 'SUN';
}

/** A day of that name, for formatting weekdays in the reader's language. */
export function someDay(weekday: Weekday): string {
  return dayPlus('2026-11-22', WEEKDAYS.indexOf(weekday));
}
