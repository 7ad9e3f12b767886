'use client';

import type { Invoice } from '@cartwheel/contracts';
import { Anchor } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { PageHeader } from '../../components/page-header.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { Forbidden } from '../../components/state-views.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { InstallmentsCard } from './installments-card.tsx';
import { InvoiceActs } from './invoice-acts.tsx';
import { InvoiceChip } from './invoice-columns.tsx';
import { InvoiceDiscounts } from './invoice-discounts.tsx';
import { InvoiceLines } from './invoice-lines.tsx';
import { PayButtons } from './pay-buttons.tsx';
import styles from './payments.module.css';
import { PaymentsLedger } from './payments-ledger.tsx';
import { useInvoice } from './queries.ts';

export function InvoiceScreen({ id }: { id: string }) {
  const t = useTranslations('payments');
  const { may } = useSession();
  const query = useInvoice(id);
  if (!may('payments:read')) return <Forbidden who={t('whoMay')} isPage />;
  return (
    <QueryView query={query} failure={t('invoiceFailed')}>
      {(invoice) => <OpenInvoice invoice={invoice} />}
    </QueryView>
  );
}

function OpenInvoice({ invoice }: { invoice: Invoice }) {
  const t = useTranslations('payments');
  const format = useFormatting();
  const path = useCenterPath();
  return (
    <>
      <PageHeader
        title={t('invoiceNumber', { number: invoice.number })}
        beside={<InvoiceChip invoice={invoice} />}
        subtitle={
          <>
            <Anchor
              component={Link}
              href={path('students', invoice.studentId)}
              prefetch={false}
              inline
              underline="always"
            >
              <bdi>{invoice.studentName}</bdi>
            </Anchor>
            {invoice.guardianName && (
              <>
                {' '}
                · <bdi>{invoice.guardianName}</bdi>
              </>
            )}{' '}
            · {format.date(invoice.issuedOn)}
          </>
        }
        actions={<PayButtons invoice={invoice} />}
      />
      <div className={styles.page}>
        <div className={styles.main}>
          <InvoiceLines invoice={invoice} />
          <InstallmentsCard invoice={invoice} />
          <PaymentsLedger invoice={invoice} />
          <InvoiceDiscounts discounts={invoice.discounts} />
        </div>
        <div className={`${styles.main} ${styles.side}`}>
          <Sums invoice={invoice} />
          <InvoiceActs invoice={invoice} />
        </div>
      </div>
    </>
  );
}

function Sums({ invoice }: { invoice: Invoice }) {
  const t = useTranslations('payments');
  const format = useFormatting();
  const tax = t('taxAt', { name: invoice.taxName, percent: format.number(invoice.taxBasisPoints / 100) });
  return (
    <section className={`cw-card ${styles.section}`} aria-label={t('sums')}>
      <dl className={styles.sums}>
        <dt>{t('subtotal')}</dt>
        <dd>{format.money(invoice.subtotal)}</dd>
        {invoice.discount.amountMinor > 0 && (
          <>
            <dt>{t('discount')}</dt>
            <dd>{t('minus', { amount: format.money(invoice.discount) })}</dd>
          </>
        )}
        {invoice.taxBasisPoints > 0 && (
          <>
            <dt>{tax}</dt>
            <dd>{format.money(invoice.tax)}</dd>
          </>
        )}
        <dt>{t('column.total')}</dt>
        <dd>{format.money(invoice.total)}</dd>
        <dt>{t('paid')}</dt>
        <dd>{format.money(invoice.paid)}</dd>
        <dt data-strong>{t('column.due')}</dt>
        <dd data-strong>{format.money(invoice.due)}</dd>
      </dl>
      {invoice.creditOnAccount.amountMinor > 0 && (
        <p className={styles.muted}>{t('creditOnAccount', { amount: format.money(invoice.creditOnAccount) })}</p>
      )}
    </section>
  );
}
