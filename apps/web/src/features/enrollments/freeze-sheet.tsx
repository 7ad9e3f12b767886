'use client';

import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { DateField } from '../../components/date-field.tsx';
import { useFieldText } from '../../components/form-problems.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { toast } from '../../components/toasts.tsx';
import { ApiProblem } from '../../lib/api-problem.ts';
import { dayPlus } from '../../lib/days.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import styles from './enrollments.module.css';
import { FreezeConsequences } from './freeze-consequences.tsx';
import { type Enrollment, useFreezePreview, useFreezing } from './queries.ts';

const WEEK = 7;

/** From tomorrow for a week, as far as the plan allows; what follows is shown before it happens. */
export function FreezeSheet({ enrollment, onClose }: { enrollment: Enrollment; onClose: () => void }) {
  const t = useTranslations('enrollments');
  const format = useFormatting();
  const today = format.today();
  const tomorrow = dayPlus(today, 1);
  const first = enrollment.startDate > tomorrow ? enrollment.startDate : tomorrow;
  const daysLeft = enrollment.freezeDaysAllowed - enrollment.freezeDaysUsed;
  const [from, setFrom] = useState<string | null>(first);
  const [to, setTo] = useState<string | null>(dayPlus(first, Math.min(WEEK, daysLeft) - 1));
  const [reason, setReason] = useState('');
  const [days] = useDebouncedValue(from && to ? `${from} ${to}` : '', 250);
  const [wantedFrom = '', wantedTo = ''] = days.split(' ');
  const { preview, isFresh, problem } = useFreezePreview(
    enrollment.id,
    days ? { from: wantedFrom, to: wantedTo } : null,
  );
  const { freeze, isPending, error } = useFreezing(enrollment.id, () => {
    toast.done(t('frozen', { name: enrollment.studentName }));
    onClose();
  });
  const wrongAt = useWrongAt(error ?? problem);
  const isCurrent = isFresh && days === `${from} ${to}`;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (from && to && isCurrent) freeze({ from, to, ...(reason.trim() && { reason: reason.trim() }) });
  };
  const rest = error ?? problem;
  return (
    <Sheet title={t('freezeTitle', { name: enrollment.studentName })} isOpen onClose={onClose} side="right">
      <form className={styles.form} onSubmit={submit} noValidate>
        <p className={styles.plain}>{t('daysLeftOf', { left: daysLeft, of: enrollment.freezeDaysAllowed })}</p>
        <DateField
          label={t('firstDay')}
          value={from}
          onChange={setFrom}
          min={dayPlus(today, -WEEK)}
          error={wrongAt('from')}
        />
        <DateField label={t('lastDay')} value={to} onChange={setTo} min={from ?? first} error={wrongAt('to')} />
        <TextInput
          label={t('reason')}
          maxLength={300}
          autoComplete="off"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div aria-live="polite">{preview && <FreezeConsequences outcome={preview} />}</div>
        {rest && !(rest instanceof ApiProblem && rest.errors.length > 0) && <ProblemNotice problem={rest} />}
        <Button type="submit" size="xl" loading={isPending} disabled={!isCurrent}>
          {preview ? t('freezeDays', { count: preview.days }) : t('freeze')}
        </Button>
      </form>
    </Sheet>
  );
}

function useWrongAt(problem: Error | null) {
  const textOf = useFieldText();
  const errors = problem instanceof ApiProblem ? problem.errors : [];
  return (path: string) => {
    const found = errors.find((one) => one.path === path);
    return found && textOf(found);
  };
}
