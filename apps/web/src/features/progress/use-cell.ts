'use client';

import type { SkillMatrix } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { useCallback, useSyncExternalStore } from 'react';
import { useLevelWords } from '../../components/skill-level.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import type { Cell, MatrixStore } from './matrix-store.ts';

export function useCell(store: MatrixStore, studentId: string, skillId: string): Cell {
  const look = () => store.cell(studentId, skillId);
  return useSyncExternalStore(store.subscribe, look, look);
}

export function useReachedBy(store: MatrixStore, studentIds: readonly string[], skillId: string): number {
  const count = () => store.reachedBy(studentIds, skillId);
  return useSyncExternalStore(store.subscribe, count, count);
}

/** When a cell was changed and by whom, in words; empty before the first rating. */
export function useChangeWords(): (cell: Cell) => string {
  const t = useTranslations('progress');
  const format = useFormatting();
  return useCallback(
    ({ changedAt, by, state }: Cell) => {
      if (state === 'saving') return t('state.saving');
      if (state === 'failed' || state === 'refused') return t(`state.${state}`);
      if (!changedAt) return '';
      const day = format.dayMonthOf(changedAt);
      return by ? t('changedBy', { day, name: by.name }) : t('changed', { day });
    },
    [t, format],
  );
}

/** "Aarav, Cartwheel, In progress, changed 3 Nov by Asha". */
export function useCellLabel(): (name: string, skill: string, cell: Cell) => string {
  const { word } = useLevelWords();
  const t = useTranslations('progress');
  const changeWords = useChangeWords();
  return useCallback(
    (name, skill, cell) => {
      const label = [name, skill, word(cell.level), changeWords(cell)].filter(Boolean).join(', ');
      return cell.isNews ? t('isNews', { label }) : label;
    },
    [word, changeWords, t],
  );
}

export type MatrixStudent = SkillMatrix['rows'][number];
