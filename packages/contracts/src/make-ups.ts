import * as z from 'zod';
import { BookingKind } from './attendance.ts';
import { MakeUpPolicy } from './centers.ts';
import { operation } from './operation.ts';
import { Id, IdParams, Instant, LocalDate, LocalTime, optionalText, Person } from './primitives.ts';

/** Why an absence that was announced earned no make-up. */
export const NoCreditReason = z
  .enum(['TOO_LATE', 'LIMIT_REACHED', 'PLAN_NOT_ELIGIBLE', 'DISABLED'])
  .meta({ id: 'NoCreditReason' });
export type NoCreditReason = z.infer<typeof NoCreditReason>;

const SessionTimes = {
  classSessionId: Id,
  sessionName: z.string(),
  date: LocalDate,
  startTime: LocalTime,
  endTime: LocalTime,
};

/** One make-up; it pays for a class on a day up to the last. */
export const MakeUpCredit = z
  .object({
    id: Id,
    /** The class that was missed. */
    missed: z.object({ sessionName: z.string(), date: LocalDate }).nullable(),
    earnedAt: Instant,
    expiresOn: LocalDate,
    state: z.enum(['AVAILABLE', 'BOOKED', 'EXPIRED', 'WITHDRAWN']),
  })
  .meta({ id: 'MakeUpCredit' });
export type MakeUpCredit = z.infer<typeof MakeUpCredit>;

export const Absence = z
  .object({
    id: Id,
    studentId: Id,
    ...SessionTimes,
    announcedAt: Instant,
    announcedBy: Person.nullable(),
    note: z.string().nullable(),
    credit: z.object({ id: Id, expiresOn: LocalDate }).nullable(),
    noCreditReason: NoCreditReason.nullable(),
    /** What follows from it, in a sentence. */
    explanation: z.string(),
    withdrawnAt: Instant.nullable(),
  })
  .meta({ id: 'Absence' });
export type Absence = z.infer<typeof Absence>;

export const MakeUpBooking = z
  .object({
    id: Id,
    studentId: Id,
    ...SessionTimes,
    status: z.enum(['CONFIRMED', 'CANCELLED', 'ATTENDED', 'NO_SHOW']),
    missed: MakeUpCredit.shape.missed,
    bookedAt: Instant,
    /** Cancelled by then, the make-up is given back. */
    creditReturnsUntil: Instant,
  })
  .meta({ id: 'MakeUpBooking' });
export type MakeUpBooking = z.infer<typeof MakeUpBooking>;

export const StudentMakeUps = z
  .object({
    studentId: Id,
    policy: MakeUpPolicy,
    /** How many classes can be made up now. */
    balance: z.int(),
    /** Each list: newest first, the last hundred. */
    credits: z.array(MakeUpCredit),
    absences: z.array(Absence),
    bookings: z.array(MakeUpBooking),
    /** Seats in the next classes, with what announcing an absence now would bring. */
    nextClasses: z.array(
      z.object({
        ...SessionTimes,
        bookingId: Id,
        kind: BookingKind,
        /** Null: this seat is not given up by announcing an absence. */
        absence: z.object({ earns: z.boolean(), noCreditReason: NoCreditReason.nullable() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'StudentMakeUps' });
export type StudentMakeUps = z.infer<typeof StudentMakeUps>;

export const MakeUpOption = z
  .object({
    ...SessionTimes,
    startsAt: Instant,
    seatsLeft: z.int(),
    trainer: Person.nullable(),
    ageMin: z.int().nullable(),
    ageMax: z.int().nullable(),
    /** Why the class does not fit the student; null: it does. */
    misfit: z.enum(['AGE', 'LEVEL']).nullable(),
  })
  .meta({ id: 'MakeUpOption' });
export type MakeUpOption = z.infer<typeof MakeUpOption>;

const tag = 'Make-ups';

export const announceAbsence = operation({
  id: 'announceAbsence',
  method: 'POST',
  path: '/class-sessions/:id/absences',
  permission: 'make-ups:write',
  tag,
  summary: 'A student will miss this class: the seat is free at once, and in time it earns a make-up',
  params: IdParams,
  body: z.strictObject({ studentId: Id, note: optionalText(500) }),
  answer: Absence,
  status: 201,
  problems: ['not_found', 'reference_not_found', 'duplicate', 'session_closed', 'invalid_transition'],
  idempotency: 'required',
});

export const withdrawAbsence = operation({
  id: 'withdrawAbsence',
  method: 'DELETE',
  path: '/class-sessions/:id/absences/:absenceId',
  permission: 'make-ups:write',
  tag,
  summary:
    'The student comes after all: takes the seat again, if one is free, and takes the make-up back, if it is unused',
  params: z.strictObject({ id: Id, absenceId: Id }),
  answer: Absence,
  problems: ['not_found', 'capacity_full', 'already_booked', 'session_closed', 'invalid_transition', 'in_use'],
  idempotency: 'required',
});

export const getStudentMakeUps = operation({
  id: 'getStudentMakeUps',
  method: 'GET',
  path: '/students/:id/make-ups',
  permission: 'attendance:read',
  tag,
  summary: 'Make-ups of a student with their last day, absences, bookings and the next classes',
  params: IdParams,
  answer: StudentMakeUps,
  problems: ['not_found'],
  aliases: ['/children/:id/make-ups'],
});

export const listMakeUpOptions = operation({
  id: 'listMakeUpOptions',
  method: 'GET',
  path: '/make-ups/options',
  permission: 'make-ups:write',
  tag,
  summary: 'Classes with a free seat in which a student could make up, in order of time',
  query: z.strictObject({
    studentId: Id,
    from: LocalDate.optional(),
    days: z.coerce.number().int().min(1).max(60).default(28),
    /** Also those that do not fit the age or the level. */
    misfits: z.enum(['true', 'false']).default('false'),
  }),
  answer: z.object({ items: z.array(MakeUpOption) }),
  problems: ['reference_not_found'],
});

export const bookMakeUp = operation({
  id: 'bookMakeUp',
  method: 'POST',
  path: '/make-ups',
  permission: 'make-ups:write',
  tag,
  summary: 'Take a seat for a make-up, paid with the make-up that expires first',
  body: z.strictObject({
    studentId: Id,
    classSessionId: Id,
    /** Needed, with the permission to overbook, where age or level do not fit. */
    overrideReason: optionalText(300),
  }),
  answer: MakeUpBooking,
  status: 201,
  problems: [
    'reference_not_found',
    'insufficient_credits',
    'outside_age_range',
    'other_level',
    'capacity_full',
    'already_booked',
    'session_closed',
    'invalid_transition',
  ],
  idempotency: 'required',
});

export const cancelMakeUp = operation({
  id: 'cancelMakeUp',
  method: 'POST',
  path: '/make-ups/:id/cancel',
  permission: 'make-ups:write',
  tag,
  summary: 'Give the seat back; in time the make-up comes back, otherwise it is used',
  params: IdParams,
  answer: z.object({ booking: MakeUpBooking, creditReturned: z.boolean() }),
  problems: ['not_found', 'invalid_transition'],
  idempotency: 'required',
});
