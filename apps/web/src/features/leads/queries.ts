'use client';

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCenter } from '../../lib/center.tsx';
import { useListExport } from '../../lib/list-export.ts';
import { read, readPages } from '../../lib/operation-hooks.ts';
import type { Query } from '../../lib/operations.ts';
import { listOf } from '../../lib/pages.ts';

type BoardQuery = Query<'getLeadBoard'>;
export type LeadFilters = Omit<BoardQuery, 'perColumn'>;

export function useBoard(filters: LeadFilters, perColumn: number) {
  return useQuery({
    ...read('getLeadBoard', { query: { ...filters, perColumn } }),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
}

export function useLeadList(query: Query<'listLeads'>) {
  const pages = useInfiniteQuery({ ...readPages('listLeads', { query }), placeholderData: keepPreviousData });
  return { ...listOf(pages), exporting: useListExport('leads', query) };
}

export function useLead(id: string) {
  return useQuery(read('getLead', { params: { id } }));
}

export function useColleagues() {
  const { data } = useQuery({ ...read('listColleagues', { query: {} }), staleTime: 5 * 60_000 });
  return data?.items ?? [];
}

/** Where enquiries come from, as the center's settings name it. */
export function useSources(): readonly string[] {
  const { id } = useCenter();
  const { data } = useQuery({ ...read('getSettings', { params: { id } }), staleTime: 10 * 60_000 });
  return data?.settings.leads.sources ?? [];
}

/** Families that have this number already; asked once enough of it is typed to mean somebody. */
export function useKnownFamilies(phone: string) {
  const digits = phone.replace(/\D/g, '');
  const { data } = useQuery({
    ...read('findDuplicates', { query: { phone } }),
    enabled: digits.length >= 7,
    placeholderData: keepPreviousData,
  });
  return digits.length >= 7 ? (data?.items ?? []) : [];
}

/** The last closed enquiry of a known child, which can be reopened instead of starting another. */
export function useClosedLead(student: { id: string; name: string } | null) {
  const { data } = useQuery({
    ...read('listLeads', { query: { status: 'DEAD_LEAD', q: student?.name ?? '', limit: 20 } }),
    enabled: student !== null,
  });
  return data?.items.find((lead) => lead.studentId === student?.id) ?? null;
}
