'use client';

import { Button, CopyButton } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ApiProblem } from '../lib/api-problem.ts';
import { Forbidden, NotFound } from './state-views.tsx';
import styles from './state-views.module.css';

/** The sentence for a person: ours where the code is ours to explain, else the API's. */
export function useProblemText() {
  const t = useTranslations('design');
  return (problem: Error): string => {
    if (!(problem instanceof ApiProblem)) return t('problem.unexpected');
    const key = `problem.${problem.code}`;
    return t.has(key) ? t(key) : (problem.detail ?? problem.title);
  };
}

interface ProblemNoticeProps {
  problem: Error | null | undefined;
  /** Sentences of the screen for single codes; they win. */
  words?: Partial<Record<string, ReactNode>>;
  action?: ReactNode;
}

/** What an act was refused for, where the act is. */
export function ProblemNotice({ problem, words, action }: ProblemNoticeProps) {
  const textOf = useProblemText();
  if (!problem) return null;
  const own = problem instanceof ApiProblem ? words?.[problem.code] : undefined;
  return (
    <div role="alert" className={styles.error}>
      <IconAlertCircle size={22} aria-hidden />
      <div className={styles.body}>
        <p>{own ?? textOf(problem)}</p>
        {problem instanceof ApiProblem && problem.status >= 500 && <Reference id={problem.requestId} />}
        {action}
      </div>
    </div>
  );
}

interface ErrorCardProps {
  problem: Error;
  /** What could not be shown, for example "Leads could not be loaded". */
  title: ReactNode;
  onRetry: () => void;
}

/** In place of what could not be loaded. */
export function ErrorCard({ problem, title, onRetry }: ErrorCardProps) {
  const t = useTranslations('design');
  const textOf = useProblemText();
  if (problem instanceof ApiProblem && problem.code === 'forbidden') return <Forbidden />;
  if (problem instanceof ApiProblem && problem.code === 'not_found') return <NotFound />;
  return (
    <div role="alert" className={styles.error}>
      <IconAlertCircle size={22} aria-hidden />
      <div className={styles.body}>
        <strong>{title}</strong>
        <p>{textOf(problem)}</p>
        {problem instanceof ApiProblem && <Reference id={problem.requestId} />}
        <div>
          <Button variant="default" onClick={onRetry} mt={8}>
            {t('retry')}
          </Button>
        </div>
      </div>
    </div>
  );
}

function Reference({ id }: { id: string | undefined }) {
  const t = useTranslations('design');
  if (!id) return null;
  return (
    <div className={styles.reference}>
      <span>{t('requestId', { id })}</span>
      <CopyButton value={id}>
        {({ copied, copy }) => (
          <Button variant="default" onClick={copy}>
            {t(copied ? 'copied' : 'copy')}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
