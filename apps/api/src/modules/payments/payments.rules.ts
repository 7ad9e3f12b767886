const DAY = 86_400_000;
/** Two clocks never agree exactly; a till may be a moment ahead. */
const LEEWAY = 60_000;

/** What is wrong with the moment of a payment, or null. It may have come up to a year ago, never tomorrow. */
export function wrongMoment(paidAt: Date, now: Date): string | null {
  if (paidAt.getTime() > now.getTime() + LEEWAY) return 'A payment cannot lie in the future';
  if (paidAt.getTime() < now.getTime() - 366 * DAY) return 'A payment can be at most a year back';
  return null;
}

export interface PaymentState {
  id: string;
  studentId: string;
  invoiceId: string;
  amountMinor: number;
  refundedMinor: number;
  method: string;
  isVoid: boolean;
}

/** Why this payment cannot be refunded, or null. */
export function notRefundable(payment: PaymentState): string | null {
  if (payment.isVoid) return 'A voided payment cannot be refunded';
  return payment.amountMinor < 0 ? 'A refund cannot be refunded; void it instead' : null;
}

/** Why this payment cannot be voided, or null. */
export function notVoidable(payment: PaymentState): string | null {
  if (payment.isVoid) return 'It is void already';
  return payment.refundedMinor > 0 ? 'Void its refunds first' : null;
}
