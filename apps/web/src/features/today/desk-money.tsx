'use client';

import type { Dashboard, Renewal } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { MoneyText } from '../../components/money.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { useCenterPath } from '../../lib/center-path.ts';
import { useFormatting } from '../../lib/formatting.tsx';
import { DeskColumn } from './desk-column.tsx';
import styles from './today.module.css';

export function Expiring({ day: { expiring } }: { day: Dashboard }) {
  const t = useTranslations('today');
  const path = useCenterPath();
  if (!expiring) return null;
  return (
    <DeskColumn
      title={t('desk.expiring')}
      count={expiring.count}
      href={`${path('renewals')}?tab=DAYS_7`}
      items={expiring.items}
      keyOf={(renewal) => renewal.enrollmentId}
      none={t('desk.expiringNone')}
    >
      {(renewal) => (
        <>
          <div className={styles.line}>
            <Link className={styles.link} href={path('students', renewal.studentId)} prefetch={false} dir="auto">
              {renewal.studentName}
            </Link>
            <EndChip renewal={renewal} />
          </div>
          <p className={styles.small}>{renewal.planName}</p>
        </>
      )}
    </DeskColumn>
  );
}

function EndChip({ renewal: { endDate, visitsLeft } }: { renewal: Renewal }) {
  const t = useTranslations('today');
  const format = useFormatting();
  if (visitsLeft !== null && visitsLeft <= 2) {
    return <StatusChip tone="warn">{t('desk.visitsLeft', { visits: visitsLeft })}</StatusChip>;
  }
  return endDate && <StatusChip tone="warn">{t('desk.ends', { day: format.day(endDate) })}</StatusChip>;
}

export function PaymentsDue({ day: { paymentsDue } }: { day: Dashboard }) {
  const t = useTranslations('today');
  const path = useCenterPath();
  const format = useFormatting();
  if (!paymentsDue) return null;
  return (
    <DeskColumn
      title={t('desk.payments')}
      count={paymentsDue.count}
      href={`${path('payments')}?tab=due`}
      items={paymentsDue.items}
      keyOf={(invoice) => invoice.id}
      none={t('desk.paymentsNone')}
      note={
        paymentsDue.count > 0 && (
          <p className={styles.small}>{t('desk.paymentsSum', { amount: format.money(paymentsDue.amount) })}</p>
        )
      }
    >
      {(invoice) => (
        <>
          <div className={styles.line}>
            <Link className={styles.link} href={path('invoices', invoice.id)} prefetch={false} dir="auto">
              {invoice.studentName}
            </Link>
            <strong>
              <MoneyText money={invoice.dueNow} />
            </strong>
          </div>
          <p className={styles.small}>{t('desk.invoice', { number: invoice.number })}</p>
        </>
      )}
    </DeskColumn>
  );
}

export function DiscountsWaiting({ day: { discountsPending } }: { day: Dashboard }) {
  const t = useTranslations('today');
  const path = useCenterPath();
  const format = useFormatting();
  if (!discountsPending) return null;
  return (
    <DeskColumn
      title={t('desk.discounts')}
      count={discountsPending.count}
      href={`${path('payments')}?tab=discounts`}
      items={discountsPending.items}
      keyOf={(discount) => discount.id}
      none={t('desk.discountsNone')}
    >
      {(discount) => (
        <>
          <Link className={styles.link} href={path('invoices', discount.invoiceId)} prefetch={false} dir="auto">
            {t('desk.askedBy', { amount: format.money(discount.amount), student: discount.studentName })}
          </Link>
          <p className={styles.small} dir="auto">
            {t('desk.reason', { reason: discount.reason })}
          </p>
        </>
      )}
    </DeskColumn>
  );
}
