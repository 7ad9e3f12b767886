import { monthlyParts, type Part } from '@cartwheel/domain/installments';
import { completeSchedule, type DraftPart } from '../../components/schedule-fields.tsx';
import { dayPlus, type Weekday, weekdayOf } from '../../lib/days.ts';
import type { Body } from '../../lib/operations.ts';
import type { Batch, Plan, Quote } from './queries.ts';

export const methods = ['UPI', 'CASH', 'CARD', 'BANK_TRANSFER', 'LATER'] as const;
export type Method = (typeof methods)[number];
export type DiscountReason = 'sibling' | 'earlyBird' | 'other';

/** In place of a plan's id: what is agreed on by hand. */
export const CUSTOM = 'CUSTOM';

/** Equal monthly parts follow the price; what was changed by hand stays. */
export type Installments = { count: number; firstDue: string } | { byHand: readonly DraftPart[] };

export interface Choices {
  planId: string;
  custom: { priceMinor: number | null; visits: number | null; freezeDays: number };
  batchIds: readonly string[];
  days: Weekday[];
  startDate: string;
  /** Null: the end that the plan gives. */
  endDate: string | null;
  discount: { type: 'PERCENT' | 'FLAT'; value: number | null; reason: DiscountReason | null; otherReason: string };
  method: Method;
  /** Null: all that is to be paid. */
  amountMinor: number | null;
  reference: string;
  /** Null: all of it is due at once. */
  installments: Installments | null;
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
    custom: { priceMinor: null, visits: null, freezeDays: 0 },
    batchIds: batch ? [batch.id] : [],
    days,
    startDate: nextClassDay(batch ? [batch] : [], days, now),
    endDate: null,
    discount: { type: 'PERCENT', value: null, reason: null, otherReason: '' },
    method: 'UPI',
    amountMinor: null,
    reference: '',
    installments: null,
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
  batches: readonly Batch[],
  days: readonly Weekday[],
  now: { day: string; time: string },
): string {
  for (let ahead = 0; ahead <= 7; ahead += 1) {
    const day = dayPlus(now.day, ahead);
    const weekday = weekdayOf(day);
    const isToCome = (batch: Batch) => batch.daysOfWeek.includes(weekday) && (ahead > 0 || batch.startTime > now.time);
    if (days.includes(weekday) && batches.some(isToCome)) return day;
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
  const { batchIds, startDate, days } = choices;
  const plan = planIn(choices);
  if (!plan || batchIds.length === 0 || !startDate) return null;
  return { ...plan, startDate, batchIds: [...batchIds], daysSelected: days, ...(discount && { discount }) };
}

/** The plan of the price list, or what was agreed on; null while that lacks its price or its end. */
function planIn({ planId, custom, endDate }: Choices) {
  if (planId !== CUSTOM) return planId ? { planId, ...(endDate && { endDate }) } : null;
  const { priceMinor, visits, freezeDays } = custom;
  if (priceMinor === null || (!endDate && !visits)) return null;
  return { planType: 'CUSTOM' as const, priceMinor, endDate, visitsIncluded: visits, freezeDaysAllowed: freezeDays };
}

/** The parts of a price as they are shown; null where all of it is due at once. */
export function partsOf({ installments }: Choices, totalMinor: number): DraftPart[] | null {
  if (!installments) return null;
  return 'byHand' in installments
    ? [...installments.byHand]
    : monthlyParts(totalMinor, installments.count, installments.firstDue);
}

/** What was made of the parts: still equal ones, or changed by hand. */
export function installmentsFrom(parts: readonly DraftPart[], totalMinor: number): Installments {
  const firstDue = parts[0]?.dueDate;
  if (!firstDue) return { byHand: parts };
  const equal: DraftPart[] = monthlyParts(totalMinor, parts.length, firstDue);
  return JSON.stringify(equal) === JSON.stringify(parts) ? { count: parts.length, firstDue } : { byHand: parts };
}

/** What is due today: the first part, or all of it. */
export function dueToday(choices: Choices, totalMinor: number): number {
  const parts = partsOf(choices, totalMinor);
  return parts ? (parts[0]?.amountMinor ?? 0) : totalMinor;
}

/** What leaves for the API of a schedule; null where there is none, or where it does not add up yet. */
export function scheduleIn(choices: Choices, totalMinor: number): Part[] | null {
  const parts = partsOf(choices, totalMinor);
  return parts && completeSchedule(parts, totalMinor);
}

/** The first payment; null where nothing is paid now. */
export function paymentIn(choices: Choices, totalMinor: number) {
  const { method, reference } = choices;
  const amountMinor = choices.amountMinor ?? dueToday(choices, totalMinor);
  if (method === 'LATER' || amountMinor <= 0) return null;
  const cleaned = reference.replace(/\s+/g, '');
  return { amountMinor, method, ...(cleaned && { reference: cleaned }) };
}

/** What leaves for the API; `toPay` is what is owed in all. */
export function conversionOf(
  choices: Choices,
  options: { discount: Discount | null; toPay: number; needsGuardian: boolean },
): Body<'convertLead'> {
  const { startDate, batchIds, days, guardian } = choices;
  const payment = paymentIn(choices, options.toPay);
  const installments = scheduleIn(choices, options.toPay);
  return {
    enrollment: {
      ...planIn(choices),
      startDate,
      batchIds: [...batchIds],
      daysSelected: days,
      ...(options.discount && { discount: options.discount }),
      ...(installments && { installments }),
      ...(payment && { payment }),
    },
    ...(options.needsGuardian && { guardian: { name: guardian.name, phone: guardian.phone, isPrimary: true } }),
  };
}
