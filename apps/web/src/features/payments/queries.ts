'use client';

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useListExport } from '../../lib/list-export.ts';
import { read, readPages } from '../../lib/operation-hooks.ts';
import type { Query } from '../../lib/operations.ts';
import { listOf } from '../../lib/pages.ts';
import { openFile } from '../../lib/save-file.ts';

export function useInvoices(query: Query<'listInvoices'>) {
  const pages = useInfiniteQuery({ ...readPages('listInvoices', { query }), placeholderData: keepPreviousData });
  return { ...listOf(pages), exporting: useListExport('invoices', query) };
}

/** In the order in which they fall due. */
export function useInstallments(query: Query<'listInstallments'>) {
  const pages = useInfiniteQuery({ ...readPages('listInstallments', { query }), placeholderData: keepPreviousData });
  return {
    ...listOf(pages),
    exporting: useListExport('installments', query),
    /** Over the whole filter. */
    open: pages.data?.pages[0]?.open,
  };
}

export function usePayments(query: Query<'listPayments'>) {
  const pages = useInfiniteQuery({ ...readPages('listPayments', { query }), placeholderData: keepPreviousData });
  return {
    ...listOf(pages),
    exporting: useListExport('payments', query),
    /** Over the whole filter, not only what is loaded. */
    totals: pages.data?.pages[0]?.totals ?? [],
  };
}

export function useWaitingDiscounts() {
  const query = { status: 'PENDING' } as const;
  const pages = useInfiniteQuery({ ...readPages('listDiscounts', { query }), refetchInterval: 60_000 });
  return { ...listOf(pages), exporting: useListExport('discounts', query) };
}

/** What all families together owe. */
export function useTotalDue() {
  const { data } = useQuery(read('getDashboard'));
  return data?.paymentsDue;
}

export function useInvoice(id: string) {
  return useQuery(read('getInvoice', { params: { id } }));
}

export function openReceipt(id: string): Promise<void> {
  return openFile('getInvoicePdf', { params: { id } });
}
