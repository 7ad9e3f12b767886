import { dayPlus, type Weekday, weekdayOf } from '../../lib/days.ts';
import type { Body } from '../../lib/operations.ts';
import type { Batch, Plan, Quote } from './queries.ts';

export const methods = ['UPI', 'CASH', 'CARD', 'BANK_TRANSFER', 'LATER'] as const;
export type Method = (typeof methods)[number];
export type DiscountReason = 'sibling' | 'earlyBird' | 'other';

export interface Choices {
  planId: string;
  batchId: string;
  days: Weekday[];
  startDate: string;
  /** Null: the end that the plan gives. */
  endDate: string | null;
  discount: { type: 'PERCENT' | 'FLAT'; value: number | null; reason: DiscountReason | null; otherReason: string };
  method: Method;
  /** Null: all that is to be paid. */
  amountMinor: number | null;
  reference: string;
  guardian: { name: string; phone: string };
}

interface Known {
  lead: { ageYears: number | null; preferredDays: readonly Weekday[]; guardians: readonly { name: string }[] };
  plans: readonly Plan[];
  batches: readonly Batch[];
  tried: { batchId: string | null; date: string } | undefined;
}

/** What most families take: the class they tried on its day, the plan sold most, from the next class on. */
export function usualChoices({ lead, plans, batches, tried }: Known, now: { day: string; time: string }): Choices {
  const fits = (batch: Batch) =>
    lead.ageYears === null ||
    ((batch.ageMin === null || lead.ageYears >= batch.ageMin) &&
      (batch.ageMax === null || lead.ageYears <= batch.ageMax));
  const triedBatch = batches.find((batch) => batch.id === tried?.batchId);
  const batch = triedBatch ?? batches.find(fits) ?? batches[0];
  const days = batch ? usualDays(batch, lead.preferredDays, triedBatch && tried ? weekdayOf(tried.date) : null) : [];
  return {
    planId: mostSold(plans)[0]?.id ?? '',
    batchId: batch?.id ?? '',
    days,
    startDate: nextClassDay(batch, days, now),
    endDate: null,
    discount: { type: 'PERCENT', value: null, reason: null, otherReason: '' },
    method: 'UPI',
    amountMinor: null,
    reference: '',
    guardian: { name: lead.guardians[0]?.name ?? '', phone: '' },
  };
}

export function mostSold(plans: readonly Plan[]): Plan[] {
  return plans.toSorted((one, other) => other.soldRecently - one.soldRecently);
}

function usualDays(batch: Batch, preferred: readonly Weekday[], tried: Weekday | null): Weekday[] {
  const open = batch.daysOfWeek.filter((day) => placesLeft(batch, undefined, day) !== 0);
  if (tried && open.includes(tried)) return [tried];
  const wanted = open.filter((day) => preferred.includes(day));
  return wanted.length > 0 ? wanted : open.slice(0, 1);
}

/** Places on a weekday: of the quoted start date where known, else from today on. */
export function placesLeft(batch: Batch, quote: Quote | undefined, day: Weekday): number | null {
  const quoted = quote?.places.find((place) => place.batchId === batch.id && place.weekday === day);
  const standing = batch.places.find((place) => place.weekday === day);
  return quoted?.left ?? standing?.left ?? null;
}

/** The next day with a class that has not begun. */
export function nextClassDay(
  batch: Batch | undefined,
  days: readonly Weekday[],
  now: { day: string; time: string },
): string {
  for (let ahead = 0; ahead <= 7; ahead += 1) {
    const day = dayPlus(now.day, ahead);
    const hasBegun = ahead === 0 && (batch?.startTime ?? '') <= now.time;
    if (days.includes(weekdayOf(day)) && !hasBegun) return day;
  }
  return now.day;
}

type Discount = NonNullable<Body<'quoteEnrollment'>['discount']>;

/** Null while there is none, or none complete enough to be asked for. */
export function discountIn({ discount }: Choices, words: Record<DiscountReason, string>): Discount | null {
  if (!discount.value || !discount.reason) return null;
  const reason = discount.reason === 'other' ? discount.otherReason.trim() : words[discount.reason];
  if (!reason) return null;
  return { type: discount.type, value: discount.value, reason };
}

export function questionOf(choices: Choices, discount: Discount | null): Body<'quoteEnrollment'> | null {
  const { planId, batchId, startDate, days } = choices;
  if (!planId || !batchId || !startDate) return null;
  return { planId, startDate, batchIds: [batchId], daysSelected: days, ...(discount && { discount }) };
}

/** What leaves for the API; `toPay` is what is owed today. */
export function conversionOf(
  choices: Choices,
  options: { discount: Discount | null; toPay: number; needsGuardian: boolean },
): Body<'convertLead'> {
  const { planId, batchId, startDate, endDate, days, method, reference, guardian } = choices;
  const amountMinor = choices.amountMinor ?? options.toPay;
  const isPaid = method !== 'LATER' && amountMinor > 0;
  const cleaned = reference.replace(/\s+/g, '');
  return {
    enrollment: {
      planId,
      startDate,
      ...(endDate && { endDate }),
      batchIds: [batchId],
      daysSelected: days,
      ...(options.discount && { discount: options.discount }),
      ...(isPaid && { payment: { amountMinor, method, ...(cleaned && { reference: cleaned }) } }),
    },
    ...(options.needsGuardian && { guardian: { name: guardian.name, phone: guardian.phone, isPrimary: true } }),
  };
}
