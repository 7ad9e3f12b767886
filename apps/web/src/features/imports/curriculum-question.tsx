'use client';

import type { Import } from '@cartwheel/contracts';
import { NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import styles from './imports.module.css';
import { type ImportActs, useCurricula } from './queries.ts';

/** Skills are known by their curriculum: without it none of the file is. */
export function CurriculumQuestion({ found, acts }: { found: Import; acts: ImportActs }) {
  const t = useTranslations('imports');
  const curricula = useCurricula();
  const { curriculum, ...others } = found.defaults;
  return (
    <section className={`cw-card ${styles.question}`}>
      <NativeSelect
        label={t('curriculum.question')}
        description={t('curriculum.hint')}
        value={curriculum ?? ''}
        disabled={acts.isChanging}
        onChange={({ currentTarget: { value } }) =>
          acts.change({ defaults: value ? { ...others, curriculum: value } : others })
        }
        data={[
          { value: '', label: t('curriculum.choose') },
          ...curricula.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </section>
  );
}
