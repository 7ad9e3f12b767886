import * as z from 'zod';
import { operation } from './operation.ts';
import { Flag, Id, IdParams, list, LocalDate, LocalTime, Page, Person, text, Version, Weekday } from './primitives.ts';

const Days = z
  .array(Weekday)
  .min(1)
  .max(7)
  .refine((days) => new Set(days).size === days.length, 'A day is named twice');
export const Capacity = z.int().min(1).max(500);
export const Age = z.int().min(0).max(120);

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
    /** What it was until a day, where it changes on the day after: the earliest first. */
    earlier: z.array(
      z.object({
        until: LocalDate,
        daysOfWeek: z.array(Weekday),
        startTime: LocalTime,
        endTime: LocalTime,
        capacity: z.int(),
        trainer: Person.nullable(),
      }),
    ),
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
    /** Families with a seat in a session that moves or falls away. */
    familiesTold: z.int(),
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
  summary: 'Change a batch and its future sessions, or those from a day on; preview=true only says what it would touch',
  params: IdParams,
  query: z.strictObject({ preview: Flag.optional() }),
  body: z.strictObject({
    name: fields.name.optional(),
    ageMin: fields.ageMin,
    ageMax: fields.ageMax,
    daysOfWeek: Days.optional(),
    /** The first day of the new days, times, seats or trainers; what is before it stays. At once, if it is not named. */
    from: LocalDate.optional(),
    /** By so many days the class of `from`'s weekday moves within its week, with seats and standing places. */
    moveBy: z.int().min(-6).max(6).optional(),
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
