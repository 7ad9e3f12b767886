'use client';

import type { Batch } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { someDay } from '../../lib/days.ts';
import { useFormatting } from '../../lib/formatting.tsx';

const week = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const;
export type Day = (typeof week)[number];

/** A recurring class in short words: days, times, ages. */
export function useBatchWords() {
  const t = useTranslations('batches');
  const format = useFormatting();
  const short = new Intl.DateTimeFormat(format.locale, { timeZone: 'UTC', weekday: 'short' });
  const dayOf = (day: Day) => short.format(new Date(`${someDay(day)}T00:00:00Z`));
  const inOrder = (days: readonly Day[]) => week.filter((day) => days.includes(day));
  return {
    week,
    day: dayOf,
    days: (batch: Pick<Batch, 'daysOfWeek'>) => inOrder(batch.daysOfWeek).map(dayOf).join(', '),
    time: ({ startTime, endTime }: Batch) => t('range', { from: format.clock(startTime), to: format.clock(endTime) }),
    ages: ({ ageMin: min, ageMax: max }: Batch) => {
      if (min !== null && max !== null) return t('ageRange', { min, max });
      if (min !== null) return t('ageFrom', { min });
      return max !== null ? t('ageTo', { max }) : t('anyAge');
    },
    places: (batch: Batch) => week.flatMap((day) => batch.places.filter((place) => place.weekday === day)),
  };
}
