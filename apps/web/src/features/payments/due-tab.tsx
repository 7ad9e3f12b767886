'use client';

import { Button } from '@mantine/core';
import { IconCash, IconConfetti } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo, useState } from 'react';
import type { DataColumn } from '../../components/data-table.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { MoneyText } from '../../components/money.tsx';
import { Empty, FilteredEmpty } from '../../components/state-views.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { useUrlState } from '../../lib/url-state.ts';
import { useInvoiceColumns } from './invoice-columns.tsx';
import { InvoiceTable } from './invoice-table.tsx';
import type { InvoiceRow } from './money-words.ts';
import styles from './payments.module.css';
import { useInvoices, useTotalDue } from './queries.ts';
import { RecordPaymentSheet } from './record-payment-sheet.tsx';

export function DueTab() {
  const t = useTranslations('payments');
  const { may } = useSession();
  const { values, change, clear, isFiltered } = useUrlState({ q: '' });
  const [paying, setPaying] = useState<InvoiceRow | null>(null);
  const columns = useDueColumns(may('payments:record'), setPaying);
  const list = useInvoices({ due: 'now', ...(values.q && { q: values.q }) });
  const empty = isFiltered ? (
    <FilteredEmpty title={t('noInvoiceMatches')} onClear={clear} />
  ) : (
    <Empty icon={IconConfetti} title={t('nothingDue')} text={t('nothingDueText')} />
  );
  return (
    <>
      <FilterBar
        search={{ label: t('searchInvoices'), value: values.q, onChange: (q) => change({ q }) }}
        isFiltered={isFiltered}
        onClear={clear}
      />
      <InvoiceTable
        label={t('tab.due')}
        name="invoices-due"
        columns={columns}
        list={list}
        empty={empty}
        toolbar={!isFiltered && <TotalDue />}
      />
      {paying && <RecordPaymentSheet invoice={{ ...paying, due: paying.dueNow }} onClose={() => setPaying(null)} />}
    </>
  );
}

function TotalDue() {
  const t = useTranslations('payments');
  const format = useFormatting();
  const total = useTotalDue();
  if (!total || total.count === 0) return null;
  return (
    <p className={styles.summary}>
      {t.rich('totalDue', {
        amount: format.money(total.amount),
        count: total.count,
        strong: asStrong,
      })}
    </p>
  );
}

export function asStrong(words: ReactNode) {
  return <strong className="cw-number">{words}</strong>;
}

function useDueColumns(mayRecord: boolean, onPay: (invoice: InvoiceRow) => void): DataColumn<InvoiceRow>[] {
  const t = useTranslations('payments');
  const columns = useInvoiceColumns();
  return useMemo(() => {
    const fallenDue = columns.map((column) =>
      column.id === 'due' ? { ...column, cell: ({ dueNow }: InvoiceRow) => <MoneyText money={dueNow} /> } : column,
    );
    if (!mayRecord) return fallenDue;
    // On a tablet the button is worth more than the day of issue.
    const narrow = fallenDue.map((column) => (column.id === 'issued' ? { ...column, from: 'desk' as const } : column));
    const pay = (invoice: InvoiceRow) => (
      <Button
        variant="light"
        className={styles.pay}
        onClick={() => onPay(invoice)}
        aria-description={`${invoice.studentName} ${invoice.number}`}
      >
        <IconCash size={20} aria-hidden />
        <span>{t('recordPayment')}</span>
      </Button>
    );
    return [...narrow, { id: 'pay', header: t('column.pay'), cell: pay, align: 'end' }];
  }, [columns, mayRecord, onPay, t]);
}
