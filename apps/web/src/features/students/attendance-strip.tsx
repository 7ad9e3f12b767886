'use client';

import { useTranslations } from 'next-intl';
import { QueryView } from '../../components/query-view.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import type { Tone } from '../../components/tokens.ts';
import { dayPlus } from '../../lib/days.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useMarks } from './queries.ts';
import styles from './students.module.css';

const WEEKS = 13;
const tone: Record<string, Tone> = {
  PRESENT: 'good',
  LATE: 'warn',
  ABSENT: 'bad',
  EXCUSED: 'ink',
  MAKEUP: 'makeup',
  TRIAL: 'trial',
  CANCELLED: 'ink',
};

/** The first of the days that are shown. */
export const shownSince = (today: string) => dayPlus(today, -7 * WEEKS);

/** The last thirteen weeks, one chip per class, oldest first. */
export function AttendanceStrip({ studentId }: { studentId: string }) {
  const t = useTranslations('students');
  const format = useFormatting();
  const marks = useMarks(studentId, shownSince(format.today()));
  return (
    <QueryView query={marks} failure={t('marksFailed')}>
      {({ items }) => {
        const came = items.filter(({ status }) => ['PRESENT', 'LATE', 'MAKEUP', 'TRIAL'].includes(status)).length;
        const counted = items.filter(({ status }) => status !== 'CANCELLED' && status !== 'EXCUSED').length;
        if (items.length === 0) return <p className={styles.muted}>{t('noMarks')}</p>;
        return (
          <>
            <p className={styles.plain}>{t('came', { came, counted })}</p>
            <ol className={styles.strip}>
              {items.toReversed().map((mark) => (
                <li key={mark.classSessionId} title={`${mark.sessionName}, ${t(`mark.${mark.status}`)}`}>
                  <StatusChip tone={tone[mark.status] ?? 'ink'}>
                    {t('markOn', { day: format.dayMonth(mark.date), mark: t(`mark.${mark.status}`) })}
                  </StatusChip>
                </li>
              ))}
            </ol>
          </>
        );
      }}
    </QueryView>
  );
}
