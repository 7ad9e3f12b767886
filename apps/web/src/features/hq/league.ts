import { daysApart } from '../../lib/days.ts';
import type { CenterFigures } from './queries.ts';

export const measures = [
  'newLeads',
  'conversion',
  'activeStudents',
  'renewal',
  'attendance',
  'seats',
  'collected',
  'due',
] as const;
export type Measure = (typeof measures)[number];

export const isShare = (measure: Measure) => ['conversion', 'renewal', 'attendance', 'seats'].includes(measure);
export const isMoney = (measure: Measure) => measure === 'collected' || measure === 'due';

/** Of fewer than this many, a percentage says nothing. */
const ENOUGH = 5;

/** A percentage as a share of one, or null when it is taken of too few. */
export const shareOf = (percent: number | null, of: number | null) =>
  percent === null || (of !== null && of < ENOUGH) ? null : percent / 100;

/** As a number to sort and draw by; shares are 0 to 1. Null where nothing can be said. */
export function figureOf(figures: CenterFigures, measure: Measure): number | null {
  if (measure === 'conversion') {
    return figures.trialsAttended < ENOUGH ? null : figures.enrolled / figures.trialsAttended;
  }
  if (measure === 'renewal') return shareOf(figures.renewalPercent, figures.renewalsDue);
  if (measure === 'attendance') return shareOf(figures.attendancePercent, figures.expected);
  if (measure === 'seats') return shareOf(figures.seatsFilledPercent, null);
  if (measure === 'collected') return figures.collected.amountMinor;
  if (measure === 'due') return figures.due.amountMinor;
  return figures[measure];
}

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

/** By how large a share trials fell, when it is enough to ask why. */
export function trialsDown({ trialsAttended, previous }: CenterFigures): number | null {
  if (previous.trialsAttended < ENOUGH) return null;
  const drop = 1 - trialsAttended / previous.trialsAttended;
  return drop >= 0.3 ? drop : null;
}

/** The list behind a number, within its center. */
export function listOf({ center }: CenterFigures, measure: Measure, from: string, to: string): string {
  const days = `from=${from}&to=${to}`;
  const lists: Record<Measure, string> = {
    newLeads: `leads?view=list&${days}`,
    conversion: `leads?view=list&status=ENROLLED`,
    activeStudents: 'students?status=ACTIVE',
    renewal: 'renewals',
    attendance: `schedule?view=week&date=${to}`,
    seats: `schedule?view=week&date=${to}`,
    collected: `payments?tab=received&period=custom&${days}`,
    due: 'payments?tab=due',
  };
  return `/c/${encodeURIComponent(center.slug)}/${lists[measure]}`;
}
