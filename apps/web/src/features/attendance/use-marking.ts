'use client';

import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useLater } from '../../lib/later.ts';
import { SaveQueue } from '../../lib/save-queue.ts';
import { useUndo } from '../../lib/undo.ts';
import type { MarkChange, MarkList, SentMark } from './marks.ts';
import { useMarkSender } from './queries.ts';

const REFRESH_MS = 1500;

const idOf = (mark: MarkChange) => mark.studentId;

/** Marks that are shown at once and saved behind; the last act can be undone for ten seconds. */
export function useMarking(sessionId: string) {
  const { send, refreshOthers } = useMarkSender(sessionId);
  const refresh = useLater(refreshOthers, REFRESH_MS);
  const queue = useMemo(
    () => new SaveQueue<MarkChange, NonNullable<SentMark['refusal']>>({ idOf, send, onSettled: refresh }),
    [send, refresh],
  );
  const sent = useSyncExternalStore(queue.subscribe, queue.shown, queue.shown);
  const { undoable, offer, take } = useUndo<MarkList>();

  const mark = useCallback(
    (marks: MarkList, previous: MarkList) => {
      queue.add(marks);
      offer(previous);
    },
    [queue, offer],
  );
  const retry = useCallback((studentId: string) => queue.retry(studentId), [queue]);
  const dismiss = useCallback((studentId: string) => queue.dismiss(studentId), [queue]);
  const undo = useCallback(() => {
    const previous = take();
    if (previous) queue.add(previous);
  }, [queue, take]);
  return { sent, mark, retry, dismiss, undo: undoable ? undo : null };
}
