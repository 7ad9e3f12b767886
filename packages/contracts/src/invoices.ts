import * as z from 'zod';
import { operation } from './operation.ts';
import {
  AmountMinor,
  Id,
  IdParams,
  Instant,
  list,
  LocalDate,
  Money,
  optionalText,
  Page,
  Person,
  text,
  Version,
} from './primitives.ts';

export const PaymentMethod = z
  .enum(['CASH', 'UPI', 'CARD', 'BANK_TRANSFER', 'ONLINE', 'OTHER'])
  .meta({ id: 'PaymentMethod' });
export type PaymentMethod = z.infer<typeof PaymentMethod>;

const Percent = z.number().gt(0).max(100).multipleOf(0.01);
export const DiscountRequest = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('PERCENT'), value: Percent, reason: text(200) }),
    z.strictObject({ type: z.literal('FLAT'), value: AmountMinor.min(1), reason: text(200) }),
  ])
  .meta({ id: 'DiscountRequest' });
export type DiscountRequest = z.infer<typeof DiscountRequest>;

const paymentFields = {
  amountMinor: AmountMinor.min(1),
  method: PaymentMethod,
  reference: optionalText(120),
  /** Not in the future, and at most a year back. */
  paidAt: Instant.optional(),
};
export const NewPayment = z.strictObject(paymentFields).meta({ id: 'NewPayment' });

export const Payment = z
  .object({
    id: Id,
    invoiceId: Id.nullable(),
    invoiceNumber: z.string().nullable(),
    studentId: Id,
    studentName: z.string(),
    /** Negative for a refund. */
    amount: Money,
    method: PaymentMethod,
    reference: z.string().nullable(),
    paidAt: Instant,
    refundsPaymentId: Id.nullable(),
    refunded: Money,
    voidedAt: Instant.nullable(),
    voidReason: z.string().nullable(),
    reason: z.string().nullable(),
    recordedBy: Person.nullable(),
    version: Version,
  })
  .meta({ id: 'Payment' });
export type Payment = z.infer<typeof Payment>;

export const Discount = z
  .object({
    id: Id,
    invoiceId: Id,
    invoiceNumber: z.string(),
    enrollmentId: Id.nullable(),
    studentId: Id,
    studentName: z.string(),
    type: z.enum(['PERCENT', 'FLAT']),
    /** Percent, or minor units for FLAT. */
    value: z.number(),
    amount: Money,
    reason: z.string(),
    status: z.enum(['PENDING', 'APPROVED', 'REJECTED']),
    requestedBy: Person.nullable(),
    requestedAt: Instant,
    decidedBy: Person.nullable(),
    decidedAt: Instant.nullable(),
    rejectReason: z.string().nullable(),
  })
  .meta({ id: 'Discount' });
export type Discount = z.infer<typeof Discount>;

export const InvoiceStatus = z.enum(['OPEN', 'PARTLY_PAID', 'PAID', 'VOID']).meta({ id: 'InvoiceStatus' });

export const InvoiceSummary = z.object({
  id: Id,
  number: z.string(),
  issuedOn: LocalDate,
  studentId: Id,
  studentName: z.string(),
  guardianName: z.string().nullable(),
  status: InvoiceStatus,
  total: Money,
  paid: Money,
  due: Money,
  pendingDiscount: Money.nullable(),
});

export const Invoice = z
  .object({
    ...InvoiceSummary.shape,
    enrollmentId: Id.nullable(),
    lines: z.array(z.object({ description: z.string(), quantity: z.int(), unitPrice: Money, amount: Money })),
    subtotal: Money,
    discount: Money,
    taxName: z.string(),
    taxBasisPoints: z.int(),
    tax: Money,
    discounts: z.array(Discount),
    payments: z.array(Payment),
    creditOnAccount: Money,
    voidReason: z.string().nullable(),
    version: Version,
  })
  .meta({ id: 'Invoice' });
export type Invoice = z.infer<typeof Invoice>;

const tag = 'Money';
const money = { tag, permission: 'payments:read' } as const;

export const listInvoices = operation({
  ...money,
  id: 'listInvoices',
  method: 'GET',
  path: '/invoices',
  summary: 'Invoices, newest first',
  query: z.strictObject({
    ...Page,
    status: InvoiceStatus.optional(),
    /** Only what is still owed. */
    due: z.enum(['true']).optional(),
    studentId: Id.optional(),
    q: z.string().trim().max(100).optional(),
    from: LocalDate.optional(),
    to: LocalDate.optional(),
  }),
  answer: list(InvoiceSummary),
});

export const getInvoice = operation({
  ...money,
  id: 'getInvoice',
  method: 'GET',
  path: '/invoices/:id',
  summary: 'One invoice with its lines, discounts and payments',
  params: IdParams,
  answer: Invoice,
  problems: ['not_found'],
});

export const getInvoicePdf = operation({
  ...money,
  id: 'getInvoicePdf',
  method: 'GET',
  path: '/invoices/:id/pdf',
  summary: 'Invoice and receipt on one page, as PDF',
  params: IdParams,
  answer: z.unknown(),
  media: { answer: 'application/pdf' },
  problems: ['not_found'],
});

export const voidInvoice = operation({
  id: 'voidInvoice',
  method: 'POST',
  path: '/invoices/:id/void',
  permission: 'payments:void',
  tag,
  summary: 'Void an invoice nobody has paid on; the number stays',
  params: IdParams,
  body: z.strictObject({ reason: text(300) }),
  answer: Invoice,
  problems: ['not_found', 'invalid_transition'],
  idempotency: 'required',
});

export const recordPayment = operation({
  id: 'recordPayment',
  method: 'POST',
  path: '/payments',
  permission: 'payments:record',
  tag,
  summary: 'Record a payment; what is more than due stays as credit on account',
  body: z
    .strictObject({ invoiceId: Id.optional(), enrollmentId: Id.optional(), ...paymentFields })
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
  ...money,
  id: 'listPayments',
  method: 'GET',
  path: '/payments',
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

const target = { enrollmentId: Id.optional(), invoiceId: Id.optional() };

export const requestDiscount = operation({
  id: 'requestDiscount',
  method: 'POST',
  path: '/discounts',
  permission: 'discounts:request',
  tag,
  summary: 'Give a discount, or ask for it where it is above the threshold',
  body: z
    .discriminatedUnion('type', [DiscountRequest.options[0].extend(target), DiscountRequest.options[1].extend(target)])
    .refine((body) => !body.invoiceId !== !body.enrollmentId, {
      path: ['invoiceId'],
      message: 'Name an invoice or an enrollment',
    }),
  answer: z.object({ discount: Discount, invoice: Invoice }),
  status: 201,
  problems: ['reference_not_found', 'invalid_transition', 'amount_too_high'],
  idempotency: 'required',
});

export const listDiscounts = operation({
  ...money,
  id: 'listDiscounts',
  method: 'GET',
  path: '/discounts',
  summary: 'Discounts; status=PENDING are the ones waiting for a decision',
  query: z.strictObject({ ...Page, status: z.enum(['PENDING', 'APPROVED', 'REJECTED']).optional() }),
  answer: list(Discount),
});

const Decided = z.object({ discount: Discount, invoice: Invoice });

export const approveDiscount = operation({
  id: 'approveDiscount',
  method: 'POST',
  path: '/discounts/:id/approve',
  permission: 'discounts:approve',
  tag,
  summary: 'Approve; the invoice is reduced at once',
  params: IdParams,
  answer: Decided,
  problems: ['not_found', 'invalid_transition', 'amount_too_high'],
  idempotency: 'required',
});

export const rejectDiscount = operation({
  id: 'rejectDiscount',
  method: 'POST',
  path: '/discounts/:id/reject',
  permission: 'discounts:approve',
  tag,
  summary: 'Reject, with the reason',
  params: IdParams,
  body: z.strictObject({ reason: text(300) }),
  answer: Decided,
  problems: ['not_found', 'invalid_transition'],
  idempotency: 'required',
});
