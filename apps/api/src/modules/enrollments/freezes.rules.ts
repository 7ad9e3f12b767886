import { addDays, compareDates, daysBetween, type LocalDate } from '@cartwheel/domain/calendar';

export interface Rest {
  from: LocalDate;
  to: LocalDate;
}

const BACKDATED_DAYS = 7;

/** The first and the last day included. */
export const daysOf = ({ from, to }: Rest): number => daysBetween(from, to) + 1;

/** What is wrong with the days of a freeze, or null. */
export function wrongFreeze(
  { from, to }: Rest,
  plan: { startDate: LocalDate; endDate: LocalDate | null; today: LocalDate },
): { path: 'from' | 'to'; message: string } | null {
  if (compareDates(to, from) < 0) return { path: 'to', message: 'It cannot end before it begins' };
  if (compareDates(from, addDays(plan.today, -BACKDATED_DAYS)) < 0) {
    return { path: 'from', message: `A freeze can begin at most ${BACKDATED_DAYS} days ago` };
  }
  if (compareDates(to, plan.today) < 0) return { path: 'to', message: 'Choose today or a later day' };
  if (compareDates(from, plan.startDate) < 0) return { path: 'from', message: 'The plan begins later' };
  if (plan.endDate && compareDates(from, plan.endDate) > 0) return { path: 'from', message: 'The plan ends before' };
  return null;
}

/** How a freeze ends today: its new last day (null: it is removed) and the days given back. Null when it is over. */
export function ending(freeze: Rest, today: LocalDate): { lastDay: LocalDate | null; givenBack: number } | null {
  if (compareDates(freeze.to, today) < 0) return null;
  if (compareDates(freeze.from, today) >= 0) return { lastDay: null, givenBack: daysOf(freeze) };
  return { lastDay: addDays(today, -1), givenBack: daysOf({ from: today, to: freeze.to }) };
}
