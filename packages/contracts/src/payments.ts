import * as z from 'zod';
import { operation } from './operation.ts';
import { AmountMinor, Id, IdParams, list, LocalDate, Money, optionalText, Page, text } from './primitives.ts';
import { Invoice, NewPayment, Payment, PaymentMethod } from './invoices.ts';

const tag = 'Money';

export const recordPayment = operation({
  id: 'recordPayment',
  method: 'POST',
  path: '/payments',
  permission: 'payments:record',
  tag,
  summary: 'Record a payment; what is more than due stays as credit on account',
  body: z
    .strictObject({ invoiceId: Id.optional(), enrollmentId: Id.optional(), ...NewPayment.shape })
    .refine((body) => !body.invoiceId !== !body.enrollmentId, {
      path: ['invoiceId'],
      message: 'Name an invoice or an enrollment',
    }),
  answer: z.object({ payment: Payment, invoice: Invoice }),
  status: 201,
  problems: ['reference_not_found', 'invalid_transition'],
  idempotency: 'required',
});

export const listPayments = operation({
  id: 'listPayments',
  method: 'GET',
  path: '/payments',
  permission: 'payments:read',
  tag,
  summary: 'Payments and refunds, newest first',
  query: z.strictObject({
    ...Page,
    from: LocalDate.optional(),
    to: LocalDate.optional(),
    method: PaymentMethod.optional(),
    studentId: Id.optional(),
  }),
  answer: z.object({
    ...list(Payment).shape,
    /** Over the whole filter, without voided ones. */
    totals: z.array(z.object({ method: PaymentMethod, amount: Money, count: z.int() })),
  }),
});

export const voidPayment = operation({
  id: 'voidPayment',
  method: 'POST',
  path: '/payments/:id/void',
  permission: 'payments:void',
  tag,
  summary: 'It was recorded by mistake; it stays visible, struck out',
  params: IdParams,
  body: z.strictObject({ reason: text(300) }),
  answer: z.object({ payment: Payment, invoice: Invoice }),
  problems: ['not_found', 'invalid_transition'],
  idempotency: 'required',
});

export const refundPayment = operation({
  id: 'refundPayment',
  method: 'POST',
  path: '/payments/:id/refund',
  permission: 'payments:void',
  tag,
  summary: 'Give money back: a negative payment tied to the original',
  params: IdParams,
  body: z.strictObject({
    amountMinor: AmountMinor.min(1),
    reason: text(300),
    method: PaymentMethod.optional(),
    reference: optionalText(120),
  }),
  answer: z.object({ payment: Payment, invoice: Invoice }),
  status: 201,
  problems: ['not_found', 'invalid_transition', 'amount_too_high'],
  idempotency: 'required',
});
