import type { Answer } from '../../lib/operations.ts';
import type { PaymentMethod } from '@cartwheel/contracts';
import type { Tone } from '../../components/tokens.ts';

export type InvoiceRow = Answer<'listInvoices'>['items'][number];
export type InvoiceStatus = InvoiceRow['status'];

export type InstallmentRow = Answer<'listInstallments'>['items'][number];
export const installmentStatuses = [
  'OVERDUE',
  'PENDING',
  'PAID',
] as const satisfies readonly InstallmentRow['status'][];
export const installmentTone: Record<InstallmentRow['status'], Tone> = {
  OVERDUE: 'bad',
  PENDING: 'info',
  PAID: 'good',
};

/** What a desk can be handed; ONLINE comes from a payment provider and is shown, never chosen. */
export const takenMethods = [
  'UPI',
  'CASH',
  'CARD',
  'BANK_TRANSFER',
  'OTHER',
] as const satisfies readonly PaymentMethod[];
export const allMethods = [...takenMethods, 'ONLINE'] as const satisfies readonly PaymentMethod[];

export const statusTone: Record<InvoiceStatus, Tone> = { OPEN: 'bad', PARTLY_PAID: 'warn', PAID: 'good', VOID: 'ink' };
export const invoiceStatuses = ['OPEN', 'PARTLY_PAID', 'PAID', 'VOID'] as const satisfies readonly InvoiceStatus[];

export const discountTone = { PENDING: 'warn', APPROVED: 'good', REJECTED: 'ink' } as const;
