'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../../lib/api-problem.ts';
import { useLater } from '../../lib/later.ts';
import { type Days, type Preview, useSavingDraft } from './queries.ts';

const PAUSE_MS = 800;
export interface Remarks {
  comments: string;
  summary: string;
}
export type Saving = 'SAVED' | 'WAITING' | 'SAVING' | 'FAILED' | 'STALE';

/** Saves what is written a moment after the last letter, in order, and whatever is left when the screen goes. */
export function useDraftSaving({ snapshot, draft }: Preview, days: Days) {
  const save = useSavingDraft(snapshot.student.id, days);
  const [state, setState] = useState<Saving>('SAVED');
  const version = useRef(draft.version);
  const waiting = useRef<Remarks | null>(null);
  const under = useRef<Promise<void>>(Promise.resolve());

  const flush = useCallback((): Promise<void> => {
    under.current = under.current.then(async () => {
      const remarks = waiting.current;
      if (!remarks) return;
      waiting.current = null;
      setState('SAVING');
      try {
        version.current = (await save(remarks, version.current)).version;
        setState(waiting.current ? 'WAITING' : 'SAVED');
      } catch (problem) {
        waiting.current ??= remarks;
        setState(problem instanceof ApiProblem && problem.code === 'stale_version' ? 'STALE' : 'FAILED');
      }
    });
    return under.current;
  }, [save]);
  const latest = useRef(flush);
  useEffect(() => {
    latest.current = flush;
  });
  useEffect(() => () => void latest.current(), []);
  const flushNow = useCallback(() => void latest.current(), []);
  const flushLater = useLater(flushNow, PAUSE_MS);

  const write = (remarks: Remarks) => {
    waiting.current = remarks;
    setState('WAITING');
    flushLater();
  };
  return { state, write, flush };
}
