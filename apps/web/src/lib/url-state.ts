'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';

/**
 * Part of the state of a list that lives in the URL: `useUrlState({ q: '', status: '' })`.
 * What equals its default is not written; going back works; the server is not asked.
 */
export function useUrlState<Values extends Record<string, string>>(defaults: Values) {
  const search = useSearchParams();
  const pathname = usePathname();
  const text = search.toString();
  // Callers write the defaults inline; only their content matters.
  const fixed = JSON.stringify(defaults);

  const values = useMemo(() => {
    const known: Values = JSON.parse(fixed);
    const now = new URLSearchParams(text);
    const entries = Object.entries(known).map(([name, fallback]) => [name, now.get(name) ?? fallback]);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same keys as Values, each a string
    return Object.fromEntries(entries) as Values;
  }, [fixed, text]);

  const change = useCallback(
    (changes: Partial<Values>) => {
      const known: Values = JSON.parse(fixed);
      const next = new URLSearchParams(window.location.search);
      for (const [name, value] of Object.entries(changes)) {
        if (value === undefined || value === known[name]) next.delete(name);
        else next.set(name, value);
      }
      const query = next.toString();
      window.history.replaceState(null, '', query ? `${pathname}?${query}` : pathname);
    },
    [fixed, pathname],
  );

  const clear = useCallback(() => change(JSON.parse(fixed)), [change, fixed]);
  const isFiltered = Object.entries(values).some(([name, value]) => value !== defaults[name]);
  return { values, change, clear, isFiltered };
}
