'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { DataColumn } from '../../components/data-table.tsx';
import { MoneyText } from '../../components/money.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { type InvoiceRow, statusTone } from './money-words.ts';

/** The student names the row: a number alone says nothing to a desk. */
export function useInvoiceColumns(): DataColumn<InvoiceRow>[] {
  const t = useTranslations('payments');
  const { Student } = useTerms();
  const format = useFormatting();
  return useMemo(
    () => [
      { id: 'student', header: Student, cell: (invoice) => <bdi>{invoice.studentName}</bdi>, isName: true },
      { id: 'number', header: t('column.number'), cell: (invoice) => invoice.number, from: 'tablet' },
      {
        id: 'issued',
        wrap: 'never',
        header: t('column.issued'),
        cell: (invoice) => format.date(invoice.issuedOn),
        from: 'tablet',
      },
      {
        id: 'family',
        wrap: 'anywhere',
        header: t('column.family'),
        cell: (invoice) => <bdi>{invoice.guardianName}</bdi>,
        from: 'desk',
      },
      {
        id: 'total',
        header: t('column.total'),
        cell: ({ total }) => <MoneyText money={total} />,
        align: 'end',
        from: 'desk',
      },
      { id: 'due', header: t('column.due'), cell: ({ due }) => <MoneyText money={due} />, align: 'end' },
      {
        id: 'status',
        header: t('column.status'),
        cell: (invoice) => <InvoiceChip invoice={invoice} />,
        from: 'tablet',
      },
    ],
    [t, Student, format],
  );
}

export function InvoiceChip({ invoice }: { invoice: Pick<InvoiceRow, 'status' | 'pendingDiscount'> }) {
  const t = useTranslations('payments');
  if (invoice.pendingDiscount) return <StatusChip tone="warn">{t('discountWaiting')}</StatusChip>;
  return <StatusChip tone={statusTone[invoice.status]}>{t(`status.${invoice.status}`)}</StatusChip>;
}
