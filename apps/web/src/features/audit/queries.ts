'use client';

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { read, readPages } from '../../lib/operation-hooks.ts';
import type { Query } from '../../lib/operations.ts';
import { saveFile } from '../../lib/save-file.ts';

type Filters = Omit<Query<'exportAuditLog'>, 'format'>;

export function exportAuditLog(filters: Filters) {
  return (format: 'csv' | 'xlsx') => saveFile('exportAuditLog', { query: { ...filters, format } }, `audit.${format}`);
}

export function useAuditLog(query: Query<'listAuditLog'>) {
  const pages = useInfiniteQuery({ ...readPages('listAuditLog', { query }), placeholderData: keepPreviousData });
  return {
    rows: pages.data?.pages.flatMap((page) => page.items),
    problem: pages.error,
    retry: () => void pages.refetch(),
    isMore: pages.hasNextPage,
    isLoadingMore: pages.isFetchingNextPage,
    loadMore: () => void pages.fetchNextPage(),
  };
}

/** Also those who have left: what they did stays. */
export function usePeople() {
  const { data } = useQuery(read('listColleagues', { query: { includeInactive: 'true' } }));
  return data?.items ?? [];
}
