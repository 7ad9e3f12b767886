'use client';

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { dayPlus } from '../../lib/days.ts';
import { useListExport } from '../../lib/list-export.ts';
import { read, readPages, useWrite } from '../../lib/operation-hooks.ts';
import type { Answer, Body, OperationId, Query } from '../../lib/operations.ts';
import { listOf } from '../../lib/pages.ts';

export type Student = Answer<'getStudent'>;
export type StudentRow = Answer<'listStudents'>['items'][number];
export type Guardian = Student['guardians'][number];

const shown = ['getStudent', 'listStudents', 'getStudentTimeline', 'search'] as const satisfies readonly OperationId[];

export function useStudents(query: Query<'listStudents'>) {
  const pages = useInfiniteQuery({ ...readPages('listStudents', { query }), placeholderData: keepPreviousData });
  return { ...listOf(pages), exporting: useListExport('students', query) };
}

export function useBatchNames() {
  const { data } = useQuery({ ...read('listBatches', { query: { limit: 200 } }), staleTime: 5 * 60_000 });
  return data?.items ?? [];
}

export function useStudent(id: string) {
  return useQuery({ ...read('getStudent', { params: { id } }), enabled: id !== '' });
}

export function useTimeline(id: string) {
  const pages = useInfiniteQuery(readPages('getStudentTimeline', { params: { id } }));
  return listOf(pages);
}

export function usePlans(id: string) {
  return useQuery(read('listStudentEnrollments', { params: { id }, query: { limit: 50 } }));
}

/** The plan that is to be renewed next: it ends within 30 days, or has ended, and nothing followed it. */
export function useRenewable(id: string, today: string, enabled: boolean): string | null {
  const { data } = useQuery({
    ...read('listStudentEnrollments', { params: { id }, query: { limit: 50 } }),
    enabled,
  });
  const plans = (data?.items ?? []).filter(({ status }) => status !== 'CANCELLED');
  const followed = new Set(plans.map(({ renewedFromId }) => renewedFromId));
  const due = plans.filter(
    (plan) =>
      !followed.has(plan.id) &&
      ((plan.visitsLeft !== null && plan.visitsLeft <= 2) ||
        (plan.endDate !== null && plan.endDate <= dayPlus(today, 30))),
  );
  const [latest] = due.toSorted((one, other) => (other.endDate ?? '9999').localeCompare(one.endDate ?? '9999'));
  return latest?.id ?? null;
}

/** The marks since a day, newest first; as many as one page holds. */
export function useMarks(id: string, from: string) {
  return useQuery(read('listStudentAttendance', { params: { id }, query: { from, limit: 200 } }));
}

/** Children that may be the same person. */
export function useLookAlikes(student: Student, isWanted: boolean) {
  const { data } = useQuery({
    ...read('findDuplicates', { query: { name: student.name } }),
    enabled: isWanted,
    staleTime: 60_000,
  });
  return (data?.items ?? []).filter((other) => other.studentId !== student.id);
}

export function useAddStudent(onDone: (student: Student) => void) {
  const { mutate, isPending, error } = useWrite('createStudent', { refreshes: shown, onDone });
  return { isPending, error, add: (body: Body<'createStudent'>) => mutate({ body }) };
}

export function useChangeStudent(student: Student | null, onDone: () => void) {
  const { mutate, isPending, error } = useWrite('changeStudent', { refreshes: shown, onDone });
  return {
    isPending,
    error,
    change: (body: Body<'changeStudent'>) => {
      if (student) mutate({ params: { id: student.id }, body, ifMatch: student.version });
    },
  };
}

export function useGuardianActs(studentId: string, onDone: () => void) {
  const adding = useWrite('addGuardian', { refreshes: shown, onDone });
  const changing = useWrite('changeGuardian', { refreshes: shown, onDone });
  const removing = useWrite('removeGuardian', { refreshes: shown, onDone });
  return {
    add: (body: Body<'addGuardian'>) => adding.mutate({ params: { id: studentId }, body }),
    change: (guardianId: string, body: Body<'changeGuardian'>) =>
      changing.mutate({ params: { id: studentId, guardianId }, body }),
    remove: (guardianId: string) => removing.mutate({ params: { id: studentId, guardianId } }),
    isPending: adding.isPending || changing.isPending || removing.isPending,
    error: adding.error ?? changing.error ?? removing.error,
  };
}

export function useNote(studentId: string) {
  const { mutate, isPending, error } = useWrite('addStudentNote', { refreshes: shown });
  return {
    isPending,
    error,
    addNote: (text: string, onSuccess: () => void) =>
      mutate({ params: { id: studentId }, body: { text } }, { onSuccess }),
  };
}

export function useArchiving(id: string) {
  const archiving = useWrite('archiveStudent', { refreshes: shown });
  const restoring = useWrite('restoreStudent', { refreshes: shown });
  return {
    archive: () => archiving.mutateAsync({ params: { id } }),
    restore: () => restoring.mutateAsync({ params: { id } }),
    isPending: archiving.isPending || restoring.isPending,
  };
}

export function useMerge(onDone: (kept: Student) => void) {
  const { mutate, isPending, error } = useWrite('mergeStudents', { refreshes: shown, onDone });
  return { isPending, error, merge: (keepId: string, mergeId: string) => mutate({ body: { keepId, mergeId } }) };
}
