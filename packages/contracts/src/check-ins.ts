import * as z from 'zod';
import { operation } from './operation.ts';
import { Id, IdParams, Instant, list, LocalDate, LocalTime, Page, Person, text } from './primitives.ts';
import { Warning } from './students.ts';

export const CheckInType = z
  .enum(['CENTER_CHECK_IN', 'CENTER_CHECK_OUT', 'SESSION_CHECK_IN'])
  .meta({ id: 'CheckInType' });
export type CheckInType = z.infer<typeof CheckInType>;

/** QR: the pass was read. KIOSK: picked by name at a door. NIGHT: still in at the end of the day, and taken out. */
export const CheckInMethod = z.enum(['QR', 'KIOSK', 'MANUAL', 'NIGHT']).meta({ id: 'CheckInMethod' });
const AtTheDoor = z.enum(['PRESENT', 'LATE']);

const SessionAtTheDoor = z.object({
  id: Id,
  name: z.string(),
  date: LocalDate,
  startTime: LocalTime,
  endTime: LocalTime,
});
export type SessionAtTheDoor = z.infer<typeof SessionAtTheDoor>;

export const CheckIn = z
  .object({
    id: Id,
    eventType: CheckInType,
    outcome: z.enum(['ACCEPTED', 'REFUSED']),
    /** Of a refusal: the problem's code, and the sentence that was answered. */
    reason: z.string().nullable(),
    sentence: z.string().nullable(),
    /** Null for a code that belongs to nobody. */
    student: Person.nullable(),
    session: SessionAtTheDoor.nullable(),
    mark: AtTheDoor.nullable(),
    method: CheckInMethod,
    device: z.string().nullable(),
    occurredAt: Instant,
    receivedAt: Instant,
    by: Person.nullable(),
  })
  .meta({ id: 'CheckIn' });
export type CheckIn = z.infer<typeof CheckIn>;

/** What else is to be said. The class it is about stands beside it. */
export const CheckInNotice = z
  .object({
    /** MARK_KEPT: a mark somebody wrote since stands. */
    code: z.enum(['NOT_BOOKED', 'NOT_BOOKED_TODAY', 'SESSION_OVER', 'SESSION_LATER', 'MARK_KEPT']),
    session: SessionAtTheDoor.nullable(),
  })
  .meta({ id: 'CheckInNotice' });
export type CheckInNotice = z.infer<typeof CheckInNotice>;

export const CheckInResult = CheckIn.extend({
  /** Nothing was written: it is what happened before. */
  already: z.boolean(),
  warnings: z.array(Warning),
  notices: z.array(CheckInNotice),
}).meta({ id: 'CheckInResult' });
export type CheckInResult = z.infer<typeof CheckInResult>;

const tag = 'Check-ins';

export const recordCheckIn = operation({
  id: 'recordCheckIn',
  method: 'POST',
  path: '/check-ins',
  permission: 'check-ins:record',
  tag,
  summary:
    'Somebody is at the door: into the class they have now, or into the center. What is refused is kept in the log; trainers check in to their own classes',
  body: z
    .strictObject({
      /** What the pass says, as it was read. */
      code: text(200).optional(),
      studentId: Id.optional(),
      classSessionId: Id.optional(),
      /** Left out: the class they have now, else the center. */
      eventType: CheckInType.optional(),
      /** The same id is written once, whenever and however often it arrives. */
      clientEventId: text(100).optional(),
      /** When it happened, at most 12 hours ago; a clock that is ahead is not believed. */
      occurredAt: Instant.optional(),
      /** The kiosk it happened at. */
      device: text(60).optional(),
    })
    .refine((body) => (body.code === undefined) !== (body.studentId === undefined), 'Send a code or a student')
    .refine((body) => !body.classSessionId || (body.eventType ?? 'SESSION_CHECK_IN') === 'SESSION_CHECK_IN', {
      path: ['classSessionId'],
      message: 'Only a check-in to a class names one',
    }),
  answer: CheckInResult,
  problems: [
    'not_found',
    'reference_not_found',
    'forbidden',
    'pass_unknown',
    'pass_replaced',
    'check_in_too_early',
    'session_closed',
    'capacity_full',
    'enrollment_inactive',
    'invalid_transition',
  ],
  idempotency: 'required',
});

export const listCheckIns = operation({
  id: 'listCheckIns',
  method: 'GET',
  path: '/check-ins',
  permission: 'check-ins:record',
  tag,
  summary: 'What happened at the door, newest first; trainers see what concerns their own classes',
  query: z.strictObject({
    ...Page,
    date: LocalDate.optional(),
    studentId: Id.optional(),
    classSessionId: Id.optional(),
    eventType: CheckInType.optional(),
    outcome: CheckIn.shape.outcome.optional(),
  }),
  answer: list(CheckIn),
});

export const getOccupancy = operation({
  id: 'getOccupancy',
  method: 'GET',
  path: '/occupancy',
  permission: 'check-ins:record',
  tag,
  summary: 'Who came in today and did not leave; trainers see those of their own classes',
  answer: z.object({
    count: z.int(),
    /** By name. */
    items: z.array(z.object({ student: Person, since: Instant, session: SessionAtTheDoor.nullable() })),
    /** Since midnight. */
    cameToday: z.int(),
    leftToday: z.int(),
  }),
});

export const getPass = operation({
  id: 'getPass',
  method: 'GET',
  path: '/students/:id/pass',
  permission: 'passes:read',
  tag,
  summary: 'The pass of a student as QR code: SVG, PNG, or a PDF to print',
  params: IdParams,
  query: z.strictObject({ format: z.enum(['svg', 'png', 'pdf']).default('svg') }),
  answer: z.unknown(),
  media: { answer: 'image/svg+xml' },
  problems: ['not_found'],
});

export const reissuePass = operation({
  id: 'reissuePass',
  method: 'POST',
  path: '/students/:id/pass/reissue',
  permission: 'passes:read',
  tag,
  summary: 'A new pass; the one before opens nothing any more',
  params: IdParams,
  answer: z.object({ issuedAt: Instant }),
  problems: ['not_found'],
  idempotency: 'required',
});

export const printBatchPasses = operation({
  id: 'printBatchPasses',
  method: 'GET',
  path: '/batches/:id/passes',
  permission: 'passes:read',
  tag,
  summary: 'The passes of everybody in a batch, eight on a page, as PDF',
  params: IdParams,
  answer: z.unknown(),
  media: { answer: 'application/pdf' },
  problems: ['not_found'],
});
