'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

const UNDO_MS = 10_000;

/** What would take the last act back, for ten seconds. */
export function useUndo<Before>() {
  const [undoable, setUndoable] = useState<Before | null>(null);
  const current = useRef<Before | null>(null);
  const offer = useCallback((before: Before | null) => {
    current.current = before;
    setUndoable(before);
  }, []);
  const take = useCallback(() => {
    const taken = current.current;
    offer(null);
    return taken;
  }, [offer]);
  useEffect(() => {
    if (undoable === null) return undefined;
    const timer = setTimeout(() => offer(null), UNDO_MS);
    return () => clearTimeout(timer);
  }, [undoable, offer]);
  return { undoable, offer, take };
}
