'use client';

import { useUrlState } from '../../lib/url-state.ts';
import type { Query } from '../../lib/operations.ts';
import { stages } from './stages.ts';

type Filters = Omit<Query<'getLeadBoard'>, 'perColumn'>;
const steps = ['NONE', 'OVERDUE', 'TODAY'] as const;

/** What the address of the list says: the filters, and list or board. */
export function useLeadListState() {
  const filters = useUrlState({ q: '', owner: '', source: '', next: '', status: '', from: '', to: '' });
  const view = useUrlState({ view: 'board' });
  const { q, owner, source, next, status, from, to } = filters.values;
  const nextStep = steps.find((step) => step === next);
  const query: Filters = {
    ...(q && { q }),
    ...(owner && { assignedToUserId: owner }),
    ...(source && { source }),
    ...(nextStep && { nextStep }),
  };
  return {
    values: { ...filters.values, view: view.values.view === 'list' ? 'list' : 'board' },
    query,
    /** The board shows what is open, whenever it came. */
    days: { ...(from && { from }), ...(to && { to }) },
    status: stages.find((stage) => stage === status),
    change: filters.change,
    clear: filters.clear,
    isFiltered: filters.isFiltered,
    show: (shown: 'list' | 'board') => view.change({ view: shown }),
  };
}

export type LeadListState = ReturnType<typeof useLeadListState>;
