import * as z from 'zod';
import { operation } from './operation.ts';
import { Id, IdParams, list, Page, text } from './primitives.ts';
import { Discount, DiscountRequest, Invoice } from './invoices.ts';

const tag = 'Money';

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
  id: 'listDiscounts',
  method: 'GET',
  path: '/discounts',
  permission: 'payments:read',
  tag,
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
