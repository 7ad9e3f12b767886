'use client';

import type { BatchImpact } from '@cartwheel/contracts';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import styles from './batches.module.css';

interface ImpactSheetProps {
  impact: BatchImpact;
  isSaving: boolean;
  problem: Error | null;
  onSave: () => void;
  onClose: () => void;
}

/** What a change would do to classes and seats that exist, before it is done. */
export function ImpactSheet({ impact, isSaving, problem, onSave, onClose }: ImpactSheetProps) {
  const t = useTranslations('batches');
  const format = useFormatting();
  const lines = [
    ['moved', impact.sessionsMoved],
    ['removed', impact.sessionsRemoved],
    ['added', impact.sessionsAdded],
    ['students', impact.studentsTouched],
    ['bookings', impact.bookingsTouched],
    ['families', impact.familiesTold],
  ] as const;
  const told = lines.filter(([, count]) => count > 0);
  return (
    <Sheet title={t('impact.title')} isOpen onClose={onClose} side="right">
      <div className={styles.stack}>
        {told.length === 0 && <p>{t('impact.nothing')}</p>}
        <ul className={styles.impact}>
          {told.map(([name, count]) => (
            <li key={name}>{t(`impact.${name}`, { count })}</li>
          ))}
        </ul>
        {impact.conflicts.length > 0 && (
          <>
            <strong>{t('impact.conflicts')}</strong>
            <ul className={styles.impact}>
              {impact.conflicts.map(({ date, reason }) => (
                <li key={`${date}${reason}`}>{t('impact.conflict', { day: format.day(date), reason })}</li>
              ))}
            </ul>
          </>
        )}
        <ProblemNotice problem={problem} />
        <Button size="lg" loading={isSaving} onClick={onSave} data-autofocus>
          {t('form.save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('form.back')}
        </Button>
      </div>
    </Sheet>
  );
}
