'use client';

import { dayPlus } from '../../lib/days.ts';
import { useDeviceSetting } from '../../lib/device-setting.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useUrlState } from '../../lib/url-state.ts';
import { daysOf } from './days.ts';
import type { Days } from './queries.ts';

const FRESH_DAYS = 14;

/**
 * The period, in the URL. Without one: that of the last visit, for two weeks, since drafts belong to a period and the
 * last thirty days are others tomorrow.
 */
export function useDays() {
  const today = useFormatting().today();
  const { values, change } = useUrlState({ from: '', to: '' });
  const [kept, setKept] = useDeviceSetting<string>('report-card-days', '');
  const [from = '', to = ''] = kept.split('/');
  const isFresh = to !== '' && to <= today && to >= dayPlus(today, -FRESH_DAYS);
  const usual = isFresh ? { from, to } : daysOf('days', today);
  const days: Days = { from: values.from || usual.from, to: values.to || usual.to };
  return {
    days,
    today,
    setDays: (next: Days) => {
      change(next);
      setKept(`${next.from}/${next.to}`);
    },
    keep: () => setKept(`${days.from}/${days.to}`),
  };
}
