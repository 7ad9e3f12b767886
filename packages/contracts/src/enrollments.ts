import * as z from 'zod';
import { operation, visibleTo } from './operation.ts';
import {
  AmountMinor,
  Flag,
  Id,
  IdParams,
  Instant,
  list,
  LocalDate,
  Money,
  optionalText,
  Page,
  text,
  Version,
  Weekday,
} from './primitives.ts';
import { DiscountRequest, Invoice, NewPayment, Payment } from './invoices.ts';
import { Lead } from './leads.ts';
import { NewGuardian, Student } from './students.ts';

export const PlanType = z
  .enum(['PAY_PER_VISIT', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY', 'CUSTOM'])
  .meta({ id: 'PlanType' });
export const PlanKind = z.enum(['TERM', 'PACK', 'DROP_IN']).meta({ id: 'PlanKind' });

export const Plan = z
  .object({
    id: Id,
    name: z.string(),
    planType: PlanType,
    kind: PlanKind,
    price: visibleTo('payments:read', Money),
    visitsIncluded: z.int().nullable(),
    validityDays: z.int().nullable(),
    freezeDaysAllowed: z.int(),
    /** Null: a template of the organization, offered in every center with its currency. */
    centerId: Id.nullable(),
    active: z.boolean(),
    /** Enrollments in the last 90 days. */
    soldRecently: z.int(),
    version: Version,
  })
  .meta({ id: 'Plan' });
export type Plan = z.infer<typeof Plan>;

const planFields = {
  name: text(120),
  planType: PlanType,
  kind: PlanKind.default('TERM'),
  priceMinor: AmountMinor,
  visitsIncluded: z.int().min(1).max(1000).nullish(),
  validityDays: z.int().min(1).max(3660).nullish(),
  freezeDaysAllowed: z.int().min(0).max(365).default(0),
};
const tag = 'Plans';

/** Without a center a super admin writes the templates of the organization; hence no scope of their own. */
export const createPlan = operation({
  id: 'createPlan',
  method: 'POST',
  path: '/plans',
  permission: 'plans:write',
  scope: 'none',
  tag,
  summary: 'Put a plan on the price list',
  body: z
    .strictObject({ ...planFields, centerId: Id.optional() })
    .refine((plan) => plan.kind === 'TERM' || plan.visitsIncluded, {
      path: ['visitsIncluded'],
      message: 'Say how many visits',
    }),
  answer: Plan,
  status: 201,
  problems: ['duplicate', 'reference_not_found', 'center_required'],
});

export const listPlans = operation({
  id: 'listPlans',
  method: 'GET',
  path: '/plans',
  permission: 'plans:read',
  scope: 'none',
  tag,
  summary: 'The price list, most sold first',
  query: z.strictObject({ ...Page, active: Flag.optional() }),
  answer: list(Plan),
  problems: ['center_required'],
});

export const changePlan = operation({
  id: 'changePlan',
  method: 'PATCH',
  path: '/plans/:id',
  permission: 'plans:write',
  scope: 'none',
  tag,
  summary: 'Change the price list; what was sold keeps its price',
  params: IdParams,
  body: z.strictObject({
    name: planFields.name.optional(),
    priceMinor: AmountMinor.optional(),
    visitsIncluded: planFields.visitsIncluded,
    validityDays: planFields.validityDays,
    freezeDaysAllowed: z.int().min(0).max(365).optional(),
    active: z.boolean().optional(),
  }),
  answer: Plan,
  problems: ['not_found', 'stale_version', 'duplicate', 'center_required'],
});

export const EnrollmentStatus = z
  .enum(['PENDING', 'ACTIVE', 'PAUSED', 'EXPIRED', 'CANCELLED'])
  .meta({ id: 'EnrollmentStatus' });

export const Enrollment = z
  .object({
    id: Id,
    studentId: Id,
    studentName: z.string(),
    planId: Id.nullable(),
    planName: z.string(),
    planType: PlanType,
    status: EnrollmentStatus,
    startDate: LocalDate,
    endDate: LocalDate.nullable(),
    visitsIncluded: z.int().nullable(),
    visitsUsed: z.number().nullable(),
    visitsLeft: z.number().nullable(),
    daysSelected: z.array(Weekday),
    batches: z.array(z.object({ id: Id, name: z.string() })),
    upcomingSessions: z.int(),
    price: visibleTo('payments:read', Money),
    invoiceId: visibleTo('payments:read', Id.nullable()),
    due: visibleTo('payments:read', Money),
    paid: visibleTo('paid-flag:read', z.boolean()),
    renewedFromId: Id.nullable(),
    cancelledAt: Instant.nullable(),
    cancelReason: z.string().nullable(),
    notes: z.string().nullable(),
    createdAt: Instant,
    version: Version,
  })
  .meta({ id: 'Enrollment' });
export type Enrollment = z.infer<typeof Enrollment>;

/** What an enrollment consists of, without the student: conversion names the child itself. */
export const EnrollmentTerms = z.strictObject({
  planId: Id.optional(),
  planType: PlanType.optional(),
  startDate: LocalDate,
  endDate: LocalDate.nullish(),
  visitsIncluded: z.int().min(1).max(1000).nullish(),
  daysSelected: z.array(Weekday).min(1).max(7),
  batchIds: z.array(Id).min(1).max(7),
  /** Differs from the plan's price only with the permission to change enrollments. */
  priceMinor: AmountMinor.optional(),
  discount: DiscountRequest.optional(),
  payment: NewPayment.optional(),
  notes: optionalText(2000),
});
export type EnrollmentTerms = z.infer<typeof EnrollmentTerms>;

const enrollProblems = [
  'reference_not_found',
  'guardian_contact_required',
  'capacity_full',
  'already_booked',
  'duplicate',
  'amount_too_high',
  'invalid_transition',
] as const;

const Enrolled = z.object({
  enrollment: Enrollment,
  invoice: visibleTo('payments:read', Invoice),
  payment: visibleTo('payments:read', Payment.nullable()),
});

export const createEnrollment = operation({
  id: 'createEnrollment',
  method: 'POST',
  path: '/enrollments',
  permission: 'enrollments:create',
  tag: 'Enrollments',
  summary: 'Enroll a student: places, seats, invoice, discount and first payment in one step',
  body: z.strictObject({ studentId: Id, ...EnrollmentTerms.shape }),
  answer: Enrolled,
  status: 201,
  problems: [...enrollProblems],
  idempotency: 'required',
});

export const convertLead = operation({
  id: 'convertLead',
  method: 'POST',
  path: '/leads/:id/convert',
  permission: 'enrollments:create',
  tag: 'Leads',
  summary: 'An enquiry becomes a student with a plan; everything or nothing',
  params: IdParams,
  body: z.strictObject({ enrollment: EnrollmentTerms, guardian: NewGuardian.optional() }),
  answer: z.object({ lead: Lead, student: Student, ...Enrolled.shape }),
  status: 201,
  problems: [...enrollProblems, 'not_found'],
  idempotency: 'required',
});

export const listEnrollments = operation({
  id: 'listEnrollments',
  method: 'GET',
  path: '/enrollments',
  permission: 'enrollments:read',
  tag: 'Enrollments',
  summary: 'Enrollments, newest first',
  query: z.strictObject({
    ...Page,
    status: EnrollmentStatus.optional(),
    studentId: Id.optional(),
    batchId: Id.optional(),
    /** Ending within so many days, or with two or fewer visits left, without a successor. */
    expiringWithinDays: z.coerce.number().int().min(0).max(90).optional(),
  }),
  answer: list(Enrollment),
});

export const listStudentEnrollments = operation({
  id: 'listStudentEnrollments',
  method: 'GET',
  path: '/students/:id/enrollments',
  permission: 'enrollments:read',
  tag: 'Enrollments',
  summary: 'The plans of one student, newest first',
  params: IdParams,
  query: z.strictObject(Page),
  answer: list(Enrollment),
  problems: ['not_found'],
  aliases: ['/children/:id/enrollments'],
});

export const getEnrollment = operation({
  id: 'getEnrollment',
  method: 'GET',
  path: '/enrollments/:id',
  permission: 'enrollments:read',
  tag: 'Enrollments',
  summary: 'One enrollment',
  params: IdParams,
  answer: Enrollment,
  problems: ['not_found'],
});

export const changeEnrollment = operation({
  id: 'changeEnrollment',
  method: 'PATCH',
  path: '/enrollments/:id',
  permission: 'enrollments:write',
  tag: 'Enrollments',
  summary: 'Correct the end date or the notes; seats follow the dates',
  params: IdParams,
  body: z.strictObject({ endDate: LocalDate.optional(), notes: optionalText(2000) }),
  answer: Enrollment,
  problems: ['not_found', 'stale_version', 'capacity_full', 'already_booked', 'duplicate', 'invalid_transition'],
  idempotency: 'required',
});

export const cancelEnrollment = operation({
  id: 'cancelEnrollment',
  method: 'POST',
  path: '/enrollments/:id/cancel',
  permission: 'enrollments:write',
  tag: 'Enrollments',
  summary: 'End it today: future seats and places are given back; the invoice stays until it is voided or refunded',
  params: IdParams,
  body: z.strictObject({ reason: text(500) }),
  answer: Enrollment,
  problems: ['not_found', 'invalid_transition'],
  idempotency: 'required',
});

export const transferEnrollment = operation({
  id: 'transferEnrollment',
  method: 'POST',
  path: '/enrollments/:id/transfer',
  permission: 'enrollments:write',
  tag: 'Enrollments',
  summary: 'Move to other batches or days from a date on',
  params: IdParams,
  body: z.strictObject({
    batchIds: z.array(Id).min(1).max(7),
    daysSelected: z.array(Weekday).min(1).max(7),
    from: LocalDate,
  }),
  answer: Enrollment,
  problems: ['not_found', 'invalid_transition', 'capacity_full', 'already_booked', 'duplicate', 'reference_not_found'],
  idempotency: 'required',
});

/** What an enrollment would be, before it is one: dates, classes, seats and price. */
export const quoteEnrollment = operation({
  id: 'quoteEnrollment',
  method: 'POST',
  path: '/enrollments/quote',
  permission: 'enrollments:create',
  tag: 'Enrollments',
  summary: 'End date, number of classes, free seats per day and price; changes nothing',
  body: z.strictObject({
    studentId: Id.optional(),
    planId: Id,
    startDate: LocalDate,
    batchIds: z.array(Id).min(1).max(7),
    daysSelected: z.array(Weekday).max(7),
    discount: DiscountRequest.optional(),
  }),
  answer: z.object({
    endDate: LocalDate.nullable(),
    classes: z.int(),
    firstSession: LocalDate.nullable(),
    places: z.array(z.object({ batchId: Id, weekday: Weekday, left: z.int() })),
    subtotal: Money,
    discount: Money,
    discountNeedsApproval: z.boolean(),
    tax: Money,
    total: Money,
    totalOnceApproved: Money,
    overlaps: z.array(z.object({ enrollmentId: Id, planName: z.string(), until: LocalDate.nullable() })),
  }),
  problems: ['reference_not_found'],
});
