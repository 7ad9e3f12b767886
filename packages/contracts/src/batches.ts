import * as z from 'zod';
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
  Weekday,
} from './primitives.ts';

const Days = z
  .array(Weekday)
  .min(1)
  .max(7)
  .refine((days) => new Set(days).size === days.length, 'A day is named twice');
const Capacity = z.int().min(1).max(500);
const Age = z.int().min(0).max(120);

export const Batch = z
  .object({
    id: Id,
    name: z.string(),
    ageMin: Age.nullable(),
    ageMax: Age.nullable(),
    daysOfWeek: z.array(Weekday),
    startTime: LocalTime,
    endTime: LocalTime,
    capacity: z.int(),
    trainers: z.array(Person),
    startsOn: LocalDate.nullable(),
    endsOn: LocalDate.nullable(),
    /** What it learns: a curriculum of the organization or of this center. */
    curriculum: z.object({ id: Id, name: z.string() }).nullable(),
    active: z.boolean(),
    /** Standing places per weekday, from today on. */
    places: z.array(z.object({ weekday: Weekday, taken: z.int(), left: z.int() })),
    studentCount: z.int(),
    version: Version,
  })
  .meta({ id: 'Batch' });
export type Batch = z.infer<typeof Batch>;

/** What a change of a batch does to sessions that exist. */
export const BatchImpact = z
  .object({
    sessionsMoved: z.int(),
    sessionsRemoved: z.int(),
    sessionsAdded: z.int(),
    studentsTouched: z.int(),
    bookingsTouched: z.int(),
    conflicts: z.array(z.object({ date: LocalDate, reason: z.string() })),
  })
  .meta({ id: 'BatchImpact' });
export type BatchImpact = z.infer<typeof BatchImpact>;

const fields = {
  name: text(120),
  ageMin: Age.nullish(),
  ageMax: Age.nullish(),
  daysOfWeek: Days,
  startTime: LocalTime,
  endTime: LocalTime,
  capacity: Capacity,
  trainerUserIds: z.array(Id).max(10).optional(),
  curriculumId: Id.nullish(),
  startsOn: LocalDate.nullish(),
  endsOn: LocalDate.nullish(),
};
const tag = 'Batches';

export const createBatch = operation({
  id: 'createBatch',
  method: 'POST',
  path: '/batches',
  permission: 'batches:write',
  tag,
  summary: 'Open a recurring class; its sessions are generated at once',
  body: z.strictObject(fields),
  /** `conflicts`: days on which the clocks skip its time, or its trainer has another class. */
  answer: z.object({ ...Batch.shape, conflicts: BatchImpact.shape.conflicts }),
  status: 201,
  problems: ['reference_not_found'],
  idempotency: 'required',
});

export const listBatches = operation({
  id: 'listBatches',
  method: 'GET',
  path: '/batches',
  permission: 'batches:read',
  tag,
  summary: 'Recurring classes',
  query: z.strictObject({ ...Page, active: Flag.optional() }),
  answer: list(Batch),
});

export const getBatch = operation({
  id: 'getBatch',
  method: 'GET',
  path: '/batches/:id',
  permission: 'batches:read',
  tag,
  summary: 'One recurring class',
  params: IdParams,
  answer: Batch,
  problems: ['not_found'],
});

export const changeBatch = operation({
  id: 'changeBatch',
  method: 'PATCH',
  path: '/batches/:id',
  permission: 'batches:write',
  tag,
  summary: 'Change a batch and its future sessions; with preview=true only say what it would touch',
  params: IdParams,
  query: z.strictObject({ preview: Flag.optional() }),
  body: z.strictObject({
    name: fields.name.optional(),
    ageMin: fields.ageMin,
    ageMax: fields.ageMax,
    daysOfWeek: Days.optional(),
    startTime: LocalTime.optional(),
    endTime: LocalTime.optional(),
    capacity: Capacity.optional(),
    trainerUserIds: fields.trainerUserIds,
    curriculumId: fields.curriculumId,
    startsOn: LocalDate.nullish(),
    endsOn: LocalDate.nullish(),
    active: z.boolean().optional(),
  }),
  answer: z.object({ batch: Batch, impact: BatchImpact, preview: z.boolean() }),
  problems: [
    'not_found',
    'stale_version',
    'capacity_full',
    'trainer_busy',
    'in_use',
    'reference_not_found',
    'time_does_not_exist',
  ],
  idempotency: 'required',
});

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

export const createClassSession = operation({
  id: 'createClassSession',
  method: 'POST',
  path: '/class-sessions',
  permission: 'sessions:write',
  tag: 'Class sessions',
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
  tag: 'Class sessions',
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
  tag: 'Class sessions',
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
  tag: 'Class sessions',
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
  tag: 'Class sessions',
  summary:
    'Change one session: time, trainer, capacity, publish a draft; raising capacity over the batch needs a reason',
  params: IdParams,
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
  tag: 'Class sessions',
  summary: 'Cancel a session: every seat is released, visits are given back, families are told',
  params: IdParams,
  body: z.strictObject({ reason: text(300) }),
  answer: ClassSession,
  problems: ['not_found', 'invalid_transition'],
  idempotency: 'required',
});
