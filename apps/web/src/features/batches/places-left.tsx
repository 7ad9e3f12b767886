'use client';

import type { Batch } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { Hidden } from '../../components/hidden.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import styles from './batches.module.css';
import { useBatchWords } from './batch-words.ts';

/** How many standing places are free on each weekday. */
export function PlacesLeft({ batch }: { batch: Batch }) {
  const t = useTranslations('batches');
  const words = useBatchWords();
  return (
    <span className={styles.places}>
      {words.places(batch).map(({ weekday, left }) => {
        const day = words.day(weekday);
        return (
          <StatusChip key={weekday} tone={left === 0 ? 'warn' : 'good'}>
            <span aria-hidden>{left === 0 ? t('full', { day }) : t('left', { day, count: left })}</span>
            <Hidden>{t('leftWords', { day, count: left })}</Hidden>
          </StatusChip>
        );
      })}
    </span>
  );
}
