'use client';

import type { SkillMatrix } from '@cartwheel/contracts';
import { Select } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import styles from './progress.module.css';
import { studentsFor, type WhoFilter, whoFilters } from './rating.ts';
import { type Mode, modes } from './use-matrix-view.ts';

interface MatrixFiltersProps {
  matrix: SkillMatrix;
  mode: Mode;
  who: WhoFilter;
  category: string;
  onMode: (mode: Mode) => void;
  onWho: (who: WhoFilter) => void;
  onCategory: (category: string) => void;
}

/** Drawn again when the matrix changes, not with every tap. */
export const MatrixFilters = memo(function MatrixFilters(props: MatrixFiltersProps) {
  const { matrix, mode, who, category, onMode, onWho, onCategory } = props;
  const t = useTranslations('progress');
  const format = useFormatting();
  const count = (filter: WhoFilter) => studentsFor(matrix.rows, filter, format.today()).length;
  return (
    <search className={styles.filters}>
      <ChoiceChips
        label={t('mode.label')}
        hideLabel
        value={mode}
        onChange={onMode}
        choices={modes.map((value) => ({ value, label: t(`mode.${value}`) }))}
      />
      <ChoiceChips
        label={t('who.label')}
        hideLabel
        value={who}
        onChange={onWho}
        choices={whoFilters.map((value) => ({ value, label: t(`who.${value}`, { count: count(value) }) }))}
      />
      {mode === 'grid' && matrix.categories.length > 1 && (
        <Select
          aria-label={t('category')}
          w={180}
          value={category}
          data={[{ value: '', label: t('anyCategory') }, ...matrix.categories]}
          allowDeselect={false}
          checkIconPosition="right"
          onChange={(next) => onCategory(next ?? '')}
        />
      )}
    </search>
  );
});
