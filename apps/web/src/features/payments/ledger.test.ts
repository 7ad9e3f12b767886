import { aPayment, rupees } from '../../test/invoices.ts';
import { isVoidable, ledgerOf, refundableOf } from './ledger.ts';
import { daysOf, noonIn } from './periods.ts';

const first = aPayment({ id: 'first', amount: rupees(5000), paidAt: '2026-11-18T06:00:00Z' });
const mistaken = aPayment({ id: 'mistaken', paidAt: '2026-11-19T06:00:00Z', voidedAt: '2026-11-19T07:00:00Z' });
const refund = aPayment({
  id: 'refund',
  amount: rupees(-1000),
  refundsPaymentId: 'first',
  paidAt: '2026-11-20T06:00:00Z',
});

it('runs the balance down from the oldest payment, and up again with a refund', () => {
  const rows = ledgerOf(1_260_000, [refund, mistaken, first]);
  expect(rows.map(({ payment, balanceMinor }) => [payment.id, balanceMinor])).toEqual([
    ['first', 760_000],
    ['mistaken', null],
    ['refund', 860_000],
  ]);
});

it('gives back at most what is left of a payment', () => {
  expect(refundableOf(aPayment({ amount: rupees(5000), refunded: rupees(2000) }))).toBe(300_000);
  expect(refundableOf(mistaken)).toBe(0);
  expect(refundableOf(refund)).toBe(0);
});

it('voids neither what is void nor what was refunded', () => {
  expect(isVoidable(first)).toBe(true);
  expect(isVoidable(mistaken)).toBe(false);
  expect(isVoidable(aPayment({ refunded: rupees(10) }))).toBe(false);
});

it('knows the days of each period, today included', () => {
  const none = { from: '', to: '' };
  expect(daysOf('today', '2026-11-21', none)).toEqual({ from: '2026-11-21', to: '2026-11-21' });
  expect(daysOf('week', '2026-11-03', none)).toEqual({ from: '2026-10-28', to: '2026-11-03' });
  expect(daysOf('month', '2026-11-21', none)).toEqual({ from: '2026-11-01', to: '2026-11-21' });
  expect(daysOf('custom', '2026-11-21', { from: '2026-02-01', to: '' })).toEqual({ from: '2026-02-01' });
});

it('puts a payment of an earlier day at noon of the center', () => {
  expect(noonIn('Asia/Kolkata', '2026-11-20')).toBe('2026-11-20T06:30:00.000Z');
  expect(noonIn('America/New_York', '2026-07-01')).toBe('2026-07-01T16:00:00.000Z');
  expect(noonIn('UTC', '2026-11-20')).toBe('2026-11-20T12:00:00.000Z');
});
