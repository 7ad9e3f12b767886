'use client';

import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { Scan } from './queries.ts';

/** A scan the API has not answered yet, or has refused when it was told later. */
export interface WaitingScan {
  scan: Scan & { occurredAt: string };
  /** Where it was picked by name. */
  name: string | null;
  /** The sentence it was refused with; a person looks at it. */
  refused: string | null;
}

const listeners = new Set<() => void>();
const none: readonly WaitingScan[] = [];
let known: { text: string; scans: readonly WaitingScan[] } = { text: '[]', scans: none };

/** What this device still has to tell, kept over reloads. Each center has its own. */
export function useScanQueue(centerId: string) {
  const key = `cartwheel.kiosk.${centerId}`;
  const scans = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => none,
  );
  const change = useCallback(
    (to: (scans: readonly WaitingScan[]) => readonly WaitingScan[]) => {
      localStorage.setItem(key, JSON.stringify(to(read(key))));
      for (const listen of listeners) listen();
    },
    [key],
  );
  return useMemo(
    () => ({
      unsent: scans.filter(({ refused }) => refused === null),
      refused: scans.filter(({ refused }) => refused !== null),
      add: (waiting: WaitingScan) => change((all) => [...all, waiting]),
      remove: (id: string) => change((all) => all.filter(({ scan }) => scan.clientEventId !== id)),
      refuse: (id: string, sentence: string) =>
        change((all) => all.map((one) => (one.scan.clientEventId === id ? { ...one, refused: sentence } : one))),
    }),
    [scans, change],
  );
}

export type ScanQueue = ReturnType<typeof useScanQueue>;

function subscribe(listen: () => void): () => void {
  listeners.add(listen);
  window.addEventListener('storage', listen);
  return () => {
    listeners.delete(listen);
    window.removeEventListener('storage', listen);
  };
}

function read(key: string): readonly WaitingScan[] {
  const text = localStorage.getItem(key) ?? '[]';
  if (text !== known.text) known = { text, scans: JSON.parse(text) };
  return known.scans;
}
