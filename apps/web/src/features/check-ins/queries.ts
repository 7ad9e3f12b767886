'use client';

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, apiFile } from '../../lib/api.ts';
import { newKey } from '../../lib/keys.ts';
import { useListExport } from '../../lib/list-export.ts';
import { read, readPages, useWrite } from '../../lib/operation-hooks.ts';
import type { Answer, Body, Query } from '../../lib/operations.ts';
import { listOf } from '../../lib/pages.ts';
import { openFile } from '../../lib/save-file.ts';

export type CheckInResult = Answer<'recordCheckIn'>;
export type CheckIn = Answer<'listCheckIns'>['items'][number];
export type Inside = Answer<'getOccupancy'>['items'][number];
export type Scan = Body<'recordCheckIn'> & { clientEventId: string };

/** Nobody waits longer at a door. */
const PATIENCE_MS = 8000;
const LIVE_MS = 10_000;

/** Sent again, it is the same event: the API knows it by its client event id. */
export function sendScan(scan: Scan): Promise<CheckInResult> {
  return api('recordCheckIn', { body: scan, idempotencyKey: newKey(), signal: AbortSignal.timeout(PATIENCE_MS) });
}

export function useOccupancy(isWanted: boolean) {
  return useQuery({ ...read('getOccupancy'), refetchInterval: LIVE_MS, enabled: isWanted });
}

export function useCheckIns(query: Query<'listCheckIns'>) {
  const pages = useInfiniteQuery({
    ...readPages('listCheckIns', { query }),
    placeholderData: keepPreviousData,
    refetchInterval: 3 * LIVE_MS,
  });
  return { ...listOf(pages), exporting: useListExport('check-ins', query) };
}

/** Lets somebody out by hand, from the list of who is inside. */
export function useCheckOut(onDone: (result: CheckInResult) => void) {
  const { mutate, isPending, error } = useWrite('recordCheckIn', {
    refreshes: ['getOccupancy', 'listCheckIns'],
    onDone,
  });
  const checkOut = (studentId: string) => mutate({ body: { studentId, eventType: 'CENTER_CHECK_OUT' } });
  return { checkOut, isPending, error };
}

/** The QR code as a picture. */
export function usePassPicture(studentId: string) {
  return useQuery({
    queryKey: ['getPass', studentId],
    queryFn: async ({ signal }) => {
      const { file } = await apiFile('getPass', { params: { id: studentId }, query: { format: 'svg' }, signal });
      return `data:image/svg+xml,${encodeURIComponent(await file.text())}`;
    },
  });
}

export function useReissue(studentId: string, onDone: () => void) {
  const { mutate, isPending, error } = useWrite('reissuePass', {
    refreshes: ['getPass', 'getStudentTimeline'],
    onDone,
  });
  return { reissue: () => mutate({ params: { id: studentId } }), isPending, error };
}

export const openPass = (studentId: string) =>
  openFile('getPass', { params: { id: studentId }, query: { format: 'pdf' } });

export const openBatchPasses = (batchId: string) => openFile('printBatchPasses', { params: { id: batchId } });
