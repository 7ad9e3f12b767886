import * as z from 'zod';
import { operation, visibleTo } from './operation.ts';
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
  Weekday,
} from './primitives.ts';
import { Schedule } from './installments.ts';
import { DiscountRequest, Invoice, NewPayment, Payment } from './invoices.ts';
import { Lead } from './leads.ts';
import { PlanType } from './plans.ts';
import { NewGuardian, Student } from './students.ts';

export const EnrollmentStatus = z
  .enum(['PENDING', 'ACTIVE', 'PAUSED', 'EXPIRED', 'CANCELLED'])
  .meta({ id: 'EnrollmentStatus' });

/** Days on which an enrollment rests, the first and the last included. */
export const Freeze = z
  .object({
    id: Id,
    from: LocalDate,
    to: LocalDate,
    days: z.int(),
    status: z.enum(['UPCOMING', 'RUNNING', 'OVER']),
    reason: visibleTo('enrollments:create', z.string().nullable()),
    createdAt: Instant,
    createdBy: Person.nullable(),
  })
  .meta({ id: 'Freeze' });
export type Freeze = z.infer<typeof Freeze>;

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
    freezeDaysAllowed: z.int(),
    freezeDaysUsed: z.int(),
    freezes: z.array(Freeze),
    /** The last day of the freeze that runs today. */
    pausedUntil: LocalDate.nullable(),
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
  /** More than the plan's only with the permission to change enrollments. */
  freezeDaysAllowed: z.int().min(0).max(365).optional(),
  discount: DiscountRequest.optional(),
  payment: NewPayment.optional(),
  /** Adds up to the invoice's total; without it everything is due at once. */
  installments: Schedule.optional(),
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
  'installments_mismatch',
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
    planId: Id.optional(),
    planType: PlanType.optional(),
    startDate: LocalDate,
    endDate: LocalDate.nullish(),
    visitsIncluded: EnrollmentTerms.shape.visitsIncluded,
    batchIds: z.array(Id).min(1).max(7),
    daysSelected: z.array(Weekday).max(7),
    priceMinor: AmountMinor.optional(),
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
