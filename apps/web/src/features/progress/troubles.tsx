'use client';

import type { SkillMatrix } from '@cartwheel/contracts';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { useProblemText } from '../../components/problem-notice.tsx';
import { ApiProblem } from '../../lib/api-problem.ts';
import type { SaveQueue } from '../../lib/save-queue.ts';
import styles from './progress.module.css';
import { cellId, type Rating } from './rating.ts';

interface TroublesProps {
  matrix: SkillMatrix;
  queue: SaveQueue<Rating>;
  onOpen: (studentId: string, skillId: string) => void;
}

/** Ratings that are not saved: those without an answer can be sent again, those refused are taken back. */
export function Troubles({ matrix, queue, onOpen }: TroublesProps) {
  const t = useTranslations('progress');
  const textOf = useProblemText();
  const unsaved = useSyncExternalStore(queue.subscribe, queue.shown, queue.shown);
  const troubled = [...unsaved.values()].filter(({ state }) => state !== 'saving');
  const [first] = troubled;
  if (!first) return null;
  const { change, problem } = first;
  const name = matrix.rows.find((row) => row.studentId === change.studentId)?.name ?? '';
  const skill = matrix.skills.find((one) => one.id === change.skillId)?.name ?? '';
  const isLowerThanTheirs = problem instanceof ApiProblem && problem.status === 400;
  const why = isLowerThanTheirs ? t('trouble.lower') : problem ? textOf(problem) : '';
  const leave = () => {
    for (const one of troubled) queue.dismiss(cellId(one.change));
  };
  return (
    <div role="alert" className={styles.band} data-tone="bad">
      <span>{t('trouble.text', { count: troubled.length, name, skill, why })}</span>
      {troubled.some(({ state }) => state === 'failed') && (
        <Button variant="default" onClick={() => queue.retryFailed()}>
          {t('retry')}
        </Button>
      )}
      {isLowerThanTheirs && (
        <Button
          variant="default"
          onClick={() => {
            leave();
            onOpen(change.studentId, change.skillId);
          }}
        >
          {t('trouble.open')}
        </Button>
      )}
      <Button variant="default" onClick={leave}>
        {t('trouble.leave')}
      </Button>
    </div>
  );
}
