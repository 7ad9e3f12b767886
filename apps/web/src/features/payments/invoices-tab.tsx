'use client';

import { NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { FilterBar } from '../../components/filter-bar.tsx';
import { Empty, FilteredEmpty } from '../../components/state-views.tsx';
import { useUrlState } from '../../lib/url-state.ts';
import { useInvoiceColumns } from './invoice-columns.tsx';
import { InvoiceTable } from './invoice-table.tsx';
import { invoiceStatuses } from './money-words.ts';
import { useInvoices } from './queries.ts';

export function InvoicesTab() {
  const t = useTranslations('payments');
  const columns = useInvoiceColumns();
  const { values, change, clear, isFiltered } = useUrlState({ q: '', status: '' });
  const status = invoiceStatuses.find((one) => one === values.status);
  const list = useInvoices({ ...(values.q && { q: values.q }), ...(status && { status }) });
  return (
    <>
      <FilterBar
        search={{ label: t('searchInvoices'), value: values.q, onChange: (q) => change({ q }) }}
        isFiltered={isFiltered}
        onClear={clear}
      >
        <NativeSelect
          aria-label={t('filterStatus')}
          value={values.status}
          onChange={(event) => change({ status: event.currentTarget.value })}
          data={[
            { value: '', label: t('anyStatus') },
            ...invoiceStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
          ]}
        />
      </FilterBar>
      <InvoiceTable
        label={t('tab.invoices')}
        name="invoices"
        columns={columns}
        list={list}
        empty={
          isFiltered ? (
            <FilteredEmpty title={t('noInvoiceMatches')} onClear={clear} />
          ) : (
            <Empty title={t('noInvoices')} text={t('noInvoicesText')} />
          )
        }
      />
    </>
  );
}
