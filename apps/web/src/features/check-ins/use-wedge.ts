'use client';

import { useEffect, useRef } from 'react';

/** A scanner types its letters faster than any person, and then Enter. */
const GAP_MS = 60;
const SHORTEST = 10;

/** Hears a scanner that is connected as a keyboard, whatever has the focus. */
export function useWedge(onScan: (code: string) => void): void {
  const latest = useRef(onScan);
  useEffect(() => {
    latest.current = onScan;
  });
  useEffect(() => {
    let typed = '';
    let last = 0;
    const listen = (event: KeyboardEvent) => {
      if (event.timeStamp - last > GAP_MS) typed = '';
      last = event.timeStamp;
      if (event.key === 'Enter' && typed.length >= SHORTEST) {
        // The button that has the focus is not meant.
        event.preventDefault();
        event.stopPropagation();
        latest.current(typed);
        typed = '';
      } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) typed += event.key;
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
}
