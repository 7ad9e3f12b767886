'use client';

import type { Invoice, Payment } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { toast } from '../../components/toasts.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import { useVoidInvoice, useVoidPayment } from './queries-acts.ts';
import { ReasonSheet } from './reason-sheet.tsx';

export function VoidPaymentSheet({ payment, onClose }: { payment: Payment; onClose: () => void }) {
  const t = useTranslations('payments');
  const format = useFormatting();
  const { voidPayment, isPending, error } = useVoidPayment();
  const words = { amount: format.money(payment.amount) };
  const submit = async (reason: string) => {
    await voidPayment(payment.id, reason);
    toast.done(t('paymentVoided', words));
    onClose();
  };
  return (
    <ReasonSheet
      title={t('voidPayment')}
      consequence={t('voidPaymentConsequence', words)}
      operation="voidPayment"
      submitLabel={t('voidAmount', words)}
      isPending={isPending}
      problem={error}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}

export function VoidInvoiceSheet({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const t = useTranslations('payments');
  const { voidInvoice, isPending, error } = useVoidInvoice();
  const words = { number: invoice.number };
  const submit = async (reason: string) => {
    await voidInvoice(invoice.id, reason);
    toast.done(t('invoiceVoided', words));
    onClose();
  };
  return (
    <ReasonSheet
      title={t('voidInvoice')}
      consequence={t('voidInvoiceConsequence', words)}
      operation="voidInvoice"
      submitLabel={t('voidNumber', words)}
      isPending={isPending}
      problem={error}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}
