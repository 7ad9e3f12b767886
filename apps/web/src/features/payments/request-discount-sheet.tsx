'use client';

import type { Invoice } from '@cartwheel/contracts';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { useFieldProblems } from '../../components/form-problems.tsx';
import { MoneyInput } from '../../components/money.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { toast } from '../../components/toasts.tsx';
import { bodyProblems } from '../../lib/contract-check.ts';
import styles from './payments.module.css';
import { useRequestDiscount } from './queries-acts.ts';

interface Values extends Record<string, unknown> {
  type: 'PERCENT' | 'FLAT';
  percent: string;
  amountMinor: number | null;
  reason: string;
}

interface RequestDiscountSheetProps {
  invoice: Invoice;
  onClose: () => void;
}

/** Given at once below the center's limit, else it waits for an admin; the answer says which. */
export function RequestDiscountSheet({ invoice, onClose }: RequestDiscountSheetProps) {
  const t = useTranslations('payments');
  const { form, submit, isPending, error } = useDiscountForm({ invoice, onClose });
  const { type, amountMinor } = form.values;
  return (
    <Sheet title={t('requestDiscount')} isOpen onClose={onClose} side="right">
      <form className={styles.form} onSubmit={form.onSubmit(submit)} noValidate>
        <ProblemNotice problem={error} />
        <ChoiceChips
          label={t('discountKind')}
          value={type}
          onChange={(value) => form.setFieldValue('type', value)}
          choices={[
            { value: 'PERCENT', label: t('inPercent') },
            { value: 'FLAT', label: t('asAmount') },
          ]}
        />
        {type === 'PERCENT' ? (
          <TextInput
            label={t('percent')}
            inputMode="decimal"
            autoComplete="off"
            rightSection={<span aria-hidden>%</span>}
            {...form.getInputProps('percent')}
            error={form.errors['value']}
          />
        ) : (
          <MoneyInput
            label={t('amount')}
            currency={invoice.total.currency}
            value={amountMinor}
            onChange={(value) => form.setFieldValue('amountMinor', value)}
            error={form.errors['value']}
          />
        )}
        <Textarea label={t('reason')} autosize rows={2} maxLength={200} {...form.getInputProps('reason')} />
        <Button type="submit" size="lg" loading={isPending}>
          {t('requestSubmit')}
        </Button>
      </form>
    </Sheet>
  );
}

function useDiscountForm({ invoice, onClose }: RequestDiscountSheetProps) {
  const t = useTranslations('payments');
  const { request, isPending, error } = useRequestDiscount();
  const form = useForm<Values & { value: null }>({
    initialValues: { type: 'PERCENT', percent: '', amountMinor: null, reason: '', value: null },
  });
  const show = useFieldProblems(form);
  const submit = async ({ type, percent, amountMinor, reason }: Values) => {
    const value = type === 'PERCENT' ? Number(percent.replace(',', '.')) : (amountMinor ?? 0);
    const body = { type, value, reason: reason.trim(), invoiceId: invoice.id };
    const wrong = await bodyProblems('requestDiscount', body);
    if (wrong.length > 0) {
      show(wrong);
      return;
    }
    await request(body).then(({ discount }) => {
      toast.done(t(discount.status === 'PENDING' ? 'discountAsked' : 'discountGiven'));
      onClose();
    }, show);
  };
  return { form, submit, isPending, error };
}
