import type { DecimalMark } from '@cartwheel/domain/money';
import { parseMoney } from '@cartwheel/domain/money';

/** A percentage is in basis points, 10 % is 1000; a flat discount in minor units. */
export type DiscountReading = { type: 'PERCENT'; basisPoints: number } | { type: 'FLAT'; amountMinor: number };

export interface DiscountOptions {
  currency: string;
  decimal?: DecimalMark;
  /** The header says that bare numbers are percentages. */
  percent?: boolean;
}

const PERCENT = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*(%|percent|pct|per cent)?(?:\s*(?:off|discount|disc\.?|rabatt))?$/i;

/** '10%' or '₹500'; null when it is neither, or no discount a plan can have. */
export function parseDiscount(text: string, options: DiscountOptions): DiscountReading | null {
  const [, whole, fraction = '', sign] = PERCENT.exec(text.trim()) ?? [];
  if (whole !== undefined && (sign !== undefined || options.percent)) {
    const basisPoints = Number(whole + fraction.padEnd(2, '0'));
    return basisPoints > 10_000 ? null : { type: 'PERCENT', basisPoints };
  }
  const amount = text.trim().replace(/\s*(?:off|discount|disc\.?)$/i, '');
  const amountMinor = parseMoney(amount, options.currency, options.decimal);
  return amountMinor === null ? null : { type: 'FLAT', amountMinor: Math.abs(amountMinor) };
}
