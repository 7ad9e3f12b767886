'use client';

import type { Batch, ClassSession } from '@cartwheel/contracts';
import { useDebouncedValue } from '@mantine/hooks';
import { ApiProblem } from '../../lib/api-problem.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import type { Body } from '../../lib/operations.ts';
import { batchChangesIn, changesIn, type Scope } from './change-scope.ts';
import { useBatchRehearsal, useChangeBatch, useChangeSession, useSessionRehearsal } from './queries.ts';
import type { SessionValues } from './session-fields.tsx';
import { wallNow } from './span.ts';

const WAIT_MS = 250;

export type Asked =
  | { scope: 'one'; body: Body<'changeClassSession'> }
  | { scope: 'following' | 'all'; body: Body<'changeBatch'> };

/** What the form asks for; null while it asks for nothing. */
export function useAsked(
  values: SessionValues,
  scope: Scope,
  session: ClassSession,
  batch: Batch | undefined,
): Asked | null {
  const format = useFormatting();
  if (scope === 'one') {
    const body = changesIn(values, session);
    return Object.keys(body).some((name) => name !== 'overbookReason') ? { scope, body } : null;
  }
  const [today = '', time = ''] = wallNow(format.timezone).split(' ');
  const body = batch && batchChangesIn(scope, { values, session, batch, now: { today, time: time.slice(0, 5) } });
  return body ? { scope, body } : null;
}

/** What it would touch, or be refused for, before it is done. */
export function useRehearsal(asked: Asked | null, session: ClassSession, batch: Batch | undefined) {
  const [settled] = useDebouncedValue(JSON.stringify(asked), WAIT_MS);
  const isSettled = settled === JSON.stringify(asked);
  const one = useSessionRehearsal(session, isSettled && asked?.scope === 'one' ? asked.body : null);
  const many = useBatchRehearsal(batch, isSettled && asked && asked.scope !== 'one' ? asked.body : null);
  const { error, isSuccess, isPlaceholderData } = asked?.scope === 'one' ? one : many;
  const isFresh = isSettled && isSuccess && !isPlaceholderData;
  return {
    impact: isFresh && asked?.scope !== 'one' ? many.data?.impact : undefined,
    isFresh,
    problem: asked && isSettled ? error : null,
    isRefused: isSettled && error instanceof ApiProblem && error.status >= 400 && error.status < 500,
  };
}

export function useSessionChange(session: ClassSession, batch: Batch | undefined, onDone: (name: string) => void) {
  const one = useChangeSession(({ name }) => onDone(name));
  const many = useChangeBatch(({ name }) => onDone(name));
  const change = (asked: Asked, onError: (problem: Error) => void) => {
    if (asked.scope === 'one') {
      one.mutate({ params: { id: session.id }, query: {}, ifMatch: session.version, body: asked.body }, { onError });
    } else if (batch) {
      many.mutate({ params: { id: batch.id }, query: {}, ifMatch: batch.version, body: asked.body }, { onError });
    }
  };
  return { change, isPending: one.isPending || many.isPending, error: one.error ?? many.error };
}
