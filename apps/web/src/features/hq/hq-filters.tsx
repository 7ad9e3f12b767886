'use client';

import { MultiSelect, NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { PeriodPicker } from '../../components/day-range.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { dayPlus } from '../../lib/days.ts';
import { useUrlState } from '../../lib/url-state.ts';
import { useCenters } from './queries.ts';

const periods = ['month', 'week', 'quarter', 'custom'] as const;
const comparisons = ['PREVIOUS', 'LAST_YEAR'] as const;

export function useHqFilters() {
  return useUrlState({ period: 'month', from: '', to: '', compare: '', centers: '' });
}

type Filters = ReturnType<typeof useHqFilters>;

export function HqFilters({ filters: { values, change, clear, isFiltered } }: { filters: Filters }) {
  const t = useTranslations('hq');
  const centers = useCenters();
  return (
    <FilterBar isFiltered={isFiltered} onClear={clear}>
      <PeriodPicker
        label={t('period')}
        period={periods.find((period) => period === values.period) ?? 'month'}
        choices={periods.map((value) => ({ value, label: t(`periods.${value}`) }))}
        from={values.from}
        to={values.to}
        onChange={change}
      />
      <NativeSelect
        aria-label={t('compare')}
        value={values.compare}
        onChange={(event) => change({ compare: event.currentTarget.value })}
        data={[
          { value: '', label: t('comparisons.PREVIOUS') },
          { value: 'LAST_YEAR', label: t('comparisons.LAST_YEAR') },
        ]}
      />
      {centers.length > 1 && (
        <MultiSelect
          aria-label={t('centers')}
          placeholder={values.centers ? '' : t('allCenters')}
          data={centers.map(({ id, name }) => ({ value: id, label: name }))}
          value={values.centers ? values.centers.split(',') : []}
          onChange={(chosen) => change({ centers: chosen.join(',') })}
          searchable
          clearable
          w={260}
        />
      )}
    </FilterBar>
  );
}

/** What the address asks for. Without days the month so far. */
export function askedBy({ period, from, to, compare, centers }: Filters['values'], today: string) {
  const comparison = comparisons.find((one) => one === compare);
  return {
    ...daysOf({ period, from, to }, today),
    ...(comparison && { compare: comparison }),
    ...(centers && { centers }),
  };
}

function daysOf({ period, from, to }: { period: string; from: string; to: string }, today: string) {
  if (period === 'week') return { from: dayPlus(today, -6), to: today };
  if (period === 'quarter') return { from: dayPlus(today, -89), to: today };
  if (period === 'custom') return { ...(from && { from }), ...(to && { to }) };
  return { from: `${today.slice(0, 8)}01`, to: today };
}
