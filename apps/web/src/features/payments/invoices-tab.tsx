'use client';

import { NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { DataTable } from '../../components/data-table.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { Empty, FilteredEmpty } from '../../components/state-views.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useSession } from '../../lib/session.tsx';
import { useUrlState } from '../../lib/url-state.ts';
import { useInvoiceColumns } from './invoice-columns.tsx';
import { invoiceStatuses } from './money-words.ts';
import { exportMoney, useInvoices } from './queries.ts';

export function InvoicesTab() {
  const t = useTranslations('payments');
  const { may } = useSession();
  const router = useRouter();
  const path = useCenterPath();
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
      <DataTable
        label={t('tab.invoices')}
        name="invoices"
        columns={columns}
        rows={list.rows}
        keyOf={(invoice) => invoice.id}
        onOpen={(invoice) => router.push(path('invoices', invoice.id))}
        problem={list.problem}
        failure={t('invoicesFailed')}
        onRetry={list.retry}
        empty={
          isFiltered ? (
            <FilteredEmpty title={t('noInvoiceMatches')} onClear={clear} />
          ) : (
            <Empty title={t('noInvoices')} text={t('noInvoicesText')} />
          )
        }
        more={list.more}
        {...(may('exports:run') && { onExport: exportMoney('invoices') })}
      />
    </>
  );
}
