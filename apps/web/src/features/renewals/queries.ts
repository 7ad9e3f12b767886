'use client';

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useListExport } from '../../lib/list-export.ts';
import { read, readPages, useWrite } from '../../lib/operation-hooks.ts';
import type { Answer, Body, OperationId, Query } from '../../lib/operations.ts';
import { listOf } from '../../lib/pages.ts';

const shown = [
  'listRenewals',
  'getRenewal',
  'getRenewalSummary',
  'listFollowUps',
  'getDashboard',
] as const satisfies readonly OperationId[];

export type Renewal = Answer<'listRenewals'>['items'][number];
export type RenewalDetail = Answer<'getRenewal'>;
export type LostReason = Body<'loseRenewal'>['reason'];

export function useRenewals(query: Query<'listRenewals'>) {
  const pages = useInfiniteQuery({ ...readPages('listRenewals', { query }), placeholderData: keepPreviousData });
  return { ...listOf(pages), exporting: useListExport('renewals', query) };
}

export function useSummary() {
  return useQuery(read('getRenewalSummary', { query: {} }));
}

export function useRenewal(enrollmentId: string) {
  return useQuery(read('getRenewal', { params: { enrollmentId } }));
}

export function useColleagues() {
  const { data } = useQuery({ ...read('listColleagues', { query: {} }), staleTime: 5 * 60_000 });
  return data?.items ?? [];
}

export function useBatches() {
  const { data } = useQuery({
    ...read('listBatches', { query: { active: 'true', limit: 200 } }),
    staleTime: 5 * 60_000,
  });
  return data?.items ?? [];
}

export function useAssign() {
  const { mutateAsync, isPending } = useWrite('assignRenewals', { refreshes: shown });
  return {
    isPending,
    assign: (enrollmentIds: readonly string[], assignedToUserId: string | null) =>
      mutateAsync({ body: { enrollmentIds: [...enrollmentIds], assignedToUserId } }),
  };
}

/** What is said and decided about one renewal. */
export function useRenewalActs(enrollmentId: string) {
  const params = { enrollmentId };
  const contact = useWrite('logRenewalContact', { refreshes: shown });
  const lost = useWrite('loseRenewal', { refreshes: shown });
  const again = useWrite('reopenRenewal', { refreshes: shown });
  return {
    log: (body: Body<'logRenewalContact'>) => contact.mutateAsync({ params, body }),
    lose: (body: Body<'loseRenewal'>) => lost.mutateAsync({ params, body }),
    reopen: () => again.mutateAsync({ params }),
    isBusy: [contact, lost, again].some((act) => act.isPending),
    error: contact.error ?? again.error,
  };
}
