import * as z from 'zod';
import { Age, Capacity } from './batches.ts';
import { operation } from './operation.ts';
import {
  Flag,
  Id,
  IdParams,
  Instant,
  list,
  LocalDate,
  LocalTime,
  optionalText,
  Page,
  Person,
  text,
  Version,
} from './primitives.ts';

export const SessionStatus = z
  .enum(['DRAFT', 'PUBLISHED', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED'])
  .meta({ id: 'SessionStatus' });

export const ClassSession = z
  .object({
    id: Id,
    batchId: Id.nullable(),
    name: z.string(),
    date: LocalDate,
    startTime: LocalTime,
    endTime: LocalTime,
    startsAt: Instant,
    endsAt: Instant,
    status: SessionStatus,
    capacity: z.int(),
    seatsTaken: z.int(),
    seatsLeft: z.int(),
    waitlistCount: z.int(),
    trialCount: z.int(),
    makeUpCount: z.int(),
    markedCount: z.int(),
    trainer: Person.nullable(),
    ageMin: Age.nullable(),
    ageMax: Age.nullable(),
    cancelReason: z.string().nullable(),
    /** By the same rule that guards marking. */
    mayMark: z.boolean(),
    version: Version,
  })
  .meta({ id: 'ClassSession' });
export type ClassSession = z.infer<typeof ClassSession>;

const tag = 'Class sessions';

export const createClassSession = operation({
  id: 'createClassSession',
  method: 'POST',
  path: '/class-sessions',
  permission: 'sessions:write',
  tag,
  summary: 'Add a one-off session, or one of a batch on another day',
  body: z.strictObject({
    batchId: Id.optional(),
    name: text(120).optional(),
    date: LocalDate,
    startTime: LocalTime,
    endTime: LocalTime,
    capacity: Capacity.optional(),
    trainerUserId: Id.nullish(),
    status: z.enum(['DRAFT', 'PUBLISHED']).default('PUBLISHED'),
  }),
  answer: ClassSession,
  status: 201,
  problems: ['reference_not_found', 'duplicate', 'capacity_full', 'trainer_busy', 'time_does_not_exist'],
  idempotency: 'required',
});

export const generateClassSessions = operation({
  id: 'generateClassSessions',
  method: 'POST',
  path: '/class-sessions/generate',
  permission: 'sessions:write',
  tag,
  summary: 'Generate the sessions of the batches until a day; doing it twice adds nothing',
  body: z.strictObject({ batchId: Id.optional(), until: LocalDate }),
  answer: z.object({
    created: z.int(),
    conflicts: z.array(z.object({ batchId: Id, date: LocalDate, reason: z.string() })),
  }),
  problems: ['reference_not_found'],
  idempotency: 'required',
});

export const listClassSessions = operation({
  id: 'listClassSessions',
  method: 'GET',
  path: '/class-sessions',
  permission: 'sessions:read',
  tag,
  summary: 'Sessions of a day or a span, in order of time',
  query: z.strictObject({
    ...Page,
    date: LocalDate.optional(),
    from: LocalDate.optional(),
    to: LocalDate.optional(),
    batchId: Id.optional(),
    trainerUserId: Id.optional(),
    status: SessionStatus.optional(),
    mine: Flag.optional(),
  }),
  answer: list(ClassSession),
});

export const getClassSession = operation({
  id: 'getClassSession',
  method: 'GET',
  path: '/class-sessions/:id',
  permission: 'sessions:read',
  tag,
  summary: 'One session',
  params: IdParams,
  answer: ClassSession,
  problems: ['not_found'],
});

export const changeClassSession = operation({
  id: 'changeClassSession',
  method: 'PATCH',
  path: '/class-sessions/:id',
  permission: 'sessions:write',
  tag,
  summary:
    'Change one session: time, trainer, capacity, publish a draft; raising capacity over the batch needs a reason; preview=true only says whether it could be',
  params: IdParams,
  query: z.strictObject({ preview: Flag.optional() }),
  body: z.strictObject({
    name: text(120).optional(),
    date: LocalDate.optional(),
    startTime: LocalTime.optional(),
    endTime: LocalTime.optional(),
    capacity: Capacity.optional(),
    overbookReason: optionalText(300),
    trainerUserId: Id.nullish(),
    status: z.enum(['PUBLISHED', 'IN_PROGRESS', 'COMPLETED']).optional(),
  }),
  answer: ClassSession,
  problems: [
    'not_found',
    'stale_version',
    'capacity_full',
    'trainer_busy',
    'invalid_transition',
    'session_closed',
    'time_does_not_exist',
    'reference_not_found',
    'forbidden',
  ],
  idempotency: 'required',
});

export const cancelClassSession = operation({
  id: 'cancelClassSession',
  method: 'POST',
  path: '/class-sessions/:id/cancel',
  permission: 'sessions:write',
  tag,
  summary: 'Cancel a session: every seat is released, visits are given back, families are told',
  params: IdParams,
  body: z.strictObject({ reason: text(300) }),
  answer: ClassSession,
  problems: ['not_found', 'invalid_transition'],
  idempotency: 'required',
});
