'use client';

import { useTranslations } from 'next-intl';
import { QueryView } from '../../components/query-view.tsx';
import { useShortcut } from '../../components/shortcuts.tsx';
import { Empty } from '../../components/state-views.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { useUrlState } from '../../lib/url-state.ts';
import { BatchJob } from './batch-job.tsx';
import { CardDesk } from './card-desk.tsx';
import { ChildrenList } from './children-list.tsx';
import { type BatchCards, type Days, useBatchCards } from './queries.ts';
import styles from './report-cards.module.css';

/** The children of a batch, one after the other, and all at once. */
export function BatchDesk({ batchId, days }: { batchId: string; days: Days }) {
  const t = useTranslations('report-cards');
  const terms = useTerms();
  const { cards, progress } = useBatchCards(batchId, days);
  return (
    <QueryView query={cards} failure={t('batchFailed', terms)}>
      {(found) =>
        found.rows.length === 0 ? (
          <Empty title={t('emptyBatch', terms)} text={t('emptyBatchText', terms)} />
        ) : (
          <>
            <BatchJob batchId={batchId} days={days} found={found} progress={progress} />
            <Stepping rows={found.rows} days={days} />
          </>
        )
      }
    </QueryView>
  );
}

function Stepping({ rows, days }: { rows: BatchCards['rows']; days: Days }) {
  const t = useTranslations('report-cards');
  const terms = useTerms();
  const { values, change } = useUrlState({ student: '' });
  const at = Math.max(
    0,
    rows.findIndex(({ student }) => student.id === values.student),
  );
  const shown = rows[at]?.student.id ?? '';
  const step = (by: number) => {
    const next = rows[at + by];
    if (next) change({ student: next.student.id });
  };
  useShortcut('j', t('next', terms), () => step(1));
  useShortcut('k', t('previous', terms), () => step(-1));
  return (
    <div className={styles.desk}>
      <ChildrenList rows={rows} shown={shown} onShow={(student) => change({ student })} />
      <CardDesk studentId={shown} days={days} onStep={step} />
    </div>
  );
}
