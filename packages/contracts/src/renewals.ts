import * as z from 'zod';
import { createEnrollment, EnrollmentStatus, quoteEnrollment } from './enrollments.ts';
import { FollowUpChannel, FollowUpOutcome } from './follow-ups.ts';
import { Schedule } from './installments.ts';
import { DiscountRequest, NewPayment } from './invoices.ts';
import { operation, visibleTo } from './operation.ts';
import { PlanType } from './plans.ts';
import { Id, IdParams, Instant, list, LocalDate, Money, optionalText, Page, Person, Weekday } from './primitives.ts';

export const RenewalTab = z
  .enum(['OVERDUE', 'DAYS_7', 'DAYS_14', 'DAYS_30', 'RENEWED', 'LOST'])
  .meta({ id: 'RenewalTab' });
export type RenewalTab = z.infer<typeof RenewalTab>;

export const LostReason = z
  .enum(['COST', 'TIMING', 'MOVED_AWAY', 'CHOSE_COMPETITOR', 'LOST_INTEREST', 'HEALTH', 'NO_RESPONSE', 'OTHER'])
  .meta({ id: 'LostReason' });
export type LostReason = z.infer<typeof LostReason>;

/** How one talk about a renewal went. */
export const ContactOutcome = FollowUpOutcome.extract(['WILL_RENEW', 'THINKING', 'NO_ANSWER', 'NOT_RENEWING', 'LATER']);

/** An enrollment that ends, has ended, or was followed by another one. */
export const Renewal = z
  .object({
    enrollmentId: Id,
    studentId: Id,
    studentName: z.string(),
    guardianName: z.string().nullable(),
    phone: visibleTo('contacts:read', z.string().nullable()),
    planId: Id.nullable(),
    planName: z.string(),
    planType: PlanType,
    /** Whether the plan is still on the price list; without one it is renewed as it was agreed. */
    onSale: z.boolean(),
    status: EnrollmentStatus,
    startDate: LocalDate,
    endDate: LocalDate.nullable(),
    /** The day it ended: its last day, or the day on which its last visit was used. */
    endedOn: LocalDate.nullable(),
    visitsIncluded: z.int().nullable(),
    visitsLeft: z.number().nullable(),
    /** When the visits run out at the pace of the last six weeks; null where visits are not counted. */
    predicted: z
      .object({
        endDate: LocalDate.nullable(),
        /** Why there is no date: no visit in six weeks, or too new to tell. */
        unknown: z.enum(['NO_VISITS', 'TOO_NEW']).nullable(),
      })
      .nullable(),
    daysSelected: z.array(Weekday),
    batches: z.array(z.object({ id: Id, name: z.string() })),
    /** Of the classes marked in the last 30 days. */
    attendance: z.object({ attended: z.int(), marked: z.int() }),
    lastContact: z.object({ at: Instant, channel: FollowUpChannel, outcome: FollowUpOutcome }).nullable(),
    nextContactAt: Instant.nullable(),
    owner: Person.nullable(),
    /** What renewing brings: the plan's price now. */
    value: visibleTo('payments:read', Money),
    paidBefore: visibleTo('payments:read', Money),
    priceChanged: visibleTo('payments:read', z.boolean()),
    due: visibleTo('payments:read', Money),
    renewed: z.object({ enrollmentId: Id, startDate: LocalDate }).nullable(),
    lost: z.object({ reason: LostReason, note: z.string().nullable(), at: Instant, by: Person.nullable() }).nullable(),
  })
  .meta({ id: 'Renewal' });
export type Renewal = z.infer<typeof Renewal>;

export const RenewalContact = z.object({
  id: Id,
  at: Instant,
  channel: FollowUpChannel,
  outcome: FollowUpOutcome,
  note: z.string().nullable(),
  by: Person.nullable(),
});

export const RenewalDetail = z
  .object({
    ...Renewal.shape,
    contacts: z.array(RenewalContact),
    /** Children of the same family whose plans end within 30 days, or have ended. */
    siblings: z.array(z.object({ enrollmentId: Id, studentName: z.string(), planName: z.string() })),
  })
  .meta({ id: 'RenewalDetail' });
export type RenewalDetail = z.infer<typeof RenewalDetail>;

const tag = 'Renewals';
const EnrollmentParams = z.strictObject({ enrollmentId: Id });
const filters = {
  ...Page,
  q: z.string().trim().max(100).optional(),
  batchId: Id.optional(),
  /** `none`: those nobody looks after. */
  assignedToUserId: z.union([Id, z.literal('none')]).optional(),
};

export const listExpiring = operation({
  id: 'listExpiring',
  method: 'GET',
  path: '/renewals/expiring',
  permission: 'renewals:read',
  tag,
  summary:
    'What ends within so many days: by its last day, or with two or fewer visits left; without a successor, not lost',
  query: z.strictObject({ ...filters, days: z.enum(['7', '14', '30']).default('7') }),
  answer: list(Renewal),
});

export const listRenewals = operation({
  id: 'listRenewals',
  method: 'GET',
  path: '/renewals',
  permission: 'renewals:read',
  tag,
  summary: 'One tab of the renewals: overdue, ending within 7, 14 or 30 days, renewed, or lost',
  query: z.strictObject({
    ...filters,
    tab: RenewalTab.default('DAYS_7'),
    /** RENEWED: those whose last day is in these days. */
    from: LocalDate.optional(),
    to: LocalDate.optional(),
  }),
  answer: list(Renewal),
});

export const getRenewalSummary = operation({
  id: 'getRenewalSummary',
  method: 'GET',
  path: '/renewals/summary',
  permission: 'renewals:read',
  tag,
  summary: 'How many are in each tab, the renewal rate of a period, and the value at risk, with their definitions',
  query: z.strictObject({ from: LocalDate.optional(), to: LocalDate.optional() }),
  answer: z.object({
    counts: z.record(RenewalTab, z.int()),
    rate: z.object({
      from: LocalDate,
      to: LocalDate,
      due: z.int(),
      renewed: z.int(),
      percent: z.number().nullable(),
      definition: z.string(),
    }),
    atRisk: visibleTo('payments:read', z.object({ value: Money, overdue: Money, definition: z.string() })),
  }),
});

export const getRenewal = operation({
  id: 'getRenewal',
  method: 'GET',
  path: '/renewals/:enrollmentId',
  permission: 'renewals:read',
  tag,
  summary: 'One of them, with what was talked about and the family’s other plans that end',
  params: EnrollmentParams,
  answer: RenewalDetail,
  problems: ['not_found'],
});

const terms = {
  startDate: LocalDate.optional(),
  endDate: LocalDate.optional(),
  planId: Id.optional(),
  discount: DiscountRequest.optional(),
  /** Others than before, where those are full or over. */
  batchIds: z.array(Id).min(1).max(7).optional(),
  daysSelected: z.array(Weekday).min(1).max(7).optional(),
};
export const RenewalTerms = z.strictObject({
  ...terms,
  installments: Schedule.optional(),
  payment: NewPayment.optional(),
});

const renewing = {
  tag,
  permission: 'renewals:write',
  answer: createEnrollment.answer,
  status: 201,
  problems: [...createEnrollment.problems, 'not_found'],
  idempotency: 'required',
} as const;

export const renewEnrollment = operation({
  ...renewing,
  id: 'renewEnrollment',
  method: 'POST',
  path: '/enrollments/:id/renew',
  summary: 'Enroll again with the same plan, classes and days, from the day after it ends',
  params: IdParams,
  body: RenewalTerms,
});

export const renewLatest = operation({
  ...renewing,
  id: 'renewLatest',
  method: 'POST',
  path: '/renewals/:studentId',
  summary: 'As renewing an enrollment: the student’s latest one',
  params: z.strictObject({ studentId: Id }),
  body: RenewalTerms,
});

export const quoteRenewal = operation({
  id: 'quoteRenewal',
  method: 'POST',
  path: '/enrollments/:id/renew/quote',
  permission: 'renewals:write',
  tag,
  summary: 'What renewing would be: plan, dates, classes, places left and price; changes nothing',
  params: IdParams,
  body: z.strictObject(terms),
  answer: z.object({
    ...quoteEnrollment.answer.shape,
    planId: Id.nullable(),
    planName: z.string(),
    startDate: LocalDate,
    batchIds: z.array(Id),
    daysSelected: z.array(Weekday),
  }),
  problems: ['not_found', 'reference_not_found', 'invalid_transition', 'duplicate'],
});

export const logRenewalContact = operation({
  id: 'logRenewalContact',
  method: 'POST',
  path: '/renewals/:enrollmentId/contacts',
  permission: 'renewals:write',
  tag,
  summary: 'Say how a talk about the renewal went, and when the next one is',
  params: EnrollmentParams,
  body: z.strictObject({
    channel: FollowUpChannel,
    outcome: ContactOutcome,
    note: optionalText(1000),
    nextDueAt: Instant.nullish(),
  }),
  answer: RenewalDetail,
  status: 201,
  problems: ['not_found', 'invalid_transition'],
});

export const loseRenewal = operation({
  id: 'loseRenewal',
  method: 'POST',
  path: '/renewals/:enrollmentId/lost',
  permission: 'renewals:write',
  tag,
  summary: 'The family does not renew, and why; what was planned about it is off the list',
  params: EnrollmentParams,
  body: z
    .strictObject({ reason: LostReason, note: optionalText(1000) })
    .refine((body) => body.reason !== 'OTHER' || body.note, { path: ['note'], message: 'Say what the reason was' }),
  answer: RenewalDetail,
  problems: ['not_found', 'invalid_transition'],
});

export const reopenRenewal = operation({
  id: 'reopenRenewal',
  method: 'POST',
  path: '/renewals/:enrollmentId/reopen',
  permission: 'renewals:write',
  tag,
  summary: 'It is not lost after all',
  params: EnrollmentParams,
  answer: RenewalDetail,
  problems: ['not_found', 'invalid_transition'],
});

export const assignRenewals = operation({
  id: 'assignRenewals',
  method: 'POST',
  path: '/renewals/assign',
  permission: 'renewals:write',
  tag,
  summary: 'Say who looks after them; what is planned about them goes to that person',
  body: z.strictObject({ enrollmentIds: z.array(Id).min(1).max(200), assignedToUserId: Id.nullable() }),
  answer: z.object({ assigned: z.int() }),
  problems: ['reference_not_found'],
});
