'use client';

import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DateField } from '../../components/date-field.tsx';
import { useTerms } from '../../lib/terms.tsx';
import { useTrainers } from './queries.ts';
import styles from './schedule.module.css';

export interface SessionValues extends Record<string, unknown> {
  batchId: string;
  name: string;
  date: string | null;
  startTime: string;
  endTime: string;
  capacity: number | string;
  trainerUserId: string;
  overbookReason: string;
  isDraft: boolean;
}

interface SessionFieldsProps {
  form: UseFormReturnType<SessionValues>;
  /** What the choice of no trainer means here. */
  nobody: string;
  capacityLabel: string;
  capacityHint?: ReactNode;
}

/** When, whose and how many: what a new class and a changed one have in common. */
export function SessionFields({ form, nobody, capacityLabel, capacityHint }: SessionFieldsProps) {
  const t = useTranslations('schedule');
  const terms = useTerms();
  const trainers = useTrainers().filter(({ role }) => role !== 'COUNSELOR');
  return (
    <>
      <DateField label={t('form.date')} {...form.getInputProps('date')} value={form.values.date} />
      <div className={styles.two}>
        <TextInput type="time" label={t('form.start')} {...form.getInputProps('startTime')} />
        <TextInput type="time" label={t('form.end')} {...form.getInputProps('endTime')} />
      </div>
      <NativeSelect
        label={t('form.trainer', terms)}
        {...form.getInputProps('trainerUserId')}
        data={[{ value: '', label: nobody }, ...trainers.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <NumberInput
        label={capacityLabel}
        description={capacityHint}
        min={1}
        max={500}
        allowDecimal={false}
        hideControls
        inputMode="numeric"
        {...form.getInputProps('capacity')}
      />
    </>
  );
}
