'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { read, useWrite } from '../../lib/operation-hooks.ts';
import type { Answer, OperationId } from '../../lib/operations.ts';

export type StudentMakeUps = Answer<'getStudentMakeUps'>;
export type MakeUpOption = Answer<'listMakeUpOptions'>['items'][number];

const shown = [
  'getStudentMakeUps',
  'listMakeUpOptions',
  'getStudent',
  'getStudentTimeline',
  'getRoster',
  'listClassSessions',
  'getDashboard',
] as const satisfies readonly OperationId[];

export function useStudentMakeUps(studentId: string) {
  return useQuery(read('getStudentMakeUps', { params: { id: studentId } }));
}

/** The classes of four weeks; with `misfits` also those of another age or level. */
export function useOptions(studentId: string, misfits: boolean) {
  return useQuery({
    ...read('listMakeUpOptions', { query: { studentId, ...(misfits && { misfits: 'true' as const }) } }),
    placeholderData: keepPreviousData,
  });
}

export function useBooking(studentId: string, onDone: (booking: Answer<'bookMakeUp'>) => void) {
  const { mutate, isPending, error, variables } = useWrite('bookMakeUp', { refreshes: shown, onDone });
  return {
    book: (classSessionId: string, overrideReason: string) =>
      mutate({ body: { studentId, classSessionId, ...(overrideReason && { overrideReason }) } }),
    bookingId: isPending ? variables.body?.classSessionId : undefined,
    error,
  };
}

export function useMakeUpActs() {
  const cancelling = useWrite('cancelMakeUp', { refreshes: shown });
  const announcing = useWrite('announceAbsence', { refreshes: shown });
  const withdrawing = useWrite('withdrawAbsence', { refreshes: shown });
  return {
    cancel: (bookingId: string) => cancelling.mutateAsync({ params: { id: bookingId } }),
    announce: (classSessionId: string, studentId: string) =>
      announcing.mutateAsync({ params: { id: classSessionId }, body: { studentId } }),
    withdraw: (classSessionId: string, absenceId: string) =>
      withdrawing.mutateAsync({ params: { id: classSessionId, absenceId } }),
    isPending: cancelling.isPending || announcing.isPending || withdrawing.isPending,
    error: cancelling.error ?? announcing.error ?? withdrawing.error,
  };
}
