'use client';

import type { Payment, PaymentMethod } from '@cartwheel/contracts';
import { Button, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { useFieldProblems } from '../../components/form-problems.tsx';
import { MoneyInput } from '../../components/money.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { toast } from '../../components/toasts.tsx';
import { bodyProblems } from '../../lib/contract-check.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { takenMethods } from './money-words.ts';
import styles from './payments.module.css';
import { useRefundPayment } from './queries-acts.ts';

interface RefundSheetProps {
  payment: Payment;
  /** Minor units that have not been given back yet. */
  refundable: number;
  onClose: () => void;
}

interface Values extends Record<string, unknown> {
  amountMinor: number | null;
  method: PaymentMethod;
  reference: string;
  reason: string;
}

export function RefundSheet({ payment, refundable, onClose }: RefundSheetProps) {
  const t = useTranslations('payments');
  const format = useFormatting();
  const { currency } = payment.amount;
  const { form, submit, isPending, error } = useRefundForm({ payment, refundable, onClose });
  const { amountMinor, method } = form.values;
  const most = format.money({ amountMinor: refundable, currency });
  return (
    <Sheet title={t('refundAct')} isOpen onClose={onClose} side="right">
      <form className={styles.form} onSubmit={form.onSubmit(submit)} noValidate>
        <Text>{t('refundConsequence', { name: payment.studentName })}</Text>
        <ProblemNotice problem={error} words={{ amount_too_high: t('refundTooHigh', { amount: most }) }} />
        <MoneyInput
          label={t('amount')}
          description={t('refundAtMost', { amount: most })}
          size="lg"
          currency={currency}
          value={amountMinor}
          onChange={(value) => form.setFieldValue('amountMinor', value)}
          error={form.errors['amountMinor']}
        />
        <ChoiceChips
          label={t('howRefunded')}
          value={method}
          onChange={(value) => form.setFieldValue('method', value)}
          choices={takenMethods.map((value) => ({ value, label: t(`method.${value}`) }))}
        />
        <TextInput label={t('reference')} autoComplete="off" maxLength={120} {...form.getInputProps('reference')} />
        <Textarea label={t('reason')} autosize rows={2} maxLength={300} {...form.getInputProps('reason')} />
        <Button type="submit" color="bad" size="lg" loading={isPending}>
          {amountMinor ? t('refundAmount', { amount: format.money({ amountMinor, currency }) }) : t('refundAct')}
        </Button>
      </form>
    </Sheet>
  );
}

function useRefundForm({ payment, refundable, onClose }: RefundSheetProps) {
  const t = useTranslations('payments');
  const format = useFormatting();
  const { currency } = payment.amount;
  const { refund, isPending, error } = useRefundPayment();
  const form = useForm<Values>({
    initialValues: { amountMinor: refundable, method: payment.method, reference: '', reason: '' },
  });
  const show = useFieldProblems(form);
  const submit = async ({ amountMinor, method, reference, reason }: Values) => {
    if ((amountMinor ?? 0) > refundable) {
      const most = format.money({ amountMinor: refundable, currency });
      return form.setFieldError('amountMinor', t('refundTooHigh', { amount: most }));
    }
    const ref = reference.trim();
    const body = { amountMinor: amountMinor ?? 0, method, reason: reason.trim(), ...(ref && { reference: ref }) };
    const wrong = await bodyProblems('refundPayment', body);
    if (wrong.length > 0) return void show(wrong);
    await refund(payment.id, body).then(() => {
      toast.done(t('refunded', { amount: format.money({ amountMinor: body.amountMinor, currency }) }));
      onClose();
    }, show);
  };
  return { form, submit, isPending, error };
}
