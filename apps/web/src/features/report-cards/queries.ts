'use client';

import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useListExport } from '../../lib/list-export.ts';
import { read, readPages, runWrite, useWrite } from '../../lib/operation-hooks.ts';
import type { Answer, Body, OperationId, Query } from '../../lib/operations.ts';
import { listOf } from '../../lib/pages.ts';
import { openFile } from '../../lib/save-file.ts';

export type Preview = Answer<'previewReportCard'>;
export type Snapshot = Preview['snapshot'];
export type CardSummary = Answer<'listReportCards'>['items'][number];
export type BatchCards = Answer<'listBatchReportCards'>;
export type Snippet = Answer<'listCommentSnippets'>['items'][number];

export interface Days {
  from: string;
  to: string;
}
const periodOf = ({ from, to }: Days) => ({ periodStart: from, periodEnd: to });
const made = [
  'listReportCards',
  'listBatchReportCards',
  'previewReportCard',
  'getReportCard',
  'getStudentTimeline',
] as const satisfies readonly OperationId[];

export function useBatches() {
  const { data } = useQuery({ ...read('listBatches', { query: { limit: 200 } }), staleTime: 5 * 60_000 });
  return data?.items ?? [];
}

export function useStudentsNamed(typed: string) {
  const q = typed.trim();
  const options = read('listStudents', { query: { limit: 20, ...(q && { q }) } });
  return useQuery({ ...options, placeholderData: keepPreviousData }).data?.items ?? [];
}

/** The batch with its job: how far that is, is asked every second while it runs. */
export function useBatchCards(batchId: string, days: Days) {
  const queries = useQueryClient();
  const options = { params: { id: batchId }, query: periodOf(days) };
  const cards = useQuery({ ...read('listBatchReportCards', options), enabled: batchId !== '' });
  const job = cards.data?.job;
  const isRunning = job?.state === 'RUNNING';
  const { data: now } = useQuery({
    ...read('getJob', { params: { id: job?.id ?? '' } }),
    enabled: isRunning,
    refetchInterval: ({ state }) => (state.data?.state === 'DONE' ? false : 1000),
  });
  const isDone = isRunning && now?.state === 'DONE';
  useEffect(() => {
    if (isDone) for (const id of made) void queries.invalidateQueries({ queryKey: [id] });
  }, [isDone, queries]);
  return { cards, progress: isRunning ? (now?.progress ?? { done: job.done, total: job.total }) : null };
}

export function usePreview(studentId: string, days: Days) {
  return useQuery(read('previewReportCard', { query: { studentId, ...periodOf(days) } }));
}

/** Saves what is written, also when the screen has moved on to the next student meanwhile. */
export function useSavingDraft(studentId: string, days: Days) {
  const queries = useQueryClient();
  return async (remarks: { comments: string; summary: string }, version: number) => {
    const body = { studentId, ...periodOf(days), ...remarks };
    const saved = await runWrite(queries, 'saveReportCardDraft', { body, ifMatch: version });
    const { queryKey } = read('previewReportCard', { query: { studentId, ...periodOf(days) } });
    queries.setQueryData<Preview>(queryKey, (shown) => shown && { ...shown, draft: saved });
    void queries.invalidateQueries({ queryKey: ['listBatchReportCards'] });
    return saved;
  };
}

export function useFreezing(onDone: (answer: Answer<'generateReportCards'>) => void) {
  const { mutate, isPending, error } = useWrite('generateReportCards', { refreshes: made, onDone });
  return {
    isPending,
    error,
    freeze: (whom: Pick<Body<'generateReportCards'>, 'studentId' | 'batchId'>, days: Days) =>
      mutate({ body: { ...whom, ...periodOf(days) } }),
  };
}

export function useCards(query: Query<'listReportCards'>) {
  const pages = useInfiniteQuery({ ...readPages('listReportCards', { query }), placeholderData: keepPreviousData });
  return { ...listOf(pages), exporting: useListExport('report-cards', query) };
}

export function useCard(id: string) {
  return useQuery(read('getReportCard', { params: { id } }));
}

export function useSending(id: string, onDone: () => void) {
  const { mutate, isPending, error } = useWrite('sendReportCard', { refreshes: made, onDone });
  return { isPending, error, send: () => mutate({ params: { id } }) };
}

export function openCardPdf(id: string): Promise<void> {
  return openFile('getReportCardPdf', { params: { id } });
}

export function useSnippets() {
  return useQuery({ ...read('listCommentSnippets'), staleTime: 5 * 60_000 });
}

export function useSnippetActs(onDone: () => void) {
  const refreshes = ['listCommentSnippets'] as const;
  const adding = useWrite('addCommentSnippet', { refreshes, onDone });
  const changing = useWrite('changeCommentSnippet', { refreshes, onDone });
  const removing = useWrite('removeCommentSnippet', { refreshes, onDone });
  return {
    isPending: adding.isPending || changing.isPending || removing.isPending,
    error: adding.error ?? changing.error ?? removing.error,
    add: (body: Body<'addCommentSnippet'>) => adding.mutate({ body }),
    change: ({ id, version }: Snippet, body: Body<'changeCommentSnippet'>) =>
      changing.mutate({ params: { id }, body, ifMatch: version }),
    remove: (id: string) => removing.mutate({ params: { id } }),
  };
}
