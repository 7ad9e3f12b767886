'use client';

import { useCenter } from './center.tsx';

/** Addresses within the center: `path('leads', id)` is /c/riverside/leads/… */
export function useCenterPath(): (...parts: readonly string[]) => string {
  const { slug } = useCenter();
  return (...parts) => ['/c', slug, ...parts].map((part, at) => (at === 0 ? part : encodeURIComponent(part))).join('/');
}
