import { dayPlus } from '../../lib/days.ts';

export const views = ['day', 'week', 'month', 'agenda'] as const;
export type View = (typeof views)[number];

const weekdayNumber = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();

export function startOfWeek(day: string, weekStart: 0 | 1): string {
  return dayPlus(day, -((weekdayNumber(day) - weekStart + 7) % 7));
}

/** The days a view shows around a date. A month is shown in whole weeks. */
export function spanOf(view: View, date: string, weekStart: 0 | 1): { from: string; to: string } {
  if (view === 'day') return { from: date, to: date };
  if (view === 'month') {
    const from = startOfWeek(`${date.slice(0, 8)}01`, weekStart);
    return { from, to: dayPlus(startOfWeek(lastOfMonth(date), weekStart), 6) };
  }
  const from = startOfWeek(date, weekStart);
  return { from, to: dayPlus(from, 6) };
}

/** The same place in the span before or after. */
export function moved(view: View, date: string, step: 1 | -1): string {
  if (view === 'day') return dayPlus(date, step);
  if (view !== 'month') return dayPlus(date, 7 * step);
  const first = new Date(`${date.slice(0, 8)}01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() + step);
  const target = first.toISOString().slice(0, 10);
  const last = lastOfMonth(target);
  const same = `${target.slice(0, 8)}${date.slice(8)}`;
  return same > last ? last : same;
}

function lastOfMonth(date: string): string {
  const next = new Date(`${date.slice(0, 8)}01T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1, 0);
  return next.toISOString().slice(0, 10);
}

/** 'YYYY-MM-DD HH:mm:ss' on the wall of the center. */
export function wallNow(timezone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short', timeStyle: 'medium' });
  return parts.format(new Date());
}

/** Since midnight, of 'HH:mm'. */
export const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
