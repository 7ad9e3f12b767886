'use client';

import type { Batch } from '@cartwheel/contracts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useListExport } from '../../lib/list-export.ts';
import { read, readPages, useWrite } from '../../lib/operation-hooks.ts';
import type { Body, OperationId } from '../../lib/operations.ts';
import { listOf } from '../../lib/pages.ts';

const shown = [
  'listBatches',
  'getBatch',
  'listClassSessions',
  'getRoster',
  'getSkillMatrix',
  'getDashboard',
] as const satisfies readonly OperationId[];

export function useBatchList(isArchived: boolean) {
  const query = { active: isArchived ? 'false' : 'true', limit: 50 } as const;
  const pages = useInfiniteQuery(readPages('listBatches', { query }));
  return { ...listOf(pages), exporting: useListExport('batches', query) };
}

export function useBatch(id: string) {
  return useQuery(read('getBatch', { params: { id } }));
}

export function useTrainers() {
  const { data } = useQuery({ ...read('listColleagues', { query: {} }), staleTime: 5 * 60_000 });
  return data?.items;
}

/** What a recurring class can learn. */
export function useCurriculumChoices(isWanted: boolean) {
  const query = { active: 'true', limit: 200 } as const;
  const { data } = useQuery({ ...read('listCurricula', { query }), staleTime: 5 * 60_000, enabled: isWanted });
  return data?.items ?? [];
}

export const useCreateBatch = (onDone: (batch: Batch) => void) => useWrite('createBatch', { refreshes: shown, onDone });

export type BatchChange = Body<'changeBatch'>;

/** A change in two steps: what it would touch, then the change itself. */
export function useBatchChange(batch: Batch, onDone: (batch: Batch) => void) {
  const rehearsal = useWrite('changeBatch');
  const change = useWrite('changeBatch', { refreshes: shown, onDone: (answer) => onDone(answer.batch) });
  const about = { params: { id: batch.id }, ifMatch: batch.version };
  return {
    preview: (body: BatchChange) => rehearsal.mutateAsync({ ...about, query: { preview: 'true' }, body }),
    save: (body: BatchChange) => change.mutate({ ...about, query: {}, body }),
    isPending: rehearsal.isPending || change.isPending,
    error: change.error ?? rehearsal.error,
    reset: () => {
      change.reset();
      rehearsal.reset();
    },
  };
}

export const useGenerate = () => useWrite('generateClassSessions', { refreshes: shown });
