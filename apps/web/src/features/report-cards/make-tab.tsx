'use client';

import { useTranslations } from 'next-intl';
import { Empty } from '../../components/state-views.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { useUrlState } from '../../lib/url-state.ts';
import { BatchDesk } from './batch-desk.tsx';
import { CardDesk } from './card-desk.tsx';
import { isPeriod } from './days.ts';
import { DaysChoice } from './days-choice.tsx';
import styles from './report-cards.module.css';
import { useDays } from './use-days.ts';
import { WhomChoice } from './whom-choice.tsx';

/** Whom, when, and then the cards. */
export function MakeTab() {
  const t = useTranslations('report-cards');
  const terms = useTerms();
  const { values } = useUrlState({ batch: '', student: '' });
  const { days, today, setDays } = useDays();
  const isValid = isPeriod(days, today);
  return (
    <>
      <div className={`${styles.choices} cw-no-print`}>
        <WhomChoice />
        <DaysChoice days={days} today={today} onChange={setDays} />
      </div>
      {!isValid && (
        <p role="alert" className={styles.problem}>
          {t('badPeriod')}
        </p>
      )}
      {isValid && values.batch && <BatchDesk key={values.batch} batchId={values.batch} days={days} />}
      {isValid && !values.batch && values.student && <CardDesk studentId={values.student} days={days} />}
      {!values.batch && !values.student && <Empty title={t('start', terms)} text={t('startText')} />}
    </>
  );
}
