'use client';

import type { Payment } from '@cartwheel/contracts';
import { ActionIcon } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { type DataColumn, DataTable } from '../../components/data-table.tsx';
import { MoneyText } from '../../components/money.tsx';
import { Empty, FilteredEmpty } from '../../components/state-views.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useTerms } from '../../lib/terms.tsx';
import type { usePayments } from './queries.ts';
import { useReceipt } from './use-receipt.ts';

interface PaymentTableProps {
  list: ReturnType<typeof usePayments>;
  isFiltered: boolean;
  onClear: () => void;
}

export function PaymentTable({ list, isFiltered, onClear }: PaymentTableProps) {
  const t = useTranslations('payments');
  const router = useRouter();
  const path = useCenterPath();
  const columns = usePaymentColumns();
  const open = ({ invoiceId }: Payment) => invoiceId && router.push(path('invoices', invoiceId));
  return (
    <DataTable
      label={t('tab.received')}
      name="payments"
      columns={columns}
      rows={list.rows}
      keyOf={(payment) => payment.id}
      onOpen={open}
      problem={list.problem}
      failure={t('paymentsFailed')}
      onRetry={list.retry}
      empty={
        isFiltered ? (
          <FilteredEmpty title={t('noPaymentMatches')} onClear={onClear} />
        ) : (
          <Empty title={t('noPayments')} text={t('noPaymentsText')} />
        )
      }
      more={list.more}
      exporting={list.exporting}
    />
  );
}

function usePaymentColumns(): DataColumn<Payment>[] {
  const t = useTranslations('payments');
  const { Student } = useTerms();
  const format = useFormatting();
  return useMemo(
    () => [
      { id: 'student', header: Student, cell: (payment) => <bdi>{payment.studentName}</bdi>, isName: true },
      {
        id: 'paidAt',
        wrap: 'never',
        header: t('column.paidAt'),
        cell: ({ paidAt }) => format.dateTime(paidAt),
        from: 'tablet',
      },
      { id: 'method', header: t('column.method'), cell: ({ method }) => t(`method.${method}`) },
      {
        id: 'reference',
        wrap: 'anywhere',
        header: t('column.reference'),
        cell: ({ reference }) => <bdi>{reference}</bdi>,
        from: 'desk',
      },
      {
        id: 'number',
        wrap: 'never',
        header: t('column.number'),
        cell: ({ invoiceNumber }) => invoiceNumber,
        from: 'desk',
      },
      {
        id: 'by',
        wrap: 'anywhere',
        header: t('column.recordedBy'),
        cell: ({ recordedBy }) => recordedBy?.name,
        from: 'desk',
      },
      { id: 'amount', header: t('column.amount'), cell: (payment) => <Amount payment={payment} />, align: 'end' },
      { id: 'receipt', header: t('column.receipt'), cell: (payment) => <Receipt payment={payment} />, from: 'tablet' },
    ],
    [t, Student, format],
  );
}

function Amount({ payment }: { payment: Payment }) {
  const t = useTranslations('payments');
  const amount = <MoneyText money={payment.amount} />;
  if (payment.voidedAt) {
    return (
      <>
        <s>{amount}</s> <StatusChip tone="ink">{t('voided')}</StatusChip>
      </>
    );
  }
  if (payment.amount.amountMinor >= 0) return amount;
  return (
    <>
      {amount} <StatusChip tone="warn">{t('refund')}</StatusChip>
    </>
  );
}

function Receipt({ payment: { invoiceId, studentName } }: { payment: Payment }) {
  const t = useTranslations('payments');
  const { print, isBusy } = useReceipt();
  if (!invoiceId) return null;
  return (
    <ActionIcon
      aria-label={t('printReceipt')}
      aria-description={studentName}
      loading={isBusy}
      onClick={() => print(invoiceId)}
    >
      <IconPrinter size={20} aria-hidden />
    </ActionIcon>
  );
}
