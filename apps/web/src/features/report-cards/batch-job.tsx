'use client';

import { Button, Progress } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useConfirm } from '../../components/confirm.tsx';
import { ListExport } from '../../components/list-export.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { type BatchCards, type Days, useFreezing } from './queries.ts';
import styles from './report-cards.module.css';

interface BatchJobProps {
  batchId: string;
  days: Days;
  found: BatchCards;
  /** Null while nothing runs. */
  progress: { done: number; total: number } | null;
}

/** All cards of the batch: the button, how far it is, and for whom it did not work. */
export function BatchJob({ batchId, days, found: { rows, job }, progress }: BatchJobProps) {
  const t = useTranslations('report-cards');
  const terms = useTerms();
  const confirm = useConfirm();
  const { freeze, isPending, error } = useFreezing(() => undefined);
  const ask = async () => {
    const unwritten = rows.filter(({ state }) => state === 'NOT_STARTED').length;
    const isSure = await confirm({
      title: t('freezeAllTitle', { count: rows.length }),
      consequence: `${t('freezeAllText', terms)} ${t('freezeAllWritten', { count: unwritten })}`.trim(),
      confirmLabel: t('freeze'),
    });
    if (isSure) freeze({ batchId }, days);
  };
  return (
    <div className={`${styles.job} cw-no-print`}>
      {progress ? (
        <Running {...progress} />
      ) : (
        <Button variant="default" loading={isPending} onClick={() => void ask()}>
          {t('freezeAll', { count: rows.length })}
        </Button>
      )}
      {!progress && job && job.failures.length === 0 && (
        <span role="status" className={styles.muted}>
          {t('made', { total: job.total })}
        </span>
      )}
      <ListExport
        kind="batch-report-cards"
        filters={{ id: batchId, periodStart: days.from, periodEnd: days.to }}
        of={t('cards')}
      />
      <ProblemNotice problem={error} />
      {!progress &&
        job?.failures.map(({ student, reason }) => (
          <p key={student.id} role="alert" className={styles.problem}>
            {t('couldNot', { name: student.name, reason })}
          </p>
        ))}
    </div>
  );
}

function Running({ done, total }: { done: number; total: number }) {
  const t = useTranslations('report-cards');
  const words = t('making', { done, total });
  return (
    <div className={styles.running}>
      <p role="status">{words}</p>
      <Progress.Root size="lg">
        <Progress.Section value={total > 0 ? (100 * done) / total : 0} aria-label={words} />
      </Progress.Root>
    </div>
  );
}
