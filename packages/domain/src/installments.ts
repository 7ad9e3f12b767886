import { addMonths, compareDates, type LocalDate } from './calendar.ts';
import { equalParts } from './money.ts';

/** A part of an invoice that is due on a day of its own. */
export interface Part {
  dueDate: LocalDate;
  amountMinor: number;
}

/** Equal parts a month apart, exact to the minor unit: the larger ones come first. */
export function monthlyParts(amountMinor: number, count: number, firstDue: LocalDate): Part[] {
  return equalParts(amountMinor, count)
    .map((part, month) => ({ dueDate: addMonths(firstDue, month), amountMinor: part }))
    .filter((part) => part.amountMinor > 0);
}

export const sumOf = (parts: readonly { amountMinor: number }[]): number =>
  parts.reduce((sum, part) => sum + part.amountMinor, 0);

/** How much of each is paid: money fills the oldest first. */
export function filled(amountsMinor: readonly number[], paidMinor: number): number[] {
  let left = paidMinor;
  return amountsMinor.map((amount) => {
    const part = Math.max(0, Math.min(amount, left));
    left -= part;
    return part;
  });
}

/**
 * The parts when the whole costs something else: what is less comes off the last ones, of which those that become nothing
 * fall away, and what is more is added to the last one.
 */
export function fittedTo<Kept extends { amountMinor: number }>(parts: readonly Kept[], totalMinor: number): Kept[] {
  const amounts = filled(
    parts.map((part) => part.amountMinor),
    totalMinor,
  );
  const more = Math.max(0, totalMinor - sumOf(parts));
  return parts
    .map((part, index) => ({ ...part, amountMinor: amounts[index]! + (index === parts.length - 1 ? more : 0) }))
    .filter((part) => part.amountMinor > 0);
}

/** Whether each is due after the one before. */
export const isInOrder = (parts: readonly Part[]): boolean =>
  parts.every((part, index) => index === 0 || compareDates(parts[index - 1]!.dueDate, part.dueDate) < 0);
