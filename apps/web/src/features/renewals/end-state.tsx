'use client';

import { useTranslations } from 'next-intl';
import { StatusChip } from '../../components/status-chip.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import type { Renewal } from './queries.ts';
import styles from './renewals.module.css';

/** Where the plan stands, in words: when it ended or ends, or how many visits are left and until when. */
export function EndState({ renewal }: { renewal: Renewal }) {
  const t = useTranslations('renewals');
  const format = useFormatting();
  const { renewed, lost, endedOn, endDate, visitsLeft, predicted } = renewal;
  if (renewed) {
    return <StatusChip tone="good">{t('renewedFrom', { day: format.date(renewed.startDate) })}</StatusChip>;
  }
  if (lost) return <StatusChip tone="ink">{t(`reason.${lost.reason}`)}</StatusChip>;
  if (endedOn) {
    const words = visitsLeft === 0 ? 'usedUp' : 'ended';
    return <StatusChip tone="bad">{t(words, { day: format.day(endedOn) })}</StatusChip>;
  }
  if (visitsLeft === null) {
    return endDate && <StatusChip tone="warn">{t('endsOn', { day: format.day(endDate) })}</StatusChip>;
  }
  const until = predicted?.endDate
    ? t('predicted', { day: format.day(predicted.endDate) })
    : [predicted?.unknown && t(`unknown.${predicted.unknown}`), endDate && t('until', { day: format.date(endDate) })]
        .filter(Boolean)
        .join(', ');
  return (
    <span className={styles.stack}>
      <StatusChip tone="warn">{t('visitsLeft', { count: visitsLeft })}</StatusChip>
      {until && <span className={styles.muted}>{until}</span>}
    </span>
  );
}
