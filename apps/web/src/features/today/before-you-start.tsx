'use client';

import type { ClassSession, RosterRow } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { StatusChip } from '../../components/status-chip.tsx';
import { useExpected } from './queries.ts';
import styles from './today.module.css';

const shown = [
  ['MEDICAL', 'bad'],
  ['EXPIRED', 'bad'],
  ['USED_UP', 'bad'],
  ['UNPAID', 'bad'],
  ['TRIAL', 'trial'],
  ['MAKEUP', 'makeup'],
  ['BIRTHDAY', 'info'],
] as const;
type Kind = (typeof shown)[number][0];

/** What to look out for in this class, counted. */
export function BeforeYouStart({ session }: { session: ClassSession }) {
  const t = useTranslations('today');
  const rows = useExpected(session.id);
  if (!rows) return null;
  const counts = shown.map(([kind, tone]) => ({ kind, tone, count: rows.filter((row) => is(row, kind)).length }));
  const found = counts.filter(({ count }) => count > 0);
  return (
    <section className={`cw-card ${styles.before}`}>
      <h2>{t('before')}</h2>
      {found.length === 0 && <p className={styles.small}>{t('beforeNone')}</p>}
      <div className={styles.chips}>
        {found.map(({ kind, tone, count }) => (
          <StatusChip key={kind} tone={tone}>
            {t(`count.${kind}`, { count })}
          </StatusChip>
        ))}
      </div>
    </section>
  );
}

function is(row: RosterRow, kind: Kind): boolean {
  if (kind === 'TRIAL' || kind === 'MAKEUP') return row.kind === kind;
  return row.warnings.some((warning) => warning.code === kind);
}
