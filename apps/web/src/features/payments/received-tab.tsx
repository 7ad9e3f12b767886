'use client';

import { NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { PeriodPicker } from '../../components/day-range.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { NumberTile } from '../../components/number-tile.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import type { Answer } from '../../lib/operations.ts';
import { useUrlState } from '../../lib/url-state.ts';
import { allMethods } from './money-words.ts';
import styles from './payments.module.css';
import { daysOf, periods } from './periods.ts';
import { PaymentTable } from './payment-table.tsx';
import { usePayments } from './queries.ts';

export function ReceivedTab() {
  const format = useFormatting();
  const { values, change, clear, isFiltered } = useUrlState({ period: 'week', from: '', to: '', method: '' });
  const method = allMethods.find((one) => one === values.method);
  const list = usePayments({ ...daysOf(values.period, format.today(), values), ...(method && { method }) });
  return (
    <>
      <ReceivedFilters values={values} onChange={change} isFiltered={isFiltered} onClear={clear} />
      <Totals totals={list.totals} />
      <PaymentTable list={list} isFiltered={isFiltered} onClear={clear} />
    </>
  );
}

interface FiltersProps {
  values: { period: string; from: string; to: string; method: string };
  onChange: (changes: Partial<FiltersProps['values']>) => void;
  isFiltered: boolean;
  onClear: () => void;
}

function ReceivedFilters({ values, onChange, isFiltered, onClear }: FiltersProps) {
  const t = useTranslations('payments');
  const methods = allMethods.map((value) => ({ value, label: t(`method.${value}`) }));
  return (
    <FilterBar isFiltered={isFiltered} onClear={onClear}>
      <PeriodPicker
        label={t('period')}
        period={periods.find((period) => period === values.period) ?? 'week'}
        choices={periods.map((value) => ({ value, label: t(`periods.${value}`) }))}
        from={values.from}
        to={values.to}
        onChange={onChange}
      />
      <NativeSelect
        aria-label={t('filterMethod')}
        value={values.method}
        onChange={(event) => onChange({ method: event.currentTarget.value })}
        data={[{ value: '', label: t('anyMethod') }, ...methods]}
      />
    </FilterBar>
  );
}

function Totals({ totals }: { totals: Answer<'listPayments'>['totals'] }) {
  const t = useTranslations('payments');
  const format = useFormatting();
  const path = useCenterPath();
  const { values } = useUrlState({ period: 'week', from: '', to: '' });
  const currency = totals[0]?.amount.currency;
  if (!currency) return null;
  const address = (method: string) => {
    const filters = { tab: 'received', ...values, method };
    const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ''));
    return `${path('payments')}?${query}`;
  };
  const amountMinor = totals.reduce((sum, one) => sum + one.amount.amountMinor, 0);
  return (
    <section className={styles.tiles} aria-label={t('totals')}>
      {totals.length > 1 && (
        <NumberTile label={t('allMethods')} value={format.money({ amountMinor, currency })} href={address('')} />
      )}
      {totals.map(({ method, amount, count }) => (
        <NumberTile
          key={method}
          label={t(`method.${method}`)}
          value={format.money(amount)}
          href={address(method)}
          note={<span className={styles.muted}>{t('payments', { count })}</span>}
        />
      ))}
    </section>
  );
}
