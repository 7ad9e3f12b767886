'use client';

import type { Roster, Warning } from '@cartwheel/contracts';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { api } from '../../lib/api.ts';
import { read, useWrite } from '../../lib/operation-hooks.ts';
import type { Answer, OperationId } from '../../lib/operations.ts';
import { useSession } from '../../lib/session.tsx';
import type { Blocked, MarkAct, MarkList } from './mark-queue.ts';
import { withAnswer } from './marks.ts';

const alsoShown = ['getDashboard', 'listClassSessions', 'listIntroVisits'] as const satisfies readonly OperationId[];

export function useRoster(sessionId: string) {
  return useQuery({ ...read('getRoster', { params: { id: sessionId } }), refetchInterval: 60_000 });
}

type MarkAnswer = Answer<'markAttendance'>;

/** Sends acts as mutations of their own, retried with the same key, and puts the answers into the roster. */
export function useMarkSender(sessionId: string) {
  const queries = useQueryClient();
  const send = useCallback(
    async ({ key, marks }: MarkAct): Promise<Blocked> => {
      const roster = read('getRoster', { params: { id: sessionId } }).queryKey;
      await queries.cancelQueries({ queryKey: roster });
      const answer = await queries
        .getMutationCache()
        .build<MarkAnswer, Error, MarkList, unknown>(queries, {
          ...queries.defaultMutationOptions(),
          mutationKey: ['markAttendance', sessionId],
          mutationFn: (marks) =>
            api('markAttendance', { body: { classSessionId: sessionId, marks }, idempotencyKey: key }),
        })
        .execute(marks);
      const about = new Set(marks.map((mark) => mark.studentId));
      queries.setQueryData<Roster>(roster, (now) => (now ? withAnswer(now, answer.roster, about) : answer.roster));
      return answer.blocked;
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
