import { addDays, addMonths, compareDates, type LocalDate } from '@cartwheel/domain/calendar';
import type { Part } from '@cartwheel/domain/installments';

const BACKDATED_DAYS = 60;
const AHEAD_MONTHS = 36;

/** What is wrong with a schedule, where it is, or null. */
export function wrongSchedule(parts: readonly Part[], today: LocalDate): { path: string; message: string } | null {
  const wrong = (index: number, message: string) => ({ path: `installments.${index}.dueDate`, message });
  for (const [index, { dueDate }] of parts.entries()) {
    const before = parts[index - 1];
    if (before && compareDates(before.dueDate, dueDate) >= 0) return wrong(index, 'Each is due after the one before');
    if (compareDates(dueDate, addDays(today, -BACKDATED_DAYS)) < 0) {
      return wrong(index, `At most ${BACKDATED_DAYS} days ago`);
    }
    if (compareDates(dueDate, addMonths(today, AHEAD_MONTHS)) > 0) return wrong(index, 'At most three years ahead');
  }
  return null;
}

export interface Stored extends Part {
  id: string;
  paidMinor: number;
}

/** What stays when the rest is planned anew: the parts that have money, as far as they have it. */
export const keptOf = (stored: readonly Stored[]): Stored[] =>
  stored.filter(({ paidMinor }) => paidMinor > 0).map((part) => ({ ...part, amountMinor: part.paidMinor }));
