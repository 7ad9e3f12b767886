'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useState } from 'react';
import { useProblemText } from '../../components/problem-notice.tsx';
import { toast } from '../../components/toasts.tsx';
import { ApiProblem } from '../../lib/api-problem.ts';
import styles from './curricula.module.css';

interface NameInPlaceProps {
  label: string;
  name: string;
  maxLength: number;
  onRename: (name: string) => Promise<unknown> | void;
}

/** A name that is its own field: Enter or leaving it saves, Escape puts back what was there. */
export function NameInPlace({ label, name, maxLength, onRename }: NameInPlaceProps) {
  const t = useTranslations('curricula');
  const textOf = useProblemText();
  const [typed, setTyped] = useState<string | null>(null);
  const save = async () => {
    const next = typed?.trim();
    if (!next || next === name) return setTyped(null);
    try {
      await onRename(next);
    } catch (problem) {
      const isTaken = problem instanceof ApiProblem && problem.code === 'duplicate';
      toast.failed(
        t('notRenamed', { name, why: isTaken ? t('skillTaken') : problem instanceof Error ? textOf(problem) : '' }),
      );
    }
    setTyped(null);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') event.currentTarget.blur();
    if (event.key === 'Escape') setTyped(null);
  };
  return (
    <input
      className={styles.name}
      data-part="name"
      aria-label={label}
      dir="auto"
      maxLength={maxLength}
      value={typed ?? name}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={press}
      onBlur={() => void save()}
    />
  );
}
