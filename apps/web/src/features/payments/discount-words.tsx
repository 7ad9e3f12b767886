'use client';

import type { Discount } from '@cartwheel/contracts';
import { useTranslations } from 'next-intl';
import { useFormatting } from '../../lib/formatting.tsx';

/** What it takes off, and how it was given: "₹1,890 (15 %)". */
export function DiscountWords({ discount: { type, value, amount } }: { discount: Discount }) {
  const t = useTranslations('payments');
  const format = useFormatting();
  const worth = format.money(amount);
  const words = type === 'PERCENT' ? t('discountPercent', { amount: worth, percent: format.number(value) }) : worth;
  return <span className="cw-number">{words}</span>;
}
