'use client';

import { type ReactNode, useSyncExternalStore } from 'react';

const never = () => () => {};

/** Staff screens load their data in the browser, with the session cookie. The server renders only the page. */
export function BrowserOnly({ children, before = null }: { children: ReactNode; before?: ReactNode }) {
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return inBrowser ? children : before;
}
