import type { Payment } from '@cartwheel/contracts';

export interface LedgerRow {
  payment: Payment;
  /** What was still owed after it, in minor units; negative is credit of the family. Null where it does not count. */
  balanceMinor: number | null;
}

/** The payments of an invoice, oldest first, each with what was left to pay. Voided ones count for nothing. */
export function ledgerOf(totalMinor: number, payments: readonly Payment[]): LedgerRow[] {
  let balance = totalMinor;
  return payments
    .toSorted((one, other) => Date.parse(one.paidAt) - Date.parse(other.paidAt))
    .map((payment) => {
      if (payment.voidedAt) return { payment, balanceMinor: null };
      balance -= payment.amount.amountMinor;
      return { payment, balanceMinor: balance };
    });
}

/** What can still be given back of a payment, in minor units; 0 for refunds and voided ones. */
export function refundableOf({ amount, refunded, voidedAt, refundsPaymentId }: Payment): number {
  if (voidedAt || refundsPaymentId) return 0;
  return Math.max(0, amount.amountMinor - Math.abs(refunded.amountMinor));
}

export function isVoidable({ refunded, voidedAt }: Payment): boolean {
  return !voidedAt && refunded.amountMinor === 0;
}
