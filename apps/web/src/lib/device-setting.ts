'use client';

import { useCallback, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();

/** A choice of this device, not of this person: density, single-letter keys, hidden columns. */
export function useDeviceSetting<Value extends string>(name: string, fallback: Value) {
  const key = `cartwheel.device.${name}`;
  const value = useSyncExternalStore(
    subscribe,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written only by `set`, which takes a Value
    () => (read(key) ?? fallback) as Value,
    () => fallback,
  );
  const set = useCallback(
    (next: Value) => {
      try {
        localStorage.setItem(key, next);
      } catch {
        // The choice then lasts as long as nothing reads it again.
      }
      for (const listen of listeners) listen();
    },
    [key],
  );
  return [value, set] as const;
}

function subscribe(listen: () => void): () => void {
  listeners.add(listen);
  window.addEventListener('storage', listen);
  return () => {
    listeners.delete(listen);
    window.removeEventListener('storage', listen);
  };
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
