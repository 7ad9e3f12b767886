'use client';

import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { dayPlus } from '../../lib/days.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import styles from './today.module.css';

interface DayStepperProps {
  date: string;
  onChange: (date: string) => void;
}

export function DayStepper({ date, onChange }: DayStepperProps) {
  const t = useTranslations('today');
  const format = useFormatting();
  return (
    <div className={styles.stepper}>
      <ActionIcon size={48} aria-label={t('previousDay')} onClick={() => onChange(dayPlus(date, -1))}>
        <IconChevronLeft size={22} aria-hidden />
      </ActionIcon>
      <strong aria-live="polite">{format.day(date)}</strong>
      <ActionIcon size={48} aria-label={t('nextDay')} onClick={() => onChange(dayPlus(date, 1))}>
        <IconChevronRight size={22} aria-hidden />
      </ActionIcon>
      {date !== format.today() && (
        <Button variant="default" onClick={() => onChange(format.today())}>
          {t('backToToday')}
        </Button>
      )}
    </div>
  );
}
