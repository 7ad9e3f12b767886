'use client';

import { useCallback, useEffect, useRef } from 'react';

/** Runs once when nothing has asked for it for so long. */
export function useLater(run: () => void, milliseconds: number): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(run, milliseconds);
  }, [run, milliseconds]);
}
