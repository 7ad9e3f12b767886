'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { type DataColumn, DataTable } from '../../components/data-table.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import type { InvoiceRow } from './money-words.ts';
import type { useInvoices } from './queries.ts';

interface InvoiceTableProps {
  label: string;
  name: string;
  columns: DataColumn<InvoiceRow>[];
  list: ReturnType<typeof useInvoices>;
  empty: ReactNode;
  toolbar?: ReactNode;
}

/** Invoices, whichever; a row opens its own. */
export function InvoiceTable({ list, ...table }: InvoiceTableProps) {
  const t = useTranslations('payments');
  const router = useRouter();
  const path = useCenterPath();
  return (
    <DataTable
      {...table}
      rows={list.rows}
      keyOf={(invoice) => invoice.id}
      onOpen={(invoice) => router.push(path('invoices', invoice.id))}
      problem={list.problem}
      failure={t('invoicesFailed')}
      onRetry={list.retry}
      more={list.more}
      exporting={list.exporting}
    />
  );
}
