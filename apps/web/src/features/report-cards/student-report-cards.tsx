'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState } from 'react';
import { ErrorCard } from '../../components/problem-notice.tsx';
import { Loading } from '../../components/state-views.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { CardSheet } from './card-sheet.tsx';
import { toneOf } from './card-words.ts';
import { useCards } from './queries.ts';
import styles from './report-cards.module.css';

/** The cards of one student, on the profile. */
export function StudentReportCards({ studentId }: { studentId: string }) {
  const t = useTranslations('report-cards');
  const format = useFormatting();
  const path = useCenterPath();
  const { may } = useSession();
  const { rows, problem, retry } = useCards({ studentId });
  const [open, setOpen] = useState<string | null>(null);
  if (problem && !rows) return <ErrorCard problem={problem} title={t('cardsFailed')} onRetry={retry} />;
  if (!rows) return <Loading rows={2} />;
  return (
    <div className={styles.sheet}>
      {rows.length === 0 && <p className={styles.muted}>{t('noneForStudent')}</p>}
      <ul className={styles.mine}>
        {rows.map(({ id, period, version, state }) => (
          <li key={id}>
            <button type="button" className={styles.child} onClick={() => setOpen(id)}>
              <span className={styles.name}>
                {format.dayMonth(period.from)} – {format.date(period.to)} · {t('versionOf', { version })}
              </span>
              <StatusChip tone={toneOf[state]}>{t(`state.${state}`)}</StatusChip>
            </button>
          </li>
        ))}
      </ul>
      {may('report-cards:generate') && (
        <Button
          component={Link}
          href={`${path('report-cards')}?student=${studentId}`}
          variant="default"
          prefetch={false}
        >
          {t('makeOne')}
        </Button>
      )}
      {open && <CardSheet id={open} onClose={() => setOpen(null)} />}
    </div>
  );
}
