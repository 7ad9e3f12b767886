'use client';

import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { type MarkList, MarkQueue } from './mark-queue.ts';
import { useMarkSender } from './queries.ts';

const UNDO_MS = 10_000;
const REFRESH_MS = 1500;

/** Marks that are shown at once and saved behind; the last act can be undone for ten seconds. */
export function useMarking(sessionId: string) {
  const { send, refreshOthers } = useMarkSender(sessionId);
  const refresh = useLater(refreshOthers, REFRESH_MS);
  const queue = useMemo(() => new MarkQueue(send, refresh), [send, refresh]);
  const sent = useSyncExternalStore(queue.subscribe, queue.shown, queue.shown);
  const { undoable, offer, take } = useUndo();

  const mark = useCallback(
    (marks: MarkList, previous: MarkList) => {
      queue.mark(marks);
      offer(previous);
    },
    [queue, offer],
  );
  const retry = useCallback((studentId: string) => queue.retry(studentId), [queue]);
  const dismiss = useCallback((studentId: string) => queue.dismiss(studentId), [queue]);
  const undo = useCallback(() => {
    const previous = take();
    if (previous) queue.mark(previous);
  }, [queue, take]);
  return { sent, mark, retry, dismiss, undo: undoable ? undo : null };
}

function useUndo() {
  const [undoable, setUndoable] = useState<MarkList | null>(null);
  const current = useRef<MarkList | null>(null);
  const offer = useCallback((previous: MarkList | null) => {
    current.current = previous;
    setUndoable(previous);
  }, []);
  const take = useCallback(() => {
    const taken = current.current;
    offer(null);
    return taken;
  }, [offer]);
  useEffect(() => {
    if (!undoable) return;
    const timer = setTimeout(() => offer(null), UNDO_MS);
    return () => clearTimeout(timer);
  }, [undoable, offer]);
  return { undoable, offer, take };
}

/** Runs once when nothing has asked for it for so long. */
function useLater(run: () => void, milliseconds: number): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(run, milliseconds);
  }, [run, milliseconds]);
}
