'use client';

import type { ClassSession } from '@cartwheel/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { useCenter } from '../../lib/center.tsx';
import { read, useWrite } from '../../lib/operation-hooks.ts';
import type { OperationId } from '../../lib/operations.ts';

const shown = [
  'listClassSessions',
  'getClassSession',
  'getRoster',
  'getDashboard',
  'listBatches',
] as const satisfies readonly OperationId[];
const MOST_PAGES = 10;

export interface Span {
  from: string;
  to: string;
  trainerUserId: string;
}

/** Every session of a span; a month of a large center is more than one page. */
export function useSessionsIn({ from, to, trainerUserId }: Span) {
  const query = { from, to, limit: 200, ...(trainerUserId && { trainerUserId }) };
  return useQuery({
    queryKey: ['listClassSessions', 'span', query],
    queryFn: ({ signal }) => allSessions(query, signal),
    placeholderData: keepPreviousData,
    refetchInterval: 120_000,
  });
}

async function allSessions(query: object, signal: AbortSignal): Promise<ClassSession[]> {
  const sessions: ClassSession[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer: Awaited<ReturnType<typeof pageOf>> = await pageOf({ ...query, ...(cursor && { cursor }) }, signal);
    sessions.push(...answer.items);
    cursor = answer.nextCursor;
    if (!cursor) break;
  }
  return sessions;
}

const pageOf = (query: object, signal: AbortSignal) => api('listClassSessions', { query, signal });

export function useTrainers() {
  const { data } = useQuery({ ...read('listColleagues', { query: {} }), staleTime: 5 * 60_000 });
  return data?.items ?? [];
}

export function useOpenBatches(isWanted: boolean) {
  const { data } = useQuery({ ...read('listBatches', { query: { active: 'true', limit: 200 } }), enabled: isWanted });
  return data?.items ?? [];
}

/** 0 is Sunday, 1 is Monday. */
export function useWeekStart(): 0 | 1 {
  const { id } = useCenter();
  const { data } = useQuery({ ...read('getSettings', { params: { id } }), staleTime: 10 * 60_000 });
  return data?.settings.weekStart === 'SUN' ? 0 : 1;
}

export const useCreateSession = (onDone: (session: ClassSession) => void) =>
  useWrite('createClassSession', { refreshes: shown, onDone });

export const useChangeSession = (onDone: (session: ClassSession) => void) =>
  useWrite('changeClassSession', { refreshes: shown, onDone });

export const useCancelSession = (onDone: (session: ClassSession) => void) =>
  useWrite('cancelClassSession', { refreshes: shown, onDone });

const withClosures = [...shown, 'listClosures'] as const;

export function useClosures() {
  const { id } = useCenter();
  return useQuery(read('listClosures', { params: { id }, query: { limit: 200 } }));
}

export function useClosureActs(onAdded: (cancelled: number) => void, onRemoved: () => void) {
  const { id } = useCenter();
  const add = useWrite('addClosure', {
    refreshes: withClosures,
    onDone: (closure) => onAdded(closure.sessionsCancelled ?? 0),
  });
  const remove = useWrite('removeClosure', { refreshes: withClosures, onDone: onRemoved });
  return {
    close: (body: { from: string; to: string; reason: string }) => add.mutate({ params: { id }, body }),
    open: (closureId: string) => remove.mutate({ params: { id, closureId } }),
    isPending: add.isPending || remove.isPending,
    error: add.error ?? remove.error,
  };
}

/** How many classes a closure would cancel; asked before somebody decides. */
export async function countSessionsToCancel(from: string, to: string): Promise<number> {
  const sessions = await allSessions({ from, to, limit: 200 }, new AbortController().signal);
  const now = Date.now();
  return sessions.filter((one) => one.status !== 'CANCELLED' && Date.parse(one.startsAt) > now).length;
}
