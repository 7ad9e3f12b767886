'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { StatusChip } from '../../components/status-chip.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { toneOf } from './card-words.ts';
import type { BatchCards } from './queries.ts';
import styles from './report-cards.module.css';

interface ChildrenListProps {
  rows: BatchCards['rows'];
  shown: string;
  onShow: (studentId: string) => void;
}

export function ChildrenList({ rows, shown, onShow }: ChildrenListProps) {
  const t = useTranslations('report-cards');
  const terms = useTerms();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[data-student="${CSS.escape(shown)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  return (
    <nav aria-label={t('children', terms)} className={`cw-card ${styles.children}`} data-screen-only>
      <ul ref={list}>
        {rows.map(({ student, state, card }) => (
          <li key={student.id}>
            <button
              type="button"
              className={styles.child}
              data-student={student.id}
              onClick={() => onShow(student.id)}
              {...(student.id === shown && { 'aria-current': 'true' as const })}
            >
              <span className={styles.name} dir="auto">
                {student.name}
              </span>
              {card?.isOutdated ? (
                <StatusChip tone="warn">{t('changedSince')}</StatusChip>
              ) : (
                <StatusChip tone={toneOf[state]}>{t(`state.${state}`)}</StatusChip>
              )}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
