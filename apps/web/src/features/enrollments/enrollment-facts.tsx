'use client';

import { useTranslations } from 'next-intl';
import { FormCard } from '../../components/form-card.tsx';
import { SeatBar } from '../../components/seat-bar.tsx';
import { someDay } from '../../lib/days.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { progressOf } from './enrollment-words.tsx';
import styles from './enrollments.module.css';
import type { Enrollment } from './queries.ts';

export function EnrollmentFacts({ enrollment }: { enrollment: Enrollment }) {
  const t = useTranslations('enrollments');
  const format = useFormatting();
  const { Batch } = useTerms();
  const progress = progressOf(enrollment, format.today());
  const { batches, daysSelected, upcomingSessions, price, notes, cancelReason } = enrollment;
  const facts: [string, string][] = [
    [Batch, batches.map(({ name }) => name).join(', ')],
    [t('fact.days'), daysSelected.map((day) => format.weekdayShort(someDay(day))).join(', ')],
    [t('fact.upcoming'), format.number(upcomingSessions)],
    [t('fact.price'), price ? format.money(price) : ''],
    [t('fact.notes'), notes ?? ''],
    [t('fact.cancelled'), cancelReason ?? ''],
  ];
  return (
    <FormCard title={t('facts')}>
      {progress && (
        <div>
          <p className={styles.plain}>{t(`progress.${progress.kind}`, { used: progress.used, of: progress.of })}</p>
          <SeatBar taken={progress.used} capacity={progress.of} />
        </div>
      )}
      <dl className={styles.facts}>
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name} className={styles.fact}>
              <dt>{name}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
      </dl>
    </FormCard>
  );
}
