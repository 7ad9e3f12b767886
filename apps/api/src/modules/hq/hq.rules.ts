import { addDays, daysBetween } from '@cartwheel/domain/calendar';
import { refuse } from '../../platform/problems/problem.ts';

export interface Period {
  from: string;
  to: string;
}

const USUAL_DAYS = 30;
const LONGEST_DAYS = 366;
const YEAR = 364;

/** The thirty days up to today, unless said otherwise; both ends count. */
export function periodOf(asked: { from?: string | undefined; to?: string | undefined }, today: string): Period {
  const to = asked.to ?? today;
  const from = asked.from ?? addDays(to, 1 - USUAL_DAYS);
  if (from > to) throw refuse('query.from', 'The first day is after the last');
  if (daysBetween(from, to) >= LONGEST_DAYS) throw refuse('query.from', 'Ask for a year at most');
  return { from, to };
}

/** As many days just before, or a year before: 52 weeks, so that weekdays meet weekdays. */
export function comparedWith({ from, to }: Period, compare: 'PREVIOUS' | 'LAST_YEAR'): Period {
  const back =
    compare === 'LAST_YEAR' ? YEAR * Math.ceil((daysBetween(from, to) + 1) / YEAR) : daysBetween(from, to) + 1;
  return { from: addDays(from, -back), to: addDays(to, -back) };
}

/** How many days one step of a course has: a course has at most 53 steps. */
export function stepOf({ from, to }: Period): number {
  const days = daysBetween(from, to) + 1;
  return days <= 45 ? 1 : 7;
}

/** The first day of each step. */
export function stepsOf(period: Period): string[] {
  const size = stepOf(period);
  const count = Math.ceil((daysBetween(period.from, period.to) + 1) / size);
  return Array.from({ length: count }, (_, step) => addDays(period.from, step * size));
}

/** To one decimal; null where there is nothing to divide by. */
export function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((1000 * part) / whole) / 10;
}
