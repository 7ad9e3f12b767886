'use client';

import type { Invoice } from '@cartwheel/contracts';
import { monthlyParts } from '@cartwheel/domain/installments';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { completeSchedule, type DraftPart, ScheduleFields } from '../../components/schedule-fields.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { toast } from '../../components/toasts.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import styles from './payments.module.css';
import { usePlanInstallments } from './queries-acts.ts';

const USUAL_PARTS = 3;

/** What is still due, on other days: it begins with the open parts as they are. */
export function ScheduleSheet({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const t = useTranslations('payments');
  const format = useFormatting();
  const { amountMinor: dueMinor, currency } = invoice.due;
  const { plan, isPending, error } = usePlanInstallments(invoice.id);
  const [parts, setParts] = useState<DraftPart[]>(() => {
    const open = invoice.installments.filter(({ due }) => due.amountMinor > 0);
    if (open.length === 0) return monthlyParts(dueMinor, USUAL_PARTS, format.today());
    return open.map(({ dueDate, due }) => ({ dueDate, amountMinor: due.amountMinor }));
  });
  const schedule = completeSchedule(parts, dueMinor);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!schedule) return;
    await plan(schedule).then(
      () => {
        toast.done(t('installmentsPlanned', { count: schedule.length }));
        onClose();
      },
      () => undefined,
    );
  };
  return (
    <Sheet title={t('installments')} isOpen onClose={onClose} side="right">
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <p className={styles.due}>
          <bdi>{invoice.studentName}</bdi>
          <strong>{t('amountDue', { amount: format.money(invoice.due) })}</strong>
        </p>
        <ScheduleFields
          totalMinor={dueMinor}
          currency={currency}
          parts={parts}
          onChange={setParts}
          firstDue={format.today()}
          error={error?.errors[0]?.message}
        />
        {error && error.errors.length === 0 && <ProblemNotice problem={error} />}
        <Button type="submit" size="xl" loading={isPending} disabled={!schedule}>
          {t('saveInstallments')}
        </Button>
      </form>
    </Sheet>
  );
}
