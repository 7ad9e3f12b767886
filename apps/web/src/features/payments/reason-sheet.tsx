'use client';

import { Button, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useFieldProblems } from '../../components/form-problems.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { bodyProblems } from '../../lib/contract-check.ts';
import styles from './payments.module.css';

interface ReasonSheetProps {
  title: string;
  /** What will have happened afterwards. */
  consequence: ReactNode;
  operation: 'voidPayment' | 'voidInvoice' | 'rejectDiscount';
  submitLabel: string;
  isPending: boolean;
  problem: Error | null;
  /** Closes the sheet itself once done; a refusal is shown here. */
  onSubmit: (reason: string) => Promise<void>;
  onClose: () => void;
}

/** Asks why, for what stays in the books with its reason. */
export function ReasonSheet({ operation, onSubmit, ...words }: ReasonSheetProps) {
  const t = useTranslations('payments');
  const form = useForm({ initialValues: { reason: '' } });
  const show = useFieldProblems(form);
  const submit = async ({ reason }: { reason: string }) => {
    const wrong = await bodyProblems(operation, { reason });
    if (wrong.length > 0) {
      show(wrong);
      return;
    }
    await onSubmit(reason.trim()).catch(show);
  };
  return (
    <Sheet title={words.title} isOpen onClose={words.onClose} side="right">
      <form className={styles.form} onSubmit={form.onSubmit(submit)} noValidate>
        <Text>{words.consequence}</Text>
        <ProblemNotice problem={words.problem} />
        <Textarea
          label={t('reason')}
          autosize
          rows={2}
          maxLength={300}
          data-autofocus
          {...form.getInputProps('reason')}
        />
        <Button type="submit" color="bad" size="lg" loading={words.isPending}>
          {words.submitLabel}
        </Button>
      </form>
    </Sheet>
  );
}
