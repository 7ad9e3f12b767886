'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { read, useWrite } from '../../lib/operation-hooks.ts';
import type { Answer, Body, OperationId } from '../../lib/operations.ts';

export type Enrollment = Answer<'getEnrollment'>;
export type Freeze = Enrollment['freezes'][number];
export type FreezeOutcome = Answer<'freezeEnrollment'>;

const shown = [
  'getEnrollment',
  'listEnrollments',
  'listStudentEnrollments',
  'getStudent',
  'listStudents',
  'getStudentTimeline',
  'listClassSessions',
  'getRoster',
  'getDashboard',
] as const satisfies readonly OperationId[];

export function useEnrollment(id: string) {
  return useQuery(read('getEnrollment', { params: { id } }));
}

export function useInvoiceOf(enrollment: Enrollment, isWanted: boolean) {
  const id = enrollment.invoiceId ?? '';
  return useQuery({ ...read('getInvoice', { params: { id } }), enabled: isWanted && id !== '' }).data;
}

/** What a freeze of these days would do; the last answer stays while the next is on its way. */
export function useFreezePreview(id: string, days: { from: string; to: string } | null) {
  const preview = useQuery({
    ...read('freezeEnrollment', { params: { id }, query: { preview: 'true' }, body: days ?? { from: '', to: '' } }),
    enabled: days !== null,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 5_000,
  });
  return {
    preview: days && !preview.error ? preview.data : undefined,
    isFresh: days !== null && preview.isSuccess && !preview.isPlaceholderData,
    problem: days ? preview.error : null,
  };
}

export function useFreezing(id: string, onDone: () => void) {
  const { mutate, isPending, error } = useWrite('freezeEnrollment', { refreshes: shown, onDone });
  const freeze = (body: Body<'freezeEnrollment'>) => mutate({ params: { id }, query: {}, body });
  return { freeze, isPending, error };
}

export function useEndingFreeze(id: string) {
  const rehearsal = useWrite('endFreeze');
  const act = useWrite('endFreeze', { refreshes: shown });
  return {
    preview: (freezeId: string) => rehearsal.mutateAsync({ params: { id, freezeId }, query: { preview: 'true' } }),
    end: (freezeId: string) => act.mutateAsync({ params: { id, freezeId }, query: {} }),
    isPending: rehearsal.isPending || act.isPending,
  };
}

export function useCancelling(id: string, onDone: () => void) {
  const { mutate, isPending, error } = useWrite('cancelEnrollment', { refreshes: shown, onDone });
  return { cancel: (reason: string) => mutate({ params: { id }, body: { reason } }), isPending, error };
}

export function useTransfer(id: string, onDone: () => void) {
  const { mutate, isPending, error } = useWrite('transferEnrollment', { refreshes: shown, onDone });
  return { transfer: (body: Body<'transferEnrollment'>) => mutate({ params: { id }, body }), isPending, error };
}

export function useRunningBatches() {
  return useQuery(read('listBatches', { query: { active: 'true', limit: 200 } })).data?.items;
}

/** The marks of the student on the days of the plan, newest first. */
export function useUse({ studentId, startDate, endDate }: Enrollment) {
  const query = { from: startDate, ...(endDate && { to: endDate }), limit: 200 };
  return useQuery(read('listStudentAttendance', { params: { id: studentId }, query }));
}

/** What happened with this plan, newest first. */
export function useChanges({ id, studentId }: Enrollment) {
  return useQuery({
    ...read('getStudentTimeline', { params: { id: studentId }, query: { limit: 200 } }),
    select: ({ items }) => items.filter(({ details }) => details['enrollmentId'] === id),
  });
}
