'use client';

import type { Discount } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { StatusChip } from '../../components/status-chip.tsx';
import { useFormatting } from '../../lib/formatting.tsx';
import { useSession } from '../../lib/session.tsx';
import { DiscountWords } from './discount-words.tsx';
import { discountTone } from './money-words.ts';
import styles from './payments.module.css';
import { DecideButtons } from './waiting-discounts.tsx';

export function InvoiceDiscounts({ discounts }: { discounts: readonly Discount[] }) {
  const t = useTranslations('payments');
  if (discounts.length === 0) return null;
  return (
    <section className={`cw-card ${styles.section}`}>
      <h2>{t('discounts')}</h2>
      <ul className={styles.waiting}>
        {discounts.map((discount) => (
          <InvoiceDiscount key={discount.id} discount={discount} />
        ))}
      </ul>
    </section>
  );
}

function InvoiceDiscount({ discount }: { discount: Discount }) {
  const t = useTranslations('payments');
  const format = useFormatting();
  const { may } = useSession();
  const heading = useId();
  const asked = { name: discount.requestedBy?.name ?? t('somebody'), when: format.dateTime(discount.requestedAt) };
  return (
    <li>
      <div id={heading}>
        <strong>
          <DiscountWords discount={discount} />
        </strong>{' '}
        <StatusChip tone={discountTone[discount.status]}>{t(`discountStatus.${discount.status}`)}</StatusChip>
      </div>
      <p>{t('because', { reason: discount.reason })}</p>
      <p className={styles.muted}>{t('askedBy', asked)}</p>
      {discount.decidedAt && discount.decidedBy && (
        <p className={styles.muted}>
          {t('decidedBy', { name: discount.decidedBy.name, when: format.dateTime(discount.decidedAt) })}
        </p>
      )}
      {discount.rejectReason && <p>{t('because', { reason: discount.rejectReason })}</p>}
      {discount.status === 'PENDING' && may('discounts:approve') && (
        <DecideButtons discount={discount} describedBy={heading} />
      )}
    </li>
  );
}
