import * as z from 'zod';
import { ClassSession } from './class-sessions.ts';
import { operation } from './operation.ts';
import { Id, IdParams, Instant, list, LocalDate, LocalTime, optionalText, Page, Person } from './primitives.ts';
import { Warning, WarningCode } from './students.ts';

export const Mark = z
  .enum(['PRESENT', 'LATE', 'ABSENT', 'EXCUSED', 'MAKEUP', 'TRIAL', 'CANCELLED'])
  .meta({ id: 'Mark' });
export type Mark = z.infer<typeof Mark>;
export const BookingKind = z.enum(['ENROLLED', 'DROP_IN', 'MAKEUP', 'TRIAL']).meta({ id: 'BookingKind' });

export const RosterRow = z
  .object({
    studentId: Id,
    name: z.string(),
    ageYears: z.int().nullable(),
    /** Null: no seat, but on the list because the enrollment ended in the last 30 days. */
    kind: BookingKind.nullable(),
    bookingId: Id.nullable(),
    introVisitId: Id.nullable(),
    leadId: Id.nullable(),
    isFirstVisit: z.boolean(),
    warnings: z.array(Warning),
    /** Marking this student is refused by the center's settings. */
    blocked: z.boolean(),
    mark: Mark.nullable(),
    note: z.string().nullable(),
    markedAt: Instant.nullable(),
    markedBy: Person.nullable(),
    /** Announced before; the seat was given up. */
    absence: z
      .object({
        id: Id,
        announcedAt: Instant,
        announcedBy: Person.nullable(),
        note: z.string().nullable(),
        earned: z.boolean(),
      })
      .nullable(),
    /** The class that a make-up makes up for. */
    makesUpFor: z.object({ sessionName: z.string(), date: LocalDate }).nullable(),
  })
  .meta({ id: 'RosterRow' });
export type RosterRow = z.infer<typeof RosterRow>;

export const Roster = z.object({ session: ClassSession, rows: z.array(RosterRow) }).meta({ id: 'Roster' });
export type Roster = z.infer<typeof Roster>;

const tag = 'Attendance';

export const getRoster = operation({
  id: 'getRoster',
  method: 'GET',
  path: '/class-sessions/:id/roster',
  permission: 'attendance:read',
  tag,
  summary: 'Who is expected, why, with warnings and the current mark',
  params: IdParams,
  answer: Roster,
  problems: ['not_found'],
});

export const markAttendance = operation({
  id: 'markAttendance',
  method: 'POST',
  path: '/attendance/mark',
  permission: 'attendance:mark',
  tag,
  summary: 'Mark many at once; a null status takes a mark back. Somebody without a seat takes a free one',
  body: z.strictObject({
    classSessionId: Id,
    marks: z
      .array(z.strictObject({ studentId: Id, status: Mark.nullable(), notes: optionalText(500) }))
      .min(1)
      .max(200)
      .refine(
        (marks) => new Set(marks.map((mark) => mark.studentId)).size === marks.length,
        'A student is named twice',
      ),
  }),
  answer: z.object({
    saved: z.int(),
    warnings: z.array(z.object({ studentId: Id, code: WarningCode })),
    blocked: z.array(z.object({ studentId: Id, code: WarningCode })),
    roster: Roster,
  }),
  problems: ['not_found', 'reference_not_found', 'forbidden', 'capacity_full', 'session_closed', 'invalid_transition'],
  idempotency: 'required',
});

export const AttendanceRecord = z
  .object({
    classSessionId: Id,
    studentId: Id,
    studentName: z.string(),
    sessionName: z.string(),
    date: LocalDate,
    startTime: LocalTime,
    status: Mark,
    notes: z.string().nullable(),
    method: z.enum(['MANUAL', 'QR', 'KIOSK', 'OFFLINE']),
    markedAt: Instant,
    markedBy: Person.nullable(),
  })
  .meta({ id: 'AttendanceRecord' });

export const listAttendance = operation({
  id: 'listAttendance',
  method: 'GET',
  path: '/attendance',
  permission: 'attendance:read',
  tag,
  summary: 'The marks of one session',
  query: z.strictObject({ ...Page, classSessionId: Id }),
  answer: list(AttendanceRecord),
  problems: ['not_found'],
});

export const listStudentAttendance = operation({
  id: 'listStudentAttendance',
  method: 'GET',
  path: '/students/:id/attendance',
  permission: 'attendance:read',
  tag,
  summary: 'The marks of one student, newest first',
  params: IdParams,
  query: z.strictObject({ ...Page, from: LocalDate.optional(), to: LocalDate.optional() }),
  answer: list(AttendanceRecord),
  problems: ['not_found'],
  aliases: ['/children/:id/attendance'],
});
