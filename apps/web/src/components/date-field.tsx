'use client';

import { ActionIcon, Popover, TextInput, type TextInputProps } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { type DateOrder, formatShortDate, parseShortDate } from '../lib/format.ts';
import { useFormatting } from '../lib/formatting.tsx';

const Calendar = dynamic(() => import('./date-picker.tsx').then((module) => module.CalendarPicker), { ssr: false });

interface DateFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue' | 'min' | 'max'> {
  /** YYYY-MM-DD in the center's calendar; null is empty. */
  value: string | null;
  onChange: (localDate: string | null) => void;
  /** First and last day of the picker. Typed days are not limited: the form's own check speaks about them. */
  min?: string;
  max?: string;
}

/** Typed first, in the order of the center's country; the calendar is the second way. */
export function DateField({ value, onChange, min, max, error, ...input }: DateFieldProps) {
  const t = useTranslations('design');
  const { dateOrder } = useFormatting();
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [isUnreadable, setUnreadable] = useState(false);
  const pattern = t(`dateOrder.${dateOrder}`);
  const shown = typed ?? (value ? formatShortDate(value, dateOrder) : '');

  const take = (text: string) => {
    setTyped(text);
    setUnreadable(false);
    onChange(parseShortDate(text, dateOrder));
  };
  const settle = () => {
    const isReadable = shown.trim() === '' || parseShortDate(shown, dateOrder) !== null;
    setUnreadable(!isReadable);
    if (isReadable) setTyped(null);
  };

  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus withinPortal withRoles={false}>
      <Popover.Target>
        <TextInput
          inputMode="numeric"
          autoComplete="off"
          placeholder={pattern}
          {...input}
          error={error ?? (isUnreadable ? t('dateUnreadable', { pattern, example: exampleOf(dateOrder) }) : undefined)}
          value={shown}
          onChange={(event) => take(event.currentTarget.value)}
          onBlur={(event) => {
            settle();
            input.onBlur?.(event);
          }}
          rightSection={
            <ActionIcon aria-label={t('openCalendar')} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              <IconCalendar size={20} aria-hidden />
            </ActionIcon>
          }
        />
      </Popover.Target>
      <Popover.Dropdown>
        {isOpen && (
          <Calendar
            value={value}
            {...(min && { min })}
            {...(max && { max })}
            onPick={(day) => {
              setTyped(null);
              setUnreadable(false);
              onChange(day);
              setOpen(false);
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function exampleOf(order: DateOrder): string {
  return formatShortDate('2026-11-21', order);
}
