'use client';

import type { Import } from '@cartwheel/contracts';
import { TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFieldNames } from './field-names.ts';
import styles from './imports.module.css';
import type { ImportActs } from './queries.ts';

const offered: Partial<Record<Import['kind'], readonly string[]>> = {
  LEADS: ['source', 'assignedTo'],
  STUDENTS: ['source', 'plan', 'batch'],
  ATTENDANCE: ['attendedOn'],
  SKILLS: ['assessedOn'],
};

/** For rows in which the file says nothing. */
export function Defaults({ found, acts }: { found: Import; acts: ImportActs }) {
  const t = useTranslations('imports');
  const nameOf = useFieldNames();
  const save = (field: string, typed: string) => {
    const value = typed.trim();
    if (value === (found.defaults[field] ?? '')) return;
    const others = Object.entries(found.defaults).filter(([name]) => name !== field);
    acts.change({ defaults: Object.fromEntries(value ? [...others, [field, value]] : others) });
  };
  return (
    <div className={styles.question}>
      <p className={styles.muted}>{t('defaultsHint')}</p>
      <div className={styles.two}>
        {(offered[found.kind] ?? []).map((field) => (
          <TextInput
            key={field}
            label={nameOf(field)}
            defaultValue={found.defaults[field] ?? ''}
            maxLength={200}
            onBlur={(event) => save(field, event.currentTarget.value)}
          />
        ))}
      </div>
    </div>
  );
}
