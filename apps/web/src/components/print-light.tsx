'use client';

import { useEffect } from 'react';

const scheme = 'data-mantine-color-scheme';

/** Paper is white: what is printed has the light colors, whatever the screen has. */
export function PrintLight() {
  useEffect(() => {
    const root = document.documentElement;
    let onScreen: string | null = null;
    const toPaper = () => {
      onScreen ??= root.getAttribute(scheme);
      root.setAttribute(scheme, 'light');
    };
    const toScreen = () => {
      if (onScreen !== null) root.setAttribute(scheme, onScreen);
      onScreen = null;
    };
    window.addEventListener('beforeprint', toPaper);
    window.addEventListener('afterprint', toScreen);
    return () => {
      window.removeEventListener('beforeprint', toPaper);
      window.removeEventListener('afterprint', toScreen);
    };
  }, []);
  return null;
}
