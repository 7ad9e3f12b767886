'use client';

import type { RosterRow } from '@cartwheel/contracts';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useProblemText } from '../../components/problem-notice.tsx';
import { ApiProblem } from '../../lib/api-problem.ts';
import type { SentMark } from './marks.ts';
import styles from './roster-row.module.css';
import { useWarningWords } from './warning-words.ts';

interface RowTroubleProps {
  row: RosterRow;
  sent: SentMark;
  onRetry: (studentId: string) => void;
  onDismiss: (studentId: string) => void;
}

/** Why a tap is not saved, in the row it is about. */
export function RowTrouble({ row, sent, onRetry, onDismiss }: RowTroubleProps) {
  const t = useTranslations('attendance');
  const wordsOf = useWarningWords();
  const textOf = useProblemText();
  const warning = row.warnings.find((one) => one.code === sent.refusal) ?? (sent.refusal && { code: sent.refusal });
  const reason = () => {
    if (warning) return t('ask.blocked', { reason: wordsOf(warning) });
    if (sent.problem instanceof ApiProblem && sent.problem.code === 'capacity_full') return t('add.full');
    if (sent.problem instanceof ApiProblem && sent.problem.code === 'offline') return t('notReached');
    return sent.problem ? textOf(sent.problem) : '';
  };
  return (
    <div className={styles.trouble} role="alert">
      <span>{reason()}</span>
      {sent.state === 'failed' && (
        <Button
          variant="default"
          aria-label={t('retryName', { name: row.name })}
          onClick={() => onRetry(row.studentId)}
        >
          {t('retry')}
        </Button>
      )}
      <Button
        variant="default"
        aria-label={t('leaveName', { name: row.name })}
        onClick={() => onDismiss(row.studentId)}
      >
        {t('understood')}
      </Button>
    </div>
  );
}
