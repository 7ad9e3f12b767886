'use client';

import { useTranslations } from 'next-intl';
import { useFormatting } from '../../lib/formatting.tsx';
import styles from './enrollments.module.css';
import type { FreezeOutcome } from './queries.ts';

/** What a freeze does, before it is done: the new end, the classes, what is left of the allowance. */
export function FreezeConsequences({ outcome }: { outcome: FreezeOutcome }) {
  const t = useTranslations('enrollments');
  const format = useFormatting();
  const { enrollment, endDateBefore, released, full, days, daysLeft } = outcome;
  const list = (seats: FreezeOutcome['full']) => seats.map(({ date }) => format.day(date)).join(', ');
  const facts: [string, string][] = [
    [
      t('newEnd'),
      enrollment.endDate
        ? t('newEndWas', {
            day: format.date(enrollment.endDate),
            was: format.date(endDateBefore ?? enrollment.endDate),
          })
        : t('noEnd'),
    ],
    [t('classesReleased', { count: released.length }), list(released) || t('none')],
    [t('daysLeft'), t('daysLeftAfter', { left: daysLeft, used: days })],
  ];
  return (
    <section className={styles.consequences} aria-label={t('whatHappens')}>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {full.length > 0 && <p className={styles.warn}>{t('fullClasses', { days: list(full) })}</p>}
      <p className={styles.muted}>{t('nothingBilled')}</p>
    </section>
  );
}
