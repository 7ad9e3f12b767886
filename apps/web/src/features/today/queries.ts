'use client';

import { useQuery } from '@tanstack/react-query';
import { read } from '../../lib/operation-hooks.ts';

const MINUTE = 60_000;

export function useDashboard() {
  return useQuery({ ...read('getDashboard'), refetchInterval: MINUTE });
}

/** The reader's own sessions; those of today come with the dashboard. */
export function useOwnSessions(date: string, isToday: boolean) {
  const today = useQuery({
    ...read('getDashboard'),
    enabled: isToday,
    refetchInterval: MINUTE,
    select: ({ sessions }) => sessions,
  });
  const other = useQuery({
    ...read('listClassSessions', { query: { date, mine: 'true', limit: 200 } }),
    enabled: !isToday,
    refetchInterval: MINUTE,
    select: ({ items }) => items,
  });
  return isToday ? today : other;
}

/** Who is expected, for the summary of what to look out for. */
export function useExpected(sessionId: string | undefined) {
  const { data } = useQuery({
    ...read('getRoster', { params: { id: sessionId ?? '' } }),
    enabled: sessionId !== undefined,
  });
  return data?.rows;
}
