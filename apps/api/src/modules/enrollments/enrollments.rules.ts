import type { EnrollmentTerms, Plan } from '@cartwheel/contracts';
import { addDays, addMonths, compareDates, type LocalDate, type Weekday } from '@cartwheel/domain/calendar';

export type PlanType = Plan['planType'];

const MAX_DAYS = 3660;
const BACKDATED_DAYS = 60;
const months: Partial<Record<PlanType, number>> = { MONTHLY: 1, QUARTERLY: 3, YEARLY: 12 };
export const planNames: Record<PlanType, string> = {
  PAY_PER_VISIT: 'Pay per visit',
  WEEKLY: 'Weekly',
  MONTHLY: 'Monthly',
  QUARTERLY: 'Quarterly',
  YEARLY: 'Yearly',
  CUSTOM: 'Custom plan',
};

/** The last day of a plan that begins on a day; null where neither its type nor a validity says one. */
export function lastDayOf(planType: PlanType, validityDays: number | null, startDate: LocalDate): LocalDate | null {
  if (validityDays) return addDays(startDate, validityDays - 1);
  if (planType === 'WEEKLY') return addDays(startDate, 6);
  const count = months[planType];
  return count ? addDays(addMonths(startDate, count), -1) : null;
}

/** What is wrong with the first day, or null. */
export function wrongStart(startDate: LocalDate, today: LocalDate): string | null {
  if (compareDates(startDate, addDays(today, -BACKDATED_DAYS)) < 0) {
    return `An enrollment can begin at most ${BACKDATED_DAYS} days ago`;
  }
  return compareDates(startDate, addMonths(today, 12)) > 0 ? 'An enrollment can begin at most a year ahead' : null;
}

/** What is wrong with the last day, or null. */
export function wrongEnd(startDate: LocalDate, endDate: LocalDate): string | null {
  if (compareDates(endDate, startDate) < 0) return 'It cannot end before it begins';
  return compareDates(endDate, addDays(startDate, MAX_DAYS)) > 0 ? 'That is more than ten years' : null;
}

/** What only those who may change enrollments agree to: anything beyond what the price list says. */
export function beyondPlan(
  terms: Pick<EnrollmentTerms, 'priceMinor' | 'endDate' | 'visitsIncluded' | 'freezeDaysAllowed'>,
  plan: {
    priceMinor: number;
    endDate: LocalDate | null;
    visitsIncluded: number | null;
    freezeDaysAllowed: number;
  } | null,
): 'price' | 'end date' | 'visits' | 'number of freeze days' | null {
  if (!plan || (terms.priceMinor !== undefined && terms.priceMinor !== plan.priceMinor)) return 'price';
  if (terms.endDate && plan.endDate && compareDates(terms.endDate, plan.endDate) > 0) return 'end date';
  if (terms.visitsIncluded && plan.visitsIncluded && terms.visitsIncluded > plan.visitsIncluded) return 'visits';
  if ((terms.freezeDaysAllowed ?? 0) > plan.freezeDaysAllowed) return 'number of freeze days';
  return null;
}

export interface BatchDays {
  id: string;
  name: string;
  daysOfWeek: Weekday[];
}

export interface Place {
  batchId: string;
  weekday: Weekday;
}

/** A place per selected day in each batch that has it, or what does not fit. */
export function placesIn(
  batches: readonly BatchDays[],
  days: readonly Weekday[],
): Place[] | { path: string; message: string } {
  const offered = new Set(batches.flatMap((batch) => batch.daysOfWeek));
  const missing = days.find((day) => !offered.has(day));
  if (missing) return { path: 'daysSelected', message: `None of the batches has a class on ${missing}` };
  const idle = batches.find((batch) => !batch.daysOfWeek.some((day) => days.includes(day)));
  if (idle) return { path: 'batchIds', message: `${idle.name} has no class on the selected days` };
  return batches.flatMap(({ id, daysOfWeek }) =>
    daysOfWeek.filter((day) => days.includes(day)).map((weekday) => ({ batchId: id, weekday })),
  );
}

/** 'Monthly Gymnastics, 21 Nov 2026 – 20 Dec 2026' */
export function lineOf(
  { planName, startDate, endDate }: { planName: string; startDate: LocalDate; endDate: LocalDate | null },
  locale: string,
): string {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const shown = (date: LocalDate) => day.format(new Date(`${date}T00:00:00Z`));
  return endDate ? `${planName}, ${shown(startDate)} – ${shown(endDate)}` : `${planName}, from ${shown(startDate)}`;
}
