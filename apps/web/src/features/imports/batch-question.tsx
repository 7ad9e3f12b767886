'use client';

import type { Import } from '@cartwheel/contracts';
import { NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useTerms } from '../../lib/terms.tsx';
import styles from './imports.module.css';
import { type ImportActs, useBatches } from './queries.ts';

/** Registers rarely have a column for their batch: a title says it, or a person does. */
export function BatchQuestion({ found, acts }: { found: Import; acts: ImportActs }) {
  const t = useTranslations('imports');
  const terms = useTerms();
  const batches = useBatches();
  const { batch, ...others } = found.defaults;
  const titled = [...new Set(Object.values(found.titledBatches))];
  const unchosen = titled.length > 0 ? t('batch.titled', { batches: titled.join(', ') }) : t('batch.choose', terms);
  return (
    <section className={`cw-card ${styles.question}`}>
      <NativeSelect
        label={t('batch.question', terms)}
        description={t(`batch.hint.${found.kind === 'SKILLS' ? 'SKILLS' : 'ATTENDANCE'}`, terms)}
        value={batch ?? ''}
        disabled={acts.isChanging}
        onChange={({ currentTarget: { value } }) =>
          acts.change({ defaults: value ? { ...others, batch: value } : others })
        }
        data={[{ value: '', label: unchosen }, ...batches.map(({ name }) => ({ value: name, label: name }))]}
      />
    </section>
  );
}

/** Whether rows have to be told their batch. */
export const asksForBatch = ({ kind, columns }: Import) =>
  (kind === 'ATTENDANCE' || kind === 'SKILLS') && !columns.some(({ field }) => field === 'batch');
