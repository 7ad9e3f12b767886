import type { Invoice, Money, Payment } from '@cartwheel/contracts';

export const rupees = (amount: number): Money => ({ amountMinor: amount * 100, currency: 'INR' });

/** Nothing is paid on it yet. */
export const anInvoice: Invoice = {
  id: '0190a000-0000-7000-8000-00000000e001',
  number: 'R/0044',
  issuedOn: '2026-11-17',
  studentId: '0190a000-0000-7000-8000-00000000c001',
  studentName: 'Aarav Sharma',
  guardianName: 'Neha Sharma',
  status: 'OPEN',
  total: rupees(12_600),
  paid: rupees(0),
  due: rupees(12_600),
  dueNow: rupees(12_600),
  nextDueOn: null,
  pendingDiscount: null,
  enrollmentId: null,
  lines: [{ description: 'Monthly', quantity: 1, unitPrice: rupees(12_600), amount: rupees(12_600) }],
  subtotal: rupees(12_600),
  discount: rupees(0),
  taxName: 'Tax',
  taxBasisPoints: 0,
  tax: rupees(0),
  installments: [],
  discounts: [],
  payments: [],
  creditOnAccount: rupees(0),
  voidReason: null,
  version: 1,
};

export function aPayment(changes: Partial<Payment> = {}): Payment {
  return {
    id: '0190a000-0000-7000-8000-00000000f001',
    invoiceId: anInvoice.id,
    invoiceNumber: anInvoice.number,
    studentId: anInvoice.studentId,
    studentName: anInvoice.studentName,
    amount: rupees(5000),
    method: 'UPI',
    reference: null,
    paidAt: '2026-11-18T06:00:00Z',
    refundsPaymentId: null,
    refunded: rupees(0),
    voidedAt: null,
    voidReason: null,
    reason: null,
    recordedBy: null,
    version: 1,
    ...changes,
  };
}
