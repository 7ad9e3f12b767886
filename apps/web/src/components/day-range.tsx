'use client';

import { useTranslations } from 'next-intl';
import { ChoiceChips } from './choice-chips.tsx';
import { DateField } from './date-field.tsx';

interface DayRangeProps {
  from: string;
  to: string;
  onChange: (changes: { from?: string; to?: string }) => void;
}

/** First and last day among the filters of a list; empty where the list is open. */
export function DayRange({ from, to, onChange }: DayRangeProps) {
  const t = useTranslations('design.dayRange');
  return (
    <>
      <DateField
        aria-label={t('from')}
        placeholder={t('from')}
        w={160}
        value={from || null}
        onChange={(day) => onChange({ from: day ?? '' })}
      />
      <DateField
        aria-label={t('to')}
        placeholder={t('to')}
        w={160}
        value={to || null}
        onChange={(day) => onChange({ to: day ?? '' })}
      />
    </>
  );
}

interface PeriodPickerProps<Period extends string> extends DayRangeProps {
  label: string;
  period: Period;
  choices: readonly { value: Period; label: string }[];
  onChange: (changes: { period?: string; from?: string; to?: string }) => void;
}

/** One of a few periods, or the days somebody chooses: the period `custom`. */
export function PeriodPicker<Period extends string>({
  label,
  period,
  choices,
  onChange,
  ...days
}: PeriodPickerProps<Period>) {
  return (
    <>
      <ChoiceChips
        label={label}
        hideLabel
        value={period}
        onChange={(value) => onChange({ period: value, ...(value !== 'custom' && { from: '', to: '' }) })}
        choices={choices}
      />
      {period === 'custom' && <DayRange {...days} onChange={onChange} />}
    </>
  );
}
