'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useProblemText } from '../../components/problem-notice.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { toast } from '../../components/toasts.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import styles from './convert.module.css';
import { type Converted, openReceipt } from './queries.ts';

interface InvoiceProps {
  invoice: NonNullable<Converted['invoice']>;
}

/** Paid or still due, and the discount somebody has to decide on. */
export function InvoiceState({ invoice }: InvoiceProps) {
  const t = useTranslations('convert');
  const format = useFormatting();
  const isDue = invoice.due.amountMinor > 0;
  return (
    <div className={styles.row}>
      <StatusChip tone={isDue ? 'warn' : 'good'}>
        {isDue ? t('stillDue', { amount: format.money(invoice.due) }) : t('paidInFull')}
      </StatusChip>
      {invoice.pendingDiscount && (
        <StatusChip tone="warn">{t('discountAsked', { amount: format.money(invoice.pendingDiscount) })}</StatusChip>
      )}
    </div>
  );
}

export function ReceiptButton({ invoice }: InvoiceProps) {
  const t = useTranslations('convert');
  const textOf = useProblemText();
  const open = async () => {
    try {
      await openReceipt(invoice.id);
    } catch (problem) {
      if (problem instanceof Error) toast.failed(textOf(problem));
    }
  };
  return <Button onClick={() => void open()}>{t('receipt', { number: invoice.number })}</Button>;
}
