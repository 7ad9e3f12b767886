'use client';

import { Button } from '@mantine/core';
import { IconCash, IconConfetti } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { type DataColumn, DataTable } from '../../components/data-table.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { MoneyText } from '../../components/money.tsx';
import { PhoneLinks } from '../../components/phone.tsx';
import { Empty, FilteredEmpty } from '../../components/state-views.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { useUrlState } from '../../lib/url-state.ts';
import { asStrong } from './due-tab.tsx';
import { type InstallmentRow, installmentStatuses } from './money-words.ts';
import styles from './payments.module.css';
import { useInstallments } from './queries.ts';
import { RecordPaymentSheet } from './record-payment-sheet.tsx';

export function InstallmentsTab() {
  const t = useTranslations('payments');
  const format = useFormatting();
  const router = useRouter();
  const path = useCenterPath();
  const { values, change, clear, isFiltered } = useUrlState({ q: '', state: 'OVERDUE' });
  const [paying, setPaying] = useState<InstallmentRow | null>(null);
  const status = installmentStatuses.find((one) => one === values.state) ?? 'OVERDUE';
  const list = useInstallments({ status, ...(values.q && { q: values.q }) });
  const columns = useColumns(setPaying);
  const empty = values.q ? (
    <FilteredEmpty title={t('noInvoiceMatches')} onClear={clear} />
  ) : (
    <Empty icon={IconConfetti} title={t(`noInstallments.${status}`)} text={t('noInstallmentsText')} />
  );
  return (
    <>
      <FilterBar
        search={{ label: t('searchInvoices'), value: values.q, onChange: (q) => change({ q }) }}
        isFiltered={isFiltered}
        onClear={clear}
      >
        <ChoiceChips
          label={t('filterStatus')}
          hideLabel
          value={status}
          onChange={(state) => change({ state })}
          choices={installmentStatuses.map((value) => ({ value, label: t(`installment.${value}`) }))}
        />
      </FilterBar>
      <DataTable
        exporting={list.exporting}
        label={t('tab.installments')}
        name="installments"
        columns={columns}
        rows={list.rows}
        keyOf={(installment) => installment.id}
        onOpen={(installment) => router.push(path('invoices', installment.invoiceId))}
        problem={list.problem}
        failure={t('installmentsFailed')}
        onRetry={list.retry}
        empty={empty}
        more={list.more}
        toolbar={
          list.open &&
          list.open.amountMinor > 0 && (
            <p className={styles.summary}>
              {t.rich('openInstallments', {
                amount: format.money(list.open),
                strong: asStrong,
              })}
            </p>
          )
        }
      />
      {paying && (
        <RecordPaymentSheet
          invoice={{
            id: paying.invoiceId,
            number: paying.invoiceNumber,
            studentName: paying.studentName,
            due: paying.due,
          }}
          onClose={() => setPaying(null)}
        />
      )}
    </>
  );
}

function useColumns(onPay: (installment: InstallmentRow) => void): DataColumn<InstallmentRow>[] {
  const t = useTranslations('payments');
  const { Student } = useTerms();
  const format = useFormatting();
  const { may } = useSession();
  const mayRecord = may('payments:record');
  return useMemo(() => {
    const columns: DataColumn<InstallmentRow>[] = [
      { id: 'student', header: Student, cell: (part) => <bdi>{part.studentName}</bdi>, isName: true },
      { id: 'due', wrap: 'never', header: t('column.dueOn'), cell: (part) => format.date(part.dueDate) },
      {
        id: 'part',
        header: t('column.part'),
        cell: ({ position, count }) => t('partOf', { nth: position, count }),
        from: 'tablet',
      },
      {
        id: 'family',
        header: t('column.family'),
        cell: ({ guardianName, phone, studentName }) =>
          phone ? <PhoneLinks phone={phone} name={guardianName ?? studentName} /> : <bdi>{guardianName}</bdi>,
        from: 'desk',
      },
      { id: 'amount', header: t('column.due'), cell: (part) => <MoneyText money={part.due} />, align: 'end' },
    ];
    const pay = (part: InstallmentRow) =>
      part.due.amountMinor > 0 && (
        <Button
          variant="light"
          className={styles.pay}
          onClick={() => onPay(part)}
          aria-description={`${part.studentName} ${part.invoiceNumber}`}
        >
          <IconCash size={20} aria-hidden />
          <span>{t('recordPayment')}</span>
        </Button>
      );
    return mayRecord ? [...columns, { id: 'pay', header: t('column.pay'), cell: pay, align: 'end' }] : columns;
  }, [t, Student, format, mayRecord, onPay]);
}
