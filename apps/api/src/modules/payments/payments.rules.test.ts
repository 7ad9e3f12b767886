import { notRefundable, notVoidable, type PaymentState, wrongMoment } from './payments.rules.ts';

const now = new Date('2026-11-21T10:00:00Z');
const payment: PaymentState = {
  id: 'p',
  studentId: 's',
  invoiceId: 'i',
  amountMinor: 1000,
  refundedMinor: 0,
  method: 'CASH',
  isVoid: false,
};

describe('the moment of a payment', () => {
  it('is now, or up to a year ago', () => {
    expect(wrongMoment(now, now)).toBeNull();
    expect(wrongMoment(new Date('2025-11-21T10:00:00Z'), now)).toBeNull();
    expect(wrongMoment(new Date('2025-11-19T10:00:00Z'), now)).toContain('a year');
  });

  it('is never in the future, but for a till whose clock is a little ahead', () => {
    expect(wrongMoment(new Date('2026-11-21T10:00:30Z'), now)).toBeNull();
    expect(wrongMoment(new Date('2026-11-21T10:05:00Z'), now)).toContain('future');
  });
});

describe('taking money back', () => {
  it('takes a payment that counts', () => {
    expect(notRefundable(payment)).toBeNull();
    expect(notRefundable({ ...payment, isVoid: true })).toContain('voided');
    expect(notRefundable({ ...payment, amountMinor: -1000 })).toContain('refund');
  });

  it('voids only what is not void and has no refunds', () => {
    expect(notVoidable(payment)).toBeNull();
    expect(notVoidable({ ...payment, isVoid: true })).toContain('already');
    expect(notVoidable({ ...payment, refundedMinor: 1 })).toContain('refunds');
  });
});
