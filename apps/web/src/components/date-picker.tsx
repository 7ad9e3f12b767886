'use client';

import '@mantine/dates/styles.css';
import { DatePicker } from '@mantine/dates';

interface CalendarPickerProps {
  value: string | null;
  onPick: (localDate: string) => void;
  min?: string;
  max?: string;
}

export function CalendarPicker({ value, onPick, min, max }: CalendarPickerProps) {
  return (
    <DatePicker
      size="md"
      value={value}
      {...(value && { defaultDate: value })}
      {...(min && { minDate: min })}
      {...(max && { maxDate: max })}
      onChange={(day) => {
        if (day) onPick(day);
      }}
    />
  );
}
