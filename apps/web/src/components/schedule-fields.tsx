'use client';

import { monthlyParts, type Part, sumOf } from '@cartwheel/domain/installments';
import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useFormatting } from '../lib/formatting.tsx';
import { DateField } from './date-field.tsx';
import { MoneyInput } from './money.tsx';
import styles from './schedule-fields.module.css';

const MOST_EQUAL = 12;
const MOST = 36;
const counts = Array.from({ length: MOST_EQUAL - 1 }, (_, index) => index + 2);

/** A part of which day or amount may still be missing. */
export interface DraftPart {
  dueDate: string | null;
  amountMinor: number | null;
}

/** The parts when all of them are complete and add up, else null. */
export function completeSchedule(parts: readonly DraftPart[], totalMinor: number): Part[] | null {
  const complete = parts.flatMap(({ dueDate, amountMinor }) =>
    dueDate && amountMinor ? [{ dueDate, amountMinor }] : [],
  );
  return complete.length === parts.length && sumOf(complete) === totalMinor ? complete : null;
}

interface ScheduleFieldsProps {
  totalMinor: number;
  currency: string;
  parts: readonly DraftPart[];
  onChange: (parts: DraftPart[]) => void;
  /** The day of the first part when equal parts are made. */
  firstDue: string;
  error?: string | undefined;
}

/** Equal monthly parts in one step, each then to be changed by hand; says at once what is missing. */
export function ScheduleFields({ totalMinor, currency, parts, onChange, firstDue, error }: ScheduleFieldsProps) {
  const t = useTranslations('design');
  const change = (at: number, patch: Partial<DraftPart>) =>
    onChange(parts.map((part, index) => (index === at ? { ...part, ...patch } : part)));
  const equal = (count: number) => onChange(monthlyParts(totalMinor, count, parts[0]?.dueDate ?? firstDue));
  return (
    <div className={styles.schedule}>
      <NativeSelect
        label={t('schedule.equal')}
        value={counts.includes(parts.length) ? String(parts.length) : ''}
        onChange={(event) => event.currentTarget.value && equal(Number(event.currentTarget.value))}
        data={[
          { value: '', label: t('schedule.byHand') },
          ...counts.map((count) => ({ value: String(count), label: t('schedule.parts', { count }) })),
        ]}
      />
      <ol className={styles.parts}>
        {parts.map((part, at) => (
          <li key={at} className={styles.part}>
            <DateField
              label={t('schedule.due', { nth: at + 1 })}
              value={part.dueDate}
              onChange={(dueDate) => change(at, { dueDate })}
            />
            <MoneyInput
              label={t('schedule.amount', { nth: at + 1 })}
              currency={currency}
              value={part.amountMinor}
              onChange={(amountMinor) => change(at, { amountMinor })}
            />
            <ActionIcon
              variant="subtle"
              color="ink"
              aria-label={t('schedule.remove', { nth: at + 1 })}
              disabled={parts.length === 1}
              onClick={() => onChange(parts.filter((_, index) => index !== at))}
            >
              <IconTrash size={20} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ol>
      <div className={styles.foot}>
        <Button
          variant="subtle"
          leftSection={<IconPlus size={18} aria-hidden />}
          disabled={parts.length >= MOST}
          onClick={() => onChange([...parts, { dueDate: null, amountMinor: null }])}
        >
          {t('schedule.add')}
        </Button>
        <Difference totalMinor={totalMinor} parts={parts} />
      </div>
      {error && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}

function Difference({ totalMinor, parts }: Pick<ScheduleFieldsProps, 'totalMinor' | 'parts'>) {
  const t = useTranslations('design');
  const format = useFormatting();
  const missing = totalMinor - parts.reduce((sum, part) => sum + (part.amountMinor ?? 0), 0);
  const words =
    missing === 0
      ? t('schedule.exact', { amount: format.amount(totalMinor) })
      : t(missing > 0 ? 'schedule.missing' : 'schedule.tooMuch', { amount: format.amount(Math.abs(missing)) });
  return (
    <p role="status" className={missing === 0 ? styles.exact : styles.error}>
      {words}
    </p>
  );
}
