'use client';

import { useQuery } from '@tanstack/react-query';
import { useCenter } from '../../lib/center.tsx';
import { read, useWrite } from '../../lib/operation-hooks.ts';
import type { Answer, Body } from '../../lib/operations.ts';

export type Settings = Answer<'getSettings'>['settings'];
export type SettingsAnswer = Answer<'getSettings'>;

export function useSettings() {
  const { id } = useCenter();
  return useQuery(read('getSettings', { params: { id } }));
}

/** Saves one card. The version that was seen goes along, so that nobody writes over somebody else. */
export function useChangeSettings(version: number) {
  const { id } = useCenter();
  const { mutateAsync, isPending, error } = useWrite('changeSettings', { refreshes: ['getSettings', 'listAuditLog'] });
  const save = (body: Body<'changeSettings'>) => mutateAsync({ params: { id }, body, ifMatch: version });
  return { save, isPending, problem: error };
}

export function useProfile() {
  const { id } = useCenter();
  return useQuery(read('getCenter', { params: { id } }));
}

export function useChangeProfile() {
  const { mutateAsync, isPending, error } = useWrite('changeCenter', {
    refreshes: ['getCenter', 'listCenters', 'getMe'],
  });
  const save = (center: Answer<'getCenter'>, body: Body<'changeCenter'>) =>
    mutateAsync({ params: { id: center.id }, body, ifMatch: center.version });
  return { save, isPending, problem: error };
}

export type Closure = Answer<'listClosures'>['items'][number];

export function useClosures() {
  const { id } = useCenter();
  return useQuery(read('listClosures', { params: { id }, query: { limit: 200 } }));
}

export function useClosureActs() {
  const { id } = useCenter();
  const refreshes = ['listClosures', 'listClassSessions', 'getDashboard'] as const;
  const add = useWrite('addClosure', { refreshes });
  const remove = useWrite('removeClosure', { refreshes });
  return {
    add: (body: Body<'addClosure'>) => add.mutateAsync({ params: { id }, body }),
    remove: (closureId: string) => remove.mutateAsync({ params: { id, closureId } }),
    isAdding: add.isPending,
    problem: add.error ?? remove.error,
  };
}
