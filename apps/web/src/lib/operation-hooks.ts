'use client';

import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, type ApiArguments, type ApiInput } from './api.ts';
import { newKey } from './keys.ts';
import type { ApiProblem } from './api-problem.ts';
import type { Answer, OperationId } from './operations.ts';

/** Query options of one read: `useQuery(read('listLeads', { query }))`. The key starts with the operation's id. */
export function read<Id extends OperationId>(id: Id, ...[input]: ApiArguments<Id>) {
  return {
    queryKey: [id, input ?? {}] as const,
    queryFn: ({ signal }: { signal: AbortSignal }): Promise<Answer<Id>> => call(id, { ...input, signal }),
  };
}

interface Page {
  items: readonly unknown[];
  nextCursor: string | null;
}

/** Options of a list that grows by "Load more": `useInfiniteQuery(readPages('listLeads', { query }))`. */
export function readPages<Id extends OperationId>(id: Id, ...[input]: ApiArguments<Id>) {
  return {
    queryKey: [id, 'pages', input ?? {}] as const,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }: { pageParam: string | null; signal: AbortSignal }): Promise<Answer<Id>> =>
      call(id, { ...input, signal, query: Object.assign({}, input?.query, pageParam && { cursor: pageParam }) }),
    getNextPageParam: (last: Answer<Id>): string | null => (isPage(last) ? last.nextCursor : null),
  };
}

function isPage(answer: unknown): answer is Page {
  return typeof answer === 'object' && answer !== null && 'nextCursor' in answer;
}

interface WriteOptions<Id extends OperationId> {
  /** The reads that show something else afterwards. */
  refreshes?: readonly OperationId[];
  onDone?: (answer: Answer<Id>) => void;
}

/**
 * One act on the API. Retries of the same act carry the same idempotency key, also those a person makes by
 * pressing the button again after no answer came; a success or another input begins a new act.
 */
export function useWrite<Id extends OperationId>(id: Id, { refreshes = [], onDone }: WriteOptions<Id> = {}) {
  const queries = useQueryClient();
  const act = useRef<{ input: string; key: string } | null>(null);
  return useMutation<Answer<Id>, ApiProblem, ApiInput<Id>>({
    mutationKey: [id],
    mutationFn: (input) => {
      const written = JSON.stringify({ params: input.params, query: input.query, body: input.body });
      if (act.current?.input !== written) act.current = { input: written, key: newKey() };
      return call(id, { idempotencyKey: act.current.key, ...input });
    },
    onSuccess: async (answer) => {
      act.current = null;
      onDone?.(answer);
      await Promise.all(refreshes.map((read) => queries.invalidateQueries({ queryKey: [read] })));
    },
  });
}

/** One act that outlives the screen it was begun on; tried again as every write is, with the key of its input. */
export function runWrite<Id extends OperationId>(
  queries: QueryClient,
  id: Id,
  input: ApiInput<Id>,
): Promise<Answer<Id>> {
  const options = { mutationKey: [id], mutationFn: (given: ApiInput<Id>) => call(id, given) };
  return queries
    .getMutationCache()
    .build<Answer<Id>, Error, ApiInput<Id>, unknown>(queries, { ...queries.defaultMutationOptions(), ...options })
    .execute(input);
}

function call<Id extends OperationId>(id: Id, input: object): Promise<Answer<Id>> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- typeScript cannot rebuild ApiInput<Id> from its spread parts while Id is open
  return (api as (id: OperationId, input: object) => Promise<Answer<Id>>)(id, input);
}
