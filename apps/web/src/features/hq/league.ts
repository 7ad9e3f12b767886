import { daysApart } from '../../lib/days.ts';
import type { CenterFigures } from './queries.ts';

export const measures = [
  'newLeads',
  'conversion',
  'activeStudents',
  'attendance',
  'seats',
  'collected',
  'due',
] as const;
export type Measure = (typeof measures)[number];

/** Below this many trials a percentage says nothing about a center. */
const ENOUGH_TRIALS = 5;

/** As a number to sort and draw by; shares are 0 to 1. Null where nothing can be said. */
export function figureOf(figures: CenterFigures, measure: Measure): number | null {
  if (measure === 'conversion') {
    return figures.trialsAttended < ENOUGH_TRIALS ? null : figures.enrolled / figures.trialsAttended;
  }
  if (measure === 'attendance') return shareOf(figures.attendancePercent);
  if (measure === 'seats') return shareOf(figures.seatsFilledPercent);
  if (measure === 'collected') return figures.collected.amountMinor;
  if (measure === 'due') return figures.due.amountMinor;
  return figures[measure];
}

const shareOf = (percent: number | null) => (percent === null ? null : percent / 100);

/** What cannot be said stands last, either way round. */
export function sorted(centers: readonly CenterFigures[], by: string, isDescending: boolean): CenterFigures[] {
  const measure = measures.find((one) => one === by);
  return centers.toSorted((one, other) => {
    if (!measure) {
      return one.center.name.localeCompare(other.center.name) * (isDescending ? -1 : 1);
    }
    const [a, b] = [figureOf(one, measure), figureOf(other, measure)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return isDescending ? b - a : a - b;
  });
}

/** Days since attendance was last taken, when it is long enough ago to ask; null for a center that never did. */
export function silentDays({ lastAttendanceOn, activeStudents }: CenterFigures, today: string): number | null {
  if (!lastAttendanceOn || activeStudents === 0) return null;
  const days = daysApart(lastAttendanceOn, today);
  return days >= 3 ? days : null;
}

export interface Totals {
  newLeads: number;
  activeStudents: number;
  conversion: number | null;
  attendance: number | null;
  /** One sum for each currency: they cannot be added. */
  collected: { amountMinor: number; currency: string }[];
  due: { amountMinor: number; currency: string }[];
}

export function totalsOf(centers: readonly CenterFigures[]): Totals {
  const sum = (of: (one: CenterFigures) => number) => centers.reduce((total, one) => total + of(one), 0);
  const trials = sum((one) => one.trialsAttended);
  const marked = centers.filter((one) => one.attendancePercent !== null && one.activeStudents > 0);
  const weight = marked.reduce((total, one) => total + one.activeStudents, 0);
  const attended = marked.reduce((total, one) => total + (one.attendancePercent ?? 0) * one.activeStudents, 0);
  return {
    newLeads: sum((one) => one.newLeads),
    activeStudents: sum((one) => one.activeStudents),
    conversion: trials < ENOUGH_TRIALS ? null : sum((one) => one.enrolled) / trials,
    attendance: weight === 0 ? null : attended / weight / 100,
    collected: perCurrency(centers.map((one) => one.collected)),
    due: perCurrency(centers.map((one) => one.due)),
  };
}

function perCurrency(amounts: readonly { amountMinor: number; currency: string }[]) {
  const sums = new Map<string, number>();
  for (const { amountMinor, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + amountMinor);
  return [...sums].map(([currency, amountMinor]) => ({ currency, amountMinor }));
}
