'use client';

import type { Batch } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { useFormatting } from '../../lib/formatting.tsx';
import { useBatchWords } from './batch-words.ts';

/** What still holds until a day, where the batch changes on the day after. */
export function EarlierTerms({ batch }: { batch: Batch }) {
  const t = useTranslations('batches');
  const format = useFormatting();
  const words = useBatchWords();
  return batch.earlier.map(({ until, daysOfWeek, startTime, endTime, capacity, trainer }) => (
    <p key={until}>
      {t('until', {
        day: format.day(until),
        days: words.days({ daysOfWeek }),
        from: format.clock(startTime),
        to: format.clock(endTime),
        places: capacity,
        trainer: trainer?.name ?? 'none',
      })}
    </p>
  ));
}
