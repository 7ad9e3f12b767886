'use client';

import { instantOf } from '@cartwheel/domain/calendar';
import { useTranslations } from 'next-intl';
import { ChoiceChips } from './choice-chips.tsx';
import { useCenter } from '../lib/center.tsx';
import { dayPlus } from '../lib/days.ts';
import { useFormatting } from '../lib/formatting.tsx';

const soon = { tomorrow: 1, threeDays: 3, nextWeek: 7 } as const;
type Soon = keyof typeof soon | 'never';
const MORNING = '10:00';

interface DateChipsProps {
  /** With `never` there is a way to plan nothing. */
  withNever?: boolean;
  disabled?: boolean;
  onPick: (dueAt: string | null) => void;
}

/** The dates a next call usually gets, one tap each, on the center's calendar. */
export function DateChips({ withNever = false, disabled = false, onPick }: DateChipsProps) {
  const t = useTranslations('design');
  const pick = useDueOn();
  const format = useFormatting();
  const today = format.today();
  const names: Soon[] = ['tomorrow', 'threeDays', 'nextWeek', ...(withNever ? (['never'] as const) : [])];
  return (
    <ChoiceChips
      label={t('nextWhen')}
      value={null}
      disabled={disabled}
      onChange={(name) => onPick(name === 'never' ? null : pick(dayPlus(today, soon[name])))}
      choices={names.map((value) => ({
        value,
        label: t(`soon.${value}`),
        note: value !== 'never' && <span>{format.weekdayShort(dayPlus(today, soon[value]))}</span>,
      }))}
    />
  );
}

/** A follow-up on a day is due in the morning of that day, in the center's zone. */
export function useDueOn(): (day: string) => string {
  const { timezone } = useCenter();
  return (day) => instantOf(day, MORNING, timezone).instant;
}
