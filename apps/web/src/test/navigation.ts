import { useSyncExternalStore } from 'react';

// Stands in for next/navigation: the address is jsdom's own, and going somewhere is remembered.
const listeners = new Set<() => void>();
const gone: string[] = [];

function changed(): void {
  for (const listen of listeners) listen();
}

const replaceState = window.history.replaceState.bind(window.history);
window.history.replaceState = (...change) => {
  replaceState(...change);
  changed();
};

/** Opens an address, as if typed. */
export function visit(address: string): void {
  gone.length = 0;
  window.history.replaceState(null, '', address);
}

/** Where the screen sent the reader, last first. */
export function whereTo(): string[] {
  return gone.toReversed();
}

function go(address: string): void {
  gone.push(address);
  window.history.replaceState(null, '', address);
}

function useAddress<Part>(read: () => Part): Part {
  return useSyncExternalStore(
    (listen) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    read,
    read,
  );
}

const router = { push: go, replace: go, back: () => {}, forward: () => {}, refresh: () => {}, prefetch: () => {} };

export const useRouter = () => router;
export const usePathname = () => useAddress(() => window.location.pathname);
export const useSearchParams = () => new URLSearchParams(useAddress(() => window.location.search));
export const useParams = () => ({});
export function redirect(address: string): never {
  throw new Error(`redirected to ${address}`);
}
export function notFound(): never {
  throw new Error('not found');
}
