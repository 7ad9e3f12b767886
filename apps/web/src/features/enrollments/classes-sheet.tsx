'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { MultiChoiceChips } from '../../components/choice-chips.tsx';
import { DateField } from '../../components/date-field.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { toast } from '../../components/toasts.tsx';
import { someDay } from '../../lib/days.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useTerms } from '../../lib/terms.tsx';
import styles from './enrollments.module.css';
import { type Enrollment, useRunningBatches, useTransfer } from './queries.ts';

/** Other classes or days from a day on; places and seats move with it. */
export function ClassesSheet({ enrollment, onClose }: { enrollment: Enrollment; onClose: () => void }) {
  const t = useTranslations('enrollments');
  const terms = useTerms();
  const format = useFormatting();
  const batches = useRunningBatches() ?? [];
  const [batchIds, setBatchIds] = useState(enrollment.batches.map(({ id }) => id));
  const [days, setDays] = useState(enrollment.daysSelected);
  const [from, setFrom] = useState<string | null>(format.today());
  const { transfer, isPending, error } = useTransfer(enrollment.id, () => {
    toast.done(t('moved', { name: enrollment.studentName }));
    onClose();
  });
  const chosen = batches.filter(({ id }) => batchIds.includes(id));
  const offered = (['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const).filter((day) =>
    chosen.some(({ daysOfWeek }) => daysOfWeek.includes(day)),
  );
  const daysSelected = days.filter((day) => offered.includes(day));
  const isComplete = batchIds.length > 0 && daysSelected.length > 0 && from !== null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isComplete) transfer({ batchIds, daysSelected, from });
  };
  return (
    <Sheet title={t('changeClasses')} isOpen onClose={onClose} side="right">
      <form className={styles.form} onSubmit={submit} noValidate>
        <MultiChoiceChips
          label={terms.Batch}
          values={batchIds}
          onChange={setBatchIds}
          choices={batches.map(({ id, name, startTime }) => ({
            value: id,
            label: `${name} · ${format.clock(startTime)}`,
          }))}
        />
        <MultiChoiceChips
          label={t('fact.days')}
          values={daysSelected}
          onChange={setDays}
          choices={offered.map((day) => ({ value: day, label: format.weekdayShort(someDay(day)) }))}
        />
        <DateField label={t('changeFrom')} value={from} onChange={setFrom} min={format.today()} />
        <ProblemNotice problem={error} />
        <Button type="submit" size="xl" loading={isPending} disabled={!isComplete}>
          {t('changeClasses')}
        </Button>
      </form>
    </Sheet>
  );
}
