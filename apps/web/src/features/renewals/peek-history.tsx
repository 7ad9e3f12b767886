'use client';

import { useTranslations } from 'next-intl';
import { dayIn } from '../../lib/days.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import type { RenewalDetail } from './queries.ts';
import styles from './renewals.module.css';

/** Who talked to the family, when, and what came of it. */
export function PeekHistory({ contacts }: Pick<RenewalDetail, 'contacts'>) {
  const t = useTranslations('renewals');
  const format = useFormatting();
  return (
    <section className={styles.stack} aria-label={t('peek.history')}>
      <strong>{t('peek.history')}</strong>
      {contacts.length === 0 && <span className={styles.muted}>{t('peek.noHistory')}</span>}
      <ol className={styles.history}>
        {contacts.map(({ id, at, channel, outcome, note, by }) => (
          <li key={id}>
            <span>{`${t(`channel.${channel}`)}: ${t(`outcome.${outcome}`)}`}</span>
            {note && <span dir="auto">{note}</span>}
            <span className={styles.muted}>
              {[format.day(dayIn(format.timezone, at)), by?.name].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
