'use client';

import type { Invoice } from '@cartwheel/contracts';
import { Button } from '@mantine/core';
import { IconCash, IconPrinter } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSession } from '../../lib/session.tsx';
import { RecordPaymentSheet } from './record-payment-sheet.tsx';
import { useReceipt } from './use-receipt.ts';

export function PayButtons({ invoice }: { invoice: Invoice }) {
  const t = useTranslations('payments');
  const { may } = useSession();
  const { print, isBusy } = useReceipt();
  const [isPaying, setPaying] = useState(false);
  const isPayable = invoice.status !== 'VOID' && invoice.due.amountMinor > 0;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter size={18} aria-hidden />}
        loading={isBusy}
        onClick={() => print(invoice.id)}
      >
        {t('printReceipt')}
      </Button>
      {may('payments:record') && isPayable && (
        <Button leftSection={<IconCash size={18} aria-hidden />} onClick={() => setPaying(true)}>
          {t('recordPayment')}
        </Button>
      )}
      {isPaying && <RecordPaymentSheet invoice={owedFirst(invoice)} onClose={() => setPaying(false)} />}
    </>
  );
}

/** Who pays by installments is asked for what has fallen due, or for the next one. */
function owedFirst(invoice: Invoice): Invoice {
  if (invoice.installments.length === 0) return invoice;
  const next = invoice.installments.find(({ due }) => due.amountMinor > 0);
  return { ...invoice, due: invoice.dueNow.amountMinor > 0 ? invoice.dueNow : (next?.due ?? invoice.due) };
}
