'use client';

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { read, useWrite } from '../../lib/operation-hooks.ts';
import type { Answer, Body, Query } from '../../lib/operations.ts';

export type Dashboard = Answer<'getHqDashboard'>;
export type CenterFigures = Dashboard['centers'][number];

export function useFigures(query: Query<'getHqDashboard'>) {
  return useQuery({ ...read('getHqDashboard', { query }), placeholderData: keepPreviousData });
}

/** To choose among; the figures name only those that were chosen. */
export function useCenters() {
  return useQuery(read('listCenters', {})).data?.items ?? [];
}

/** Whoever opens a center may enter it; the session has to learn that. */
export function useOpenCenter() {
  const queries = useQueryClient();
  const { mutateAsync, isPending, error } = useWrite('createCenter', {
    refreshes: ['getHqDashboard', 'listCenters'],
    onDone: () => void queries.invalidateQueries({ queryKey: ['session'] }),
  });
  return { open: (body: Body<'createCenter'>) => mutateAsync({ body }), isPending, problem: error };
}
