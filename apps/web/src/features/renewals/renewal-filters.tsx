'use client';

import { NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { FilterBar } from '../../components/filter-bar.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import { useTerms } from '../../lib/terms.tsx';
import type { RenewalList } from './list-state.ts';
import { useBatches, useColleagues } from './queries.ts';
import styles from './renewals.module.css';

export function RenewalFilters({ list: { values, change, clear, isFiltered, tab } }: { list: RenewalList }) {
  const t = useTranslations('renewals');
  const terms = useTerms();
  const format = useFormatting();
  const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  const owners = useColleagues().map(named);
  const batches = useBatches().map(named);
  return (
    <FilterBar
      search={{ label: t('search'), value: values.q, onChange: (q) => change({ q }) }}
      isFiltered={isFiltered}
      onClear={clear}
    >
      <NativeSelect
        aria-label={t('filter.owner')}
        value={values.owner}
        onChange={(event) => change({ owner: event.currentTarget.value })}
        data={[{ value: '', label: t('anyOwner') }, { value: 'none', label: t('nobody') }, ...owners]}
      />
      <NativeSelect
        aria-label={t('filter.batch')}
        value={values.batch}
        onChange={(event) => change({ batch: event.currentTarget.value })}
        data={[{ value: '', label: t('anyBatch', terms) }, ...batches]}
      />
      {tab === 'RENEWED' && values.from && values.to && (
        <span className={styles.muted}>
          {t('period', { from: format.date(values.from), to: format.date(values.to) })}
        </span>
      )}
    </FilterBar>
  );
}
