'use client';

import type { Batch, ClassSession } from '@cartwheel/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { useCenter } from '../../lib/center.tsx';
import { read, useWrite } from '../../lib/operation-hooks.ts';
import type { Body, OperationId } from '../../lib/operations.ts';

const shown = [
  'listClassSessions',
  'getClassSession',
  'getRoster',
  'getDashboard',
  'listBatches',
  'getBatch',
] as const satisfies readonly OperationId[];
const MOST_PAGES = 10;

export interface Span {
  from: string;
  to: string;
  trainerUserId: string;
}

/** The list of a span, as its file has it too. */
export const sessionFilters = ({ from, to, trainerUserId }: Span) => ({
  from,
  to,
  ...(trainerUserId && { trainerUserId }),
});

/** Every session of a span; a month of a large center is more than one page. */
export function useSessionsIn(span: Span) {
  const query = { ...sessionFilters(span), limit: 200 };
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

export const useChangeBatch = (onDone: (batch: Batch) => void) =>
  useWrite('changeBatch', { refreshes: shown, onDone: ({ batch }) => onDone(batch) });

export function useBatch(id: string | null) {
  return useQuery({ ...read('getBatch', { params: { id: id ?? '' } }), enabled: id !== null }).data;
}

const rehearsed = { placeholderData: keepPreviousData, retry: false, staleTime: 5_000 };

/** Whether one class could be changed so; null asks nothing. */
export function useSessionRehearsal({ id, version }: ClassSession, body: Body<'changeClassSession'> | null) {
  const input = { params: { id }, query: { preview: 'true' }, ifMatch: version, body: body ?? {} } as const;
  return useQuery({ ...read('changeClassSession', input), ...rehearsed, enabled: body !== null });
}

/** What a change of a batch would touch; null asks nothing. */
export function useBatchRehearsal(batch: Batch | undefined, body: Body<'changeBatch'> | null) {
  const params = { id: batch?.id ?? '' };
  const input = { params, query: { preview: 'true' }, ifMatch: batch?.version, body: body ?? {} } as const;
  return useQuery({ ...read('changeBatch', input), ...rehearsed, enabled: batch !== undefined && body !== null });
}

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
