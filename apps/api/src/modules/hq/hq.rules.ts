import { addDays, daysBetween } from '@cartwheel/domain/calendar';
import { refuse } from '../../platform/problems/problem.ts';

export interface Period {
  from: string;
  to: string;
}

const USUAL_DAYS = 30;
const LONGEST_DAYS = 366;

/** The thirty days up to today, unless said otherwise; both ends count. */
export function periodOf(asked: { from?: string | undefined; to?: string | undefined }, today: string): Period {
  const to = asked.to ?? today;
  const from = asked.from ?? addDays(to, 1 - USUAL_DAYS);
  if (from > to) throw refuse('query.from', 'The first day is after the last');
  if (daysBetween(from, to) >= LONGEST_DAYS) throw refuse('query.from', 'Ask for a year at most');
  return { from, to };
}
