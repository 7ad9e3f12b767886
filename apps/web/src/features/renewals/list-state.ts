'use client';

import type { RenewalTab } from '@cartwheel/contracts';
import { useUrlState } from '../../lib/url-state.ts';

export const tabs = ['OVERDUE', 'DAYS_7', 'DAYS_14', 'DAYS_30', 'RENEWED', 'LOST'] as const satisfies RenewalTab[];

/** What the address says: the list, its filters, and the row that is looked at. */
export function useRenewalList() {
  const view = useUrlState({ tab: 'DAYS_7', peek: '' });
  const filters = useUrlState({ q: '', owner: '', batch: '', from: '', to: '' });
  const { q, owner, batch, from, to } = filters.values;
  const tab = tabs.find((one) => one === view.values.tab) ?? 'DAYS_7';
  return {
    tab,
    values: filters.values,
    query: {
      tab,
      ...(q && { q }),
      ...(owner && { assignedToUserId: owner }),
      ...(batch && { batchId: batch }),
      ...(tab === 'RENEWED' && from && { from }),
      ...(tab === 'RENEWED' && to && { to }),
    },
    change: filters.change,
    clear: filters.clear,
    isFiltered: filters.isFiltered,
    show: (next: string) => {
      filters.change({ from: '', to: '' });
      view.change({ tab: next, peek: '' });
    },
    peek: view.values.peek,
    setPeek: (enrollmentId: string) => view.change({ peek: enrollmentId }),
  };
}

export type RenewalList = ReturnType<typeof useRenewalList>;
