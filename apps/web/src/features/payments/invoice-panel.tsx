'use client';

import { Anchor } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { QueryView } from '../../components/query-view.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { InstallmentsCard } from './installments-card.tsx';
import { InvoiceChip } from './invoice-columns.tsx';
import { InvoiceDiscounts } from './invoice-discounts.tsx';
import { PayButtons } from './pay-buttons.tsx';
import styles from './payments.module.css';
import { PaymentsLedger } from './payments-ledger.tsx';
import { useInvoice } from './queries.ts';

/** The money of one invoice, on the page of what it is for. */
export function InvoicePanel({ id }: { id: string }) {
  const t = useTranslations('payments');
  const format = useFormatting();
  const path = useCenterPath();
  const query = useInvoice(id);
  return (
    <QueryView query={query} failure={t('invoiceFailed')}>
      {(invoice) => (
        <div className={styles.main}>
          <section className={`cw-card ${styles.section}`} aria-label={t('sums')}>
            <div className={styles.headline}>
              <Anchor component={Link} href={path('invoices', invoice.id)} prefetch={false}>
                {t('invoiceNumber', { number: invoice.number })}
              </Anchor>
              <InvoiceChip invoice={invoice} />
              <span>{t('paidOf', { paid: format.money(invoice.paid), total: format.money(invoice.total) })}</span>
              <span className={styles.acts}>
                <PayButtons invoice={invoice} />
              </span>
            </div>
          </section>
          <InstallmentsCard invoice={invoice} />
          <PaymentsLedger invoice={invoice} />
          <InvoiceDiscounts discounts={invoice.discounts} />
        </div>
      )}
    </QueryView>
  );
}
