'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useListExport } from '../../lib/list-export.ts';
import { readPages, useWrite } from '../../lib/operation-hooks.ts';
import type { Answer, Body, OperationId, Query } from '../../lib/operations.ts';
import { listOf } from '../../lib/pages.ts';

export type Colleague = Answer<'listUsers'>['items'][number];
const shown = ['listUsers', 'listColleagues'] as const satisfies readonly OperationId[];

/** The staff of the center in the URL; at HQ that of the whole organization. */
export function useStaff(query: Query<'listUsers'>) {
  const pages = useInfiniteQuery({ ...readPages('listUsers', { query }), placeholderData: keepPreviousData });
  return { ...listOf(pages), exporting: useListExport('users', query) };
}

export function useInvite() {
  const { mutateAsync, isPending, error } = useWrite('inviteUser', { refreshes: shown });
  return { invite: (body: Body<'inviteUser'>) => mutateAsync({ body }), isPending, problem: error };
}

export function useStaffActs(user: Colleague) {
  const params = { id: user.id };
  const resend = useWrite('resendInvite', { refreshes: shown });
  const status = useWrite('setUserStatus', { refreshes: shown });
  const places = useWrite('assignUser', { refreshes: shown });
  const change = useWrite('changeUser', { refreshes: shown });
  return {
    resend: () => resend.mutateAsync({ params }),
    setStatus: (next: 'ACTIVE' | 'INACTIVE') => status.mutateAsync({ params, body: { status: next } }),
    assign: (assignments: Body<'assignUser'>['assignments']) => places.mutateAsync({ params, body: { assignments } }),
    change: (body: Body<'changeUser'>) => change.mutateAsync({ params, body, ifMatch: user.version }),
    isResending: resend.isPending,
    isSettingStatus: status.isPending,
    isAssigning: places.isPending,
    isChanging: change.isPending,
    problem: resend.error ?? status.error ?? places.error ?? change.error,
  };
}
