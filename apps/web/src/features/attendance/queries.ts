'use client';

import type { Roster, Warning } from '@cartwheel/contracts';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { read, runWrite, useWrite } from '../../lib/operation-hooks.ts';
import type { Answer, OperationId } from '../../lib/operations.ts';
import type { Act } from '../../lib/save-queue.ts';
import { useSession } from '../../lib/session.tsx';
import { type MarkChange, withAnswer } from './marks.ts';

const alsoShown = ['getDashboard', 'listClassSessions', 'listIntroVisits'] as const satisfies readonly OperationId[];

export function useRoster(sessionId: string) {
  return useQuery({ ...read('getRoster', { params: { id: sessionId } }), refetchInterval: 60_000 });
}

/** Sends acts as mutations of their own, retried with the same key, and puts the answers into the roster. */
export function useMarkSender(sessionId: string) {
  const queries = useQueryClient();
  const send = useCallback(
    async ({ key, changes }: Act<MarkChange>): Promise<ReadonlyMap<string, Warning['code']>> => {
      const roster = read('getRoster', { params: { id: sessionId } }).queryKey;
      await queries.cancelQueries({ queryKey: roster });
      const body = { classSessionId: sessionId, marks: [...changes] };
      const answer = await runWrite(queries, 'markAttendance', { body, idempotencyKey: key });
      const about = new Set(changes.map((mark) => mark.studentId));
      queries.setQueryData<Roster>(roster, (now) => (now ? withAnswer(now, answer.roster, about) : answer.roster));
      return new Map(answer.blocked.map(({ studentId, code }) => [studentId, code]));
    },
    [queries, sessionId],
  );
  const refreshOthers = useCallback(() => {
    for (const name of alsoShown) void queries.invalidateQueries({ queryKey: [name] });
  }, [queries]);
  return useMemo(() => ({ send, refreshOthers }), [send, refreshOthers]);
}

/** Marks somebody present who is not on the list; the API gives them a free seat or says that there is none. */
export function useAddToRoster(sessionId: string) {
  const { mutate, isPending, error, reset } = useWrite('markAttendance', { refreshes: ['getRoster', ...alsoShown] });
  const add = (studentId: string, onSettled: (blockedBy: Warning['code'] | undefined) => void) =>
    mutate(
      { body: { classSessionId: sessionId, marks: [{ studentId, status: 'PRESENT' }] } },
      { onSuccess: ({ blocked }) => onSettled(blocked[0]?.code) },
    );
  return { add, isPending, error, reset };
}

/** Announces that a student will miss this class, or that they come after all. */
export function useAbsence(sessionId: string, onAnnounced: (absence: Answer<'announceAbsence'>) => void) {
  const refreshes = ['getRoster', 'getStudentMakeUps', 'getStudentTimeline', ...alsoShown] as const;
  const announcing = useWrite('announceAbsence', { refreshes, onDone: onAnnounced });
  const withdrawing = useWrite('withdrawAbsence', { refreshes });
  const params = { id: sessionId };
  return {
    announce: (studentId: string, note: string) =>
      announcing.mutate({ params, body: { studentId, ...(note && { note }) } }),
    withdraw: (absenceId: string, onSuccess: () => void) =>
      withdrawing.mutate({ params: { ...params, absenceId } }, { onSuccess }),
    isPending: announcing.isPending || withdrawing.isPending,
    error: announcing.error ?? withdrawing.error,
  };
}

export interface FoundPerson {
  id: string;
  name: string;
  detail: string;
  warnings: Answer<'listStudents'>['items'][number]['warnings'];
}

/** Students by name; by any part of a phone where the reader may search phones. */
export function usePeople(typed: string) {
  const { may } = useSession();
  const q = typed.trim();
  const byPhone = /^[\d\s+()-]{2,}$/.test(q) && may('search:read');
  const isWorthIt = q.length >= 2;
  const students = useQuery({
    ...read('listStudents', { query: { q, limit: 20 } }),
    enabled: isWorthIt && !byPhone,
    placeholderData: keepPreviousData,
  });
  const found = useQuery({
    ...read('search', { query: { q, limit: 20 } }),
    enabled: isWorthIt && byPhone,
    placeholderData: keepPreviousData,
  });
  const people: FoundPerson[] | undefined = byPhone
    ? found.data?.items.filter((item) => item.kind === 'STUDENT').map(personFound)
    : students.data?.items.map(personListed);
  const { error, refetch } = byPhone ? found : students;
  return { people: isWorthIt ? people : [], error, retry: () => void refetch(), isWorthIt };
}

function personFound({ id, title, subtitle }: Answer<'search'>['items'][number]): FoundPerson {
  return { id, name: title, detail: subtitle, warnings: [] };
}

function personListed({ id, name, batchNames, warnings }: Answer<'listStudents'>['items'][number]): FoundPerson {
  return { id, name, detail: batchNames.join(', '), warnings };
}
