import { addDays, type LocalDate } from '@cartwheel/domain/calendar';

/** Fewer make no percentage: one family would move it by more than it says. */
const MIN_DUE = 5;
const RATE_DAYS = 30;

export const definitions = {
  rate: 'Of the plans whose last day, or last visit, was in this period: the share that was renewed. Cancelled plans do not count. No percentage is shown for fewer than five.',
  atRisk:
    'What the plans that end within 30 days, or have two or fewer visits left, would bring at today’s prices, as long as they are neither renewed nor lost. Overdue is the same for plans that ended in the last 90 days.',
};

export function percentOf({ due, renewed }: { due: number; renewed: number }): number | null {
  return due < MIN_DUE ? null : Math.round((renewed / due) * 1000) / 10;
}

/** The last thirty days that are over, or the days asked for. */
export function ratePeriod(
  today: LocalDate,
  { from, to }: { from?: LocalDate | undefined; to?: LocalDate | undefined },
) {
  const last = to ?? addDays(today, -1);
  return { from: from ?? addDays(last, 1 - RATE_DAYS), to: last };
}
