'use client';

import { useMediaQuery } from '@mantine/hooks';
import { useFormatting } from '../../lib/formatting.tsx';
import { useUrlState } from '../../lib/url-state.ts';
import { useWeekStart } from './queries.ts';
import { moved, spanOf, type View, views } from './span.ts';

/** What the address says: the view, the day, the trainer. A phone always shows the list. */
export function useScheduleState() {
  const { today } = useFormatting();
  const { values, change } = useUrlState({ view: 'week', date: '', trainer: '', session: '' });
  const isPhone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const weekStart = useWeekStart();
  const asked: View = views.find((view) => view === values.view) ?? 'week';
  const view: View = isPhone ? 'agenda' : asked;
  const date = /^\d{4}-\d{2}-\d{2}$/.test(values.date) ? values.date : today();
  const go = (day: string) => change({ date: day === today() ? '' : day, session: '' });
  return {
    view,
    date,
    weekStart,
    isPhone,
    trainer: values.trainer,
    sessionId: values.session,
    span: spanOf(view, date, weekStart),
    go,
    step: (by: 1 | -1) => go(moved(view, date, by)),
    show: (next: View) => change({ view: next, session: '' }),
    openDay: (day: string) => change({ view: 'day', date: day === today() ? '' : day, session: '' }),
    filter: (trainer: string) => change({ trainer }),
    peek: (session: string) => change({ session }),
  };
}

export type ScheduleState = ReturnType<typeof useScheduleState>;
