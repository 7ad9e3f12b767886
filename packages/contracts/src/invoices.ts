import * as z from 'zod';
import { Installment } from './installments.ts';
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

export const NewPayment = z
  .strictObject({
    amountMinor: AmountMinor.min(1),
    method: PaymentMethod,
    reference: optionalText(120),
    /** Not in the future, and at most a year back. */
    paidAt: Instant.optional(),
  })
  .meta({ id: 'NewPayment' });

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
  /** What has fallen due by today; without installments that is everything. */
  dueNow: Money,
  /** The day of the first installment that is still open. */
  nextDueOn: LocalDate.nullable(),
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
    /** Empty: all of it is due at once. */
    installments: z.array(Installment),
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
    /** Only what is still owed; `now`: what of it has fallen due. */
    due: z.enum(['true', 'now']).optional(),
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
