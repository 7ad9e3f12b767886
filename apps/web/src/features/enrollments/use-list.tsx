'use client';

import { Anchor } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { QueryView } from '../../components/query-view.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import type { Tone } from '../../components/tokens.ts';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import styles from './enrollments.module.css';
import { type Enrollment, useUse } from './queries.ts';

const tone: Record<string, Tone> = { PRESENT: 'good', LATE: 'warn', ABSENT: 'bad', MAKEUP: 'makeup', TRIAL: 'trial' };

/** Every class that was marked in the time of the plan, newest first. */
export function UseList({ enrollment }: { enrollment: Enrollment }) {
  const t = useTranslations('enrollments');
  const format = useFormatting();
  const path = useCenterPath();
  const marks = useUse(enrollment);
  return (
    <QueryView query={marks} failure={t('marksFailed')}>
      {({ items }) =>
        items.length === 0 ? (
          <p className={styles.muted}>{t('noMarks')}</p>
        ) : (
          <ul className={styles.list}>
            {items.map((mark) => (
              <li key={mark.classSessionId}>
                <span className={styles.row}>
                  <Anchor component={Link} href={path('sessions', mark.classSessionId)} prefetch={false}>
                    {`${format.day(mark.date)}, ${format.clock(mark.startTime)} · ${mark.sessionName}`}
                  </Anchor>
                  <StatusChip tone={tone[mark.status] ?? 'ink'}>{t(`mark.${mark.status}`)}</StatusChip>
                </span>
                {mark.notes && (
                  <span className={styles.muted} dir="auto">
                    {mark.notes}
                  </span>
                )}
              </li>
            ))}
          </ul>
        )
      }
    </QueryView>
  );
}
