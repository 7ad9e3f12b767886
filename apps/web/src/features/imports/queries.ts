'use client';

import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { newKey } from '../../lib/keys.ts';
import { useListExport } from '../../lib/list-export.ts';
import { read, readPages, useWrite } from '../../lib/operation-hooks.ts';
import type { Answer, Body, OperationId, Query } from '../../lib/operations.ts';
import { listOf } from '../../lib/pages.ts';

type Outcome = NonNullable<Query<'listImportRows'>['outcome']>;
const shown = ['getImport', 'listImports', 'listImportRows'] as const satisfies readonly OperationId[];

export function useImports() {
  const pages = useInfiniteQuery(readPages('listImports', { query: {} }));
  return { ...listOf(pages), exporting: useListExport('imports', {}) };
}

const moving = ['CHECKING', 'RUNNING', 'UNDOING'];

/** Asked every second while the server works on it. */
export function useImport(id: string) {
  return useQuery({
    ...read('getImport', { params: { id } }),
    refetchInterval: ({ state }) => (state.data && moving.includes(state.data.status) ? 1000 : false),
  });
}

/** The status is part of the key: rows say something else after the run than after the check. */
export function useImportRows(id: string, outcome: Outcome | undefined, status: string) {
  const options = readPages('listImportRows', { params: { id }, query: { limit: 200, ...(outcome && { outcome }) } });
  const pages = useInfiniteQuery({ ...options, queryKey: [...options.queryKey, status] });
  return {
    rows: pages.data?.pages.flatMap((page) => page.items),
    problem: pages.error,
    retry: () => void pages.refetch(),
    exporting: useListExport('import-rows', { id, ...(outcome && { outcome }) }),
    isMore: pages.hasNextPage,
    isLoadingMore: pages.isFetchingNextPage,
    loadMore: () => pages.fetchNextPage(),
  };
}

/** What a file of progress may be about. */
export function useCurricula(): readonly { id: string; name: string }[] {
  return useQuery(read('listCurricula', { query: {} })).data?.items ?? [];
}

/** Those that skills and registers may be of, by name. */
export function useBatches(): readonly { id: string; name: string }[] {
  return useQuery(read('listBatches', { query: { limit: 200 } })).data?.items ?? [];
}

/** What the skills of the file may be. */
export function useSkillNames(curriculumId: string | undefined): readonly string[] {
  const { data } = useQuery({
    ...read('getCurriculum', { params: { id: curriculumId ?? '' }, query: {} }),
    enabled: curriculumId !== undefined,
  });
  return data?.skills.map(({ name }) => name) ?? [];
}

export type ImportRow = Answer<'listImportRows'>['items'][number];

/** The same file sent again after no answer came is the same act; another file is another. */
export function useUploadImport(onDone: (id: string) => void) {
  const { mutate, isPending, error, reset } = useWrite('uploadImport', {
    refreshes: ['listImports'],
    onDone: ({ id }) => onDone(id),
  });
  const act = useRef<{ of: string; key: string } | null>(null);
  const upload = (file: File, body: Body<'uploadImport'>) => {
    const of = JSON.stringify([file.name, file.size, file.lastModified, body]);
    if (act.current?.of !== of) act.current = { of, key: newKey() };
    const form = new FormData();
    form.set('kind', body.kind);
    if (body.encoding) form.set('encoding', body.encoding);
    form.set('file', file);
    mutate({ body, form, idempotencyKey: act.current.key });
  };
  return { upload, isPending, problem: error, reset };
}

export function useImportActs(id: string) {
  const queries = useQueryClient();
  const keep = (found: Answer<'getImport'>) =>
    queries.setQueryData(read('getImport', { params: { id } }).queryKey, found);
  const change = useWrite('changeImport', { onDone: keep });
  const check = useWrite('dryRunImport', { onDone: keep, refreshes: shown });
  const run = useWrite('runImport', { onDone: keep, refreshes: shown });
  const undo = useWrite('undoImport', { onDone: keep, refreshes: shown });
  return {
    change: (body: Body<'changeImport'>) => change.mutate({ params: { id }, body }),
    check: () => check.mutate({ params: { id } }),
    run: () => run.mutate({ params: { id } }),
    undo: () => undo.mutate({ params: { id } }),
    isChanging: change.isPending,
    isChecking: check.isPending,
    isStarting: run.isPending,
    isUndoing: undo.isPending,
    problem: change.error ?? check.error ?? run.error ?? undo.error,
  };
}

export type ImportActs = ReturnType<typeof useImportActs>;
