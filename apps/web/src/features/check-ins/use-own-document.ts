'use client';

import { useEffect } from 'react';

/**
 * The right to use the camera comes with the headers of a document, and the portal opens its pages within the first one
 * that was loaded: reached by a link, the kiosk loads itself.
 */
export function useOwnDocument(): void {
  useEffect(() => {
    const [loaded] = performance.getEntriesByType?.('navigation') ?? [];
    if (loaded && new URL(loaded.name).pathname !== window.location.pathname) window.location.reload();
  }, []);
}
