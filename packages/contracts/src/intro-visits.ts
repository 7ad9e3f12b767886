import * as z from 'zod';
import { operation, visibleTo } from './operation.ts';
import {
  Id,
  IdParams,
  Instant,
  list,
  LocalDate,
  LocalTime,
  optionalText,
  Person,
  Version,
  Page,
} from './primitives.ts';

const phone = visibleTo('contacts:read', z.string().nullable());

export const IntroVisitStatus = z
  .enum(['SCHEDULED', 'ATTENDED', 'NO_SHOW', 'CANCELLED'])
  .meta({ id: 'IntroVisitStatus' });

export const IntroVisit = z
  .object({
    id: Id,
    leadId: Id,
    studentId: Id,
    studentName: z.string(),
    ageYears: z.int().nullable(),
    phone,
    status: IntroVisitStatus,
    classSessionId: Id.nullable(),
    sessionName: z.string().nullable(),
    date: LocalDate,
    startTime: LocalTime,
    scheduledAt: Instant,
    attendedAt: Instant.nullable(),
    trainer: Person.nullable(),
    outcomeNotes: z.string().nullable(),
    version: Version,
  })
  .meta({ id: 'IntroVisit' });
export type IntroVisit = z.infer<typeof IntroVisit>;

const seat = {
  classSessionId: Id.optional(),
  batchId: Id.optional(),
  date: LocalDate.optional(),
  scheduledAt: Instant.optional(),
};
const oneSlot = (body: { classSessionId?: unknown; batchId?: unknown; date?: unknown; scheduledAt?: unknown }) =>
  [body.classSessionId, body.batchId && body.date, body.scheduledAt].filter(Boolean).length === 1;

export const scheduleIntroVisit = operation({
  id: 'scheduleIntroVisit',
  method: 'POST',
  path: '/intro-visits',
  permission: 'intros:write',
  tag: 'Intro visits',
  summary: 'Book a trial: takes a seat in the session, moves the lead, plans a follow-up for the day after',
  body: z
    .strictObject({ leadId: Id, ...seat, trainerUserId: Id.optional() })
    .refine(oneSlot, { path: ['classSessionId'], message: 'Name a session, a batch and date, or a time' }),
  answer: IntroVisit,
  status: 201,
  problems: ['reference_not_found', 'capacity_full', 'already_booked', 'invalid_transition', 'session_closed'],
  idempotency: 'required',
});

export const listIntroVisits = operation({
  id: 'listIntroVisits',
  method: 'GET',
  path: '/intro-visits',
  permission: 'intros:read',
  tag: 'Intro visits',
  summary: 'Trials by day; trainers see those in their sessions',
  query: z.strictObject({
    ...Page,
    date: LocalDate.optional(),
    from: LocalDate.optional(),
    to: LocalDate.optional(),
    status: IntroVisitStatus.optional(),
  }),
  answer: list(IntroVisit),
});

export const changeIntroVisit = operation({
  id: 'changeIntroVisit',
  method: 'PATCH',
  path: '/intro-visits/:id',
  permission: 'intros:write',
  tag: 'Intro visits',
  summary: 'Reschedule: the old seat is given back and a new one taken in one step',
  params: IdParams,
  body: z.strictObject({
    classSessionId: Id.optional(),
    scheduledAt: Instant.optional(),
    trainerUserId: Id.nullish(),
  }),
  answer: IntroVisit,
  problems: ['not_found', 'capacity_full', 'already_booked', 'invalid_transition', 'stale_version', 'session_closed'],
  idempotency: 'required',
});

export const markIntroAttended = operation({
  id: 'markIntroAttended',
  method: 'PATCH',
  path: '/intro-visits/:id/mark-attended',
  permission: 'intros:mark',
  tag: 'Intro visits',
  summary: 'The child came; the roster shows the same',
  params: IdParams,
  body: z.strictObject({ outcomeNotes: optionalText(2000) }).optional(),
  answer: IntroVisit,
  problems: ['not_found', 'invalid_transition', 'forbidden', 'session_closed', 'capacity_full'],
  idempotency: 'required',
});

export const markIntroNoShow = operation({
  id: 'markIntroNoShow',
  method: 'PATCH',
  path: '/intro-visits/:id/mark-no-show',
  permission: 'intros:mark',
  tag: 'Intro visits',
  summary: 'The child did not come',
  params: IdParams,
  body: z.strictObject({ outcomeNotes: optionalText(2000) }).optional(),
  answer: IntroVisit,
  problems: ['not_found', 'invalid_transition', 'forbidden', 'session_closed', 'capacity_full'],
  idempotency: 'required',
});
