'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { QueryView } from '../../components/query-view.tsx';
import { CardEditor } from './card-editor.tsx';
import { daysOf } from './days.ts';
import { Paper } from './paper.tsx';
import { type Days, type Preview, usePreview } from './queries.ts';
import styles from './report-cards.module.css';
import { useDays } from './use-days.ts';

interface CardDeskProps {
  studentId: string;
  days: Days;
  /** Where there is a next and a previous student. */
  onStep?: (by: number) => void;
}

/** What is written for one student, and the card beside it. */
export function CardDesk({ studentId, days, onStep }: CardDeskProps) {
  const t = useTranslations('report-cards');
  const preview = usePreview(studentId, days);
  return (
    <div className={styles.card}>
      <QueryView query={preview} failure={t('previewFailed')}>
        {(found) => (
          <OpenCard
            key={`${studentId} ${days.from} ${days.to}`}
            found={found}
            days={days}
            {...(onStep && { onStep })}
          />
        )}
      </QueryView>
    </div>
  );
}

function OpenCard({ found, days, onStep }: { found: Preview; days: Days; onStep?: (by: number) => void }) {
  const { comments, summary } = found.draft;
  const [written, setWritten] = useState({ comments, summary });
  return (
    <>
      <div className={`${styles.editor} cw-no-print`}>
        {found.snapshot.assessments === 0 && <NothingAssessed />}
        <CardEditor found={found} days={days} written={written} onWrite={setWritten} {...(onStep && { onStep })} />
      </div>
      <Paper snapshot={{ ...found.snapshot, ...written }} />
    </>
  );
}

function NothingAssessed() {
  const t = useTranslations('report-cards');
  const { today, setDays } = useDays();
  return (
    <div className={styles.notice}>
      <strong>{t('nothingAssessed')}</strong>
      <p>{t('nothingAssessedText')}</p>
      <Button variant="default" onClick={() => setDays(daysOf('quarter', today))}>
        {t('widen')}
      </Button>
    </div>
  );
}
