import * as z from 'zod';
import { operation, visibleTo } from './operation.ts';
import { AmountMinor, Id, IdParams, list, LocalDate, Money, Page } from './primitives.ts';

/** At most three years of months; each due after the one before. */
export const Schedule = z
  .array(z.strictObject({ dueDate: LocalDate, amountMinor: AmountMinor.min(1) }))
  .min(1)
  .max(36)
  .meta({ id: 'Schedule' });
export type Schedule = z.infer<typeof Schedule>;

export const InstallmentStatus = z.enum(['PENDING', 'PAID', 'OVERDUE']).meta({ id: 'InstallmentStatus' });

export const Installment = z
  .object({
    id: Id,
    position: z.int(),
    dueDate: LocalDate,
    amount: Money,
    /** Money fills the oldest first. */
    paid: Money,
    due: Money,
    status: InstallmentStatus,
  })
  .meta({ id: 'Installment' });
export type Installment = z.infer<typeof Installment>;

/** Where there is a list of them, each says what it is a part of. */
export const InstallmentDue = z
  .object({
    ...Installment.shape,
    /** How many the invoice has. */
    count: z.int(),
    invoiceId: Id,
    invoiceNumber: z.string(),
    enrollmentId: Id.nullable(),
    studentId: Id,
    studentName: z.string(),
    guardianName: z.string().nullable(),
    phone: visibleTo('contacts:read', z.string().nullable()),
  })
  .meta({ id: 'InstallmentDue' });
export type InstallmentDue = z.infer<typeof InstallmentDue>;

const tag = 'Money';

export const listInstallments = operation({
  id: 'listInstallments',
  method: 'GET',
  path: '/installments',
  permission: 'payments:read',
  tag,
  summary: 'Installments in the order in which they fall due; void invoices have none',
  query: z.strictObject({
    ...Page,
    status: InstallmentStatus.optional(),
    from: LocalDate.optional(),
    to: LocalDate.optional(),
    studentId: Id.optional(),
    q: z.string().trim().max(100).optional(),
  }),
  answer: z.object({
    ...list(InstallmentDue).shape,
    /** What is open over the whole filter. */
    open: Money,
  }),
});

export const planInstallments = operation({
  id: 'planInstallments',
  method: 'PUT',
  path: '/invoices/:id/installments',
  permission: 'payments:record',
  tag,
  summary: 'Plan what is still due on an invoice anew; what was paid stays as it was',
  params: IdParams,
  body: z.strictObject({ installments: Schedule }),
  answer: z.object({ items: z.array(Installment) }),
  problems: ['not_found', 'installments_mismatch', 'invalid_transition'],
  idempotency: 'required',
});
