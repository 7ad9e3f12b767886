'use client';

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { dayPlus } from '../../lib/days.ts';
import { read, useWrite } from '../../lib/operation-hooks.ts';
import type { Answer, OperationId } from '../../lib/operations.ts';

const DAYS_AHEAD = 13;
const shown = [
  'listIntroVisits',
  'getLead',
  'getLeadBoard',
  'listLeads',
  'listClassSessions',
  'listFollowUps',
  'getDashboard',
] as const satisfies readonly OperationId[];

type Visits = Answer<'listIntroVisits'>;
export type Visit = Visits['items'][number];

export function useVisits(from: string, to: string) {
  return useQuery({
    ...read('listIntroVisits', { query: { from, to, limit: 200 } }),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
}

/** One visit, found on its day; nothing is asked without an id. */
export function useOneVisit(id: string, day: string) {
  const { data, isLoading } = useQuery({
    ...read('listIntroVisits', { query: { from: day, to: day, limit: 200 } }),
    enabled: id !== '' && day !== '',
  });
  return { visit: data?.items.find((visit) => visit.id === id), isLoading };
}

/** What a lead wants, to put the right classes first. */
export function useWishes(leadId: string) {
  return useQuery({ ...read('getLead', { params: { id: leadId } }), enabled: leadId !== '' });
}

/** Classes of the next fourteen days, today included. */
export function useUpcomingSessions(today: string) {
  return useQuery({
    ...read('listClassSessions', {
      query: { from: today, to: dayPlus(today, DAYS_AHEAD), status: 'PUBLISHED', limit: 200 },
    }),
    staleTime: 0,
  });
}

interface Settled {
  onDone: (visit: Visit) => void;
  onRefused: () => void;
}

export function useBookIntro() {
  const { mutate, isPending, error, reset } = useWrite('scheduleIntroVisit', { refreshes: shown });
  return {
    isPending,
    error,
    reset,
    book: (leadId: string, classSessionId: string, { onDone, onRefused }: Settled) =>
      mutate({ body: { leadId, classSessionId } }, { onSuccess: onDone, onError: onRefused }),
  };
}

export function useReschedule() {
  const { mutate, isPending, error, reset } = useWrite('changeIntroVisit', { refreshes: shown });
  return {
    isPending,
    error,
    reset,
    reschedule: (visit: Visit, classSessionId: string, { onDone, onRefused }: Settled) =>
      mutate(
        { params: { id: visit.id }, body: { classSessionId }, ifMatch: visit.version },
        { onSuccess: onDone, onError: onRefused },
      ),
  };
}

/** Marks at once on the screen; a refusal puts the earlier mark back. */
export function useMarkVisit() {
  const queries = useQueryClient();
  const attended = useWrite('markIntroAttended', { refreshes: shown });
  const missed = useWrite('markIntroNoShow', { refreshes: shown });
  return async (visit: Visit, status: 'ATTENDED' | 'NO_SHOW'): Promise<void> => {
    const key = { queryKey: ['listIntroVisits'] };
    await queries.cancelQueries(key);
    const before = queries.getQueriesData<Visits>(key);
    const mark = (one: Visit) => (one.id === visit.id ? { ...one, status } : one);
    queries.setQueriesData<Visits>(key, (visits) => visits && { ...visits, items: visits.items.map(mark) });
    const act = status === 'ATTENDED' ? attended : missed;
    try {
      await act.mutateAsync({ params: { id: visit.id } });
    } catch (problem) {
      for (const [kept, visits] of before) queries.setQueryData(kept, visits);
      throw problem;
    }
  };
}
