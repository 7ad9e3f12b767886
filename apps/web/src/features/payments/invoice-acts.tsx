'use client';

import type { Invoice } from '@cartwheel/contracts';
import { Button, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSession } from '../../lib/session.tsx';
import styles from './payments.module.css';
import { RequestDiscountSheet } from './request-discount-sheet.tsx';
import { VoidInvoiceSheet } from './void-sheets.tsx';

/** What is done with an invoice now and then, away from the two things done all day. */
export function InvoiceActs({ invoice }: { invoice: Invoice }) {
  const t = useTranslations('payments');
  const { may } = useSession();
  const [asked, setAsked] = useState<'discount' | 'void' | null>(null);
  const close = () => setAsked(null);
  if (invoice.status === 'VOID') {
    return <p className={styles.muted}>{t('voidBecause', { reason: invoice.voidReason ?? '' })}</p>;
  }
  const isUnpaid = invoice.paid.amountMinor === 0;
  return (
    <Stack gap={8}>
      {may('discounts:request') && (
        <Button variant="default" onClick={() => setAsked('discount')}>
          {t('requestDiscount')}
        </Button>
      )}
      {may('payments:void') && isUnpaid && (
        <Button variant="subtle" color="bad" onClick={() => setAsked('void')}>
          {t('voidInvoice')}
        </Button>
      )}
      {asked === 'discount' && <RequestDiscountSheet invoice={invoice} onClose={close} />}
      {asked === 'void' && <VoidInvoiceSheet invoice={invoice} onClose={close} />}
    </Stack>
  );
}
