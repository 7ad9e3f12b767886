'use client';

import type { PaymentMethod } from '@cartwheel/contracts';
import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { ChoiceChips } from '../../components/choice-chips.tsx';
import { DateField } from '../../components/date-field.tsx';
import { useFieldProblems } from '../../components/form-problems.tsx';
import { MoneyInput } from '../../components/money.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { toast } from '../../components/toasts.tsx';
import { useCenter } from '../../lib/center.tsx';
import { bodyProblems } from '../../lib/contract-check.ts';
import { dayPlus } from '../../lib/days.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { type InvoiceRow, takenMethods } from './money-words.ts';
import styles from './payments.module.css';
import { noonIn } from './periods.ts';
import { useRecordPayment } from './queries-acts.ts';

interface RecordPaymentSheetProps {
  invoice: Pick<InvoiceRow, 'id' | 'number' | 'studentName' | 'due'>;
  onClose: () => void;
}

interface Values extends Record<string, unknown> {
  amountMinor: number | null;
  method: PaymentMethod | null;
  reference: string;
  paidOn: string | null;
}

/** The amount is what is due and the day today; one tap on the method is all it usually needs. */
export function RecordPaymentSheet({ invoice, onClose }: RecordPaymentSheetProps) {
  const t = useTranslations('payments');
  const format = useFormatting();
  const { form, submit, isPending, error } = usePaymentForm(invoice, onClose);
  const { amountMinor, method, paidOn } = form.values;
  const { currency } = invoice.due;
  const change = amountMinor === null ? 0 : amountMinor - invoice.due.amountMinor;
  return (
    <Sheet title={t('recordPayment')} isOpen onClose={onClose} side="right">
      <form className={styles.form} onSubmit={form.onSubmit(submit)} noValidate>
        <div className={styles.due}>
          <span>
            <bdi>{invoice.studentName}</bdi> · {invoice.number}
          </span>
          <strong className="cw-number">{t('amountDue', { amount: format.money(invoice.due) })}</strong>
        </div>
        <ProblemNotice problem={error} />
        <MoneyInput
          label={t('amount')}
          size="lg"
          currency={currency}
          value={amountMinor}
          onChange={(value) => form.setFieldValue('amountMinor', value)}
          error={form.errors['amountMinor']}
          description={change > 0 && t('staysAsCredit', { amount: format.money({ amountMinor: change, currency }) })}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
        <ChoiceChips
          label={t('howPaid')}
          value={method}
          onChange={(value) => form.setFieldValue('method', value)}
          choices={takenMethods.map((value) => ({ value, label: t(`method.${value}`) }))}
          error={form.errors['method']}
        />
        <TextInput
          label={t('reference')}
          description={t('referenceHint')}
          autoComplete="off"
          maxLength={120}
          {...form.getInputProps('reference')}
        />
        <DateField
          label={t('paidOn')}
          value={paidOn}
          min={dayPlus(format.today(), -365)}
          max={format.today()}
          onChange={(day) => form.setFieldValue('paidOn', day)}
          error={form.errors['paidOn']}
        />
        <Button type="submit" size="xl" loading={isPending}>
          {amountMinor ? t('recordAmount', { amount: format.money({ amountMinor, currency }) }) : t('recordPayment')}
        </Button>
      </form>
    </Sheet>
  );
}

function usePaymentForm(invoice: RecordPaymentSheetProps['invoice'], onDone: () => void) {
  const t = useTranslations('payments');
  const format = useFormatting();
  const { timezone } = useCenter();
  const { record, isPending, error } = useRecordPayment();
  const { amountMinor: due, currency } = invoice.due;
  const form = useForm<Values>({
    initialValues: { amountMinor: due > 0 ? due : null, method: null, reference: '', paidOn: format.today() },
  });
  const show = useFieldProblems(form, { paidAt: 'paidOn' });
  const submit = async ({ amountMinor, method, reference, paidOn }: Values) => {
    if (!method) return form.setFieldError('method', t('methodNeeded'));
    if (!paidOn) return form.setFieldError('paidOn', t('dayNeeded'));
    const ref = reference.trim();
    const when = paidOn === format.today() ? {} : { paidAt: noonIn(timezone, paidOn) };
    const body = {
      invoiceId: invoice.id,
      amountMinor: amountMinor ?? 0,
      method,
      ...(ref && { reference: ref }),
      ...when,
    };
    const wrong = await bodyProblems('recordPayment', body);
    if (wrong.length > 0) return void show(wrong);
    await record(body).then(() => {
      toast.done(t('recorded', { amount: format.money({ amountMinor: body.amountMinor, currency }) }));
      onDone();
    }, show);
  };
  return { form, submit, isPending, error };
}
