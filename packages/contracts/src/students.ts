import * as z from 'zod';
import { operation, visibleTo } from './operation.ts';
import {
  Email,
  Id,
  IdParams,
  Instant,
  list,
  LocalDate,
  LocalTime,
  Money,
  optionalText,
  Page,
  Person,
  Phone,
  text,
  Version,
} from './primitives.ts';

export const Relationship = z
  .enum(['MOTHER', 'FATHER', 'GUARDIAN', 'GRANDPARENT', 'SELF', 'OTHER'])
  .meta({ id: 'Relationship' });

/** PROSPECT never had an enrollment; the rest follows the latest one, computed on read. */
export const StudentStatus = z
  .enum(['PROSPECT', 'PENDING', 'ACTIVE', 'PAUSED', 'EXPIRED', 'ARCHIVED'])
  .meta({ id: 'StudentStatus' });

export const Guardian = z
  .object({
    id: Id,
    name: z.string(),
    relationship: Relationship,
    isPrimary: z.boolean(),
    mayPickUp: z.boolean(),
    mayBook: z.boolean(),
    hasContact: z.boolean(),
    phone: visibleTo('contacts:read', z.string().nullable()),
    email: visibleTo('contacts:read', z.string().nullable()),
  })
  .meta({ id: 'Guardian' });
export type Guardian = z.infer<typeof Guardian>;

export const NewGuardian = z.strictObject({
  name: text(160),
  phone: Phone.nullish(),
  email: Email.nullish(),
  relationship: Relationship.default('GUARDIAN'),
  isPrimary: z.boolean().optional(),
  mayPickUp: z.boolean().default(true),
  mayBook: z.boolean().default(true),
});

export const ChildFields = {
  firstName: text(80),
  lastName: optionalText(80),
  dob: LocalDate.nullish(),
  /** When the birthday is not known; the server keeps the year it points to. */
  ageYears: z.int().min(0).max(120).nullish(),
  school: optionalText(160),
  interests: z.array(text(60)).max(30).optional(),
  notes: optionalText(4000),
};

/** SEE_FRONT_DESK: the center refuses, for a reason that is kept from who asks. */
export const WarningCode = z
  .enum([
    'EXPIRED',
    'EXPIRING',
    'USED_UP',
    'PAUSED',
    'UNPAID',
    'SEE_FRONT_DESK',
    'MISSING_CONTACT',
    'MEDICAL',
    'BIRTHDAY',
  ])
  .meta({ id: 'WarningCode' });
export const Warning = z
  .object({
    code: WarningCode,
    /** The day it happened or will happen. */
    date: LocalDate.optional(),
    visitsLeft: z.int().optional(),
    text: z.string().optional(),
    amount: visibleTo('payments:read', Money),
  })
  .meta({ id: 'Warning' });
export type Warning = z.infer<typeof Warning>;

export const StudentSummary = z
  .object({
    id: Id,
    name: z.string(),
    ageYears: z.int().nullable(),
    status: StudentStatus,
    batchNames: z.array(z.string()),
    validUntil: LocalDate.nullable(),
    visitsLeft: z.number().nullable(),
    guardianName: z.string().nullable(),
    phone: visibleTo('contacts:read', z.string().nullable()),
    warnings: z.array(Warning),
  })
  .meta({ id: 'StudentSummary' });
export type StudentSummary = z.infer<typeof StudentSummary>;

export const Student = z
  .object({
    id: Id,
    firstName: z.string(),
    lastName: z.string().nullable(),
    name: z.string(),
    dob: visibleTo('students:write', LocalDate.nullable()),
    ageYears: z.int().nullable(),
    /** The age was told, not computed from a birthday. */
    ageIsApproximate: z.boolean(),
    school: visibleTo('students:write', z.string().nullable()),
    interests: visibleTo('students:write', z.array(z.string())),
    notes: z.string().nullable(),
    medicalNotes: z.string().nullable(),
    status: StudentStatus,
    guardians: z.array(Guardian),
    warnings: z.array(Warning),
    siblings: z.array(Person),
    nextSession: z.object({ id: Id, name: z.string(), date: LocalDate, startTime: LocalTime }).nullable(),
    openLeadId: Id.nullable(),
    /** What the family owes; negative when it has paid more than was asked. */
    balance: visibleTo('payments:read', Money),
    archivedAt: Instant.nullable(),
    createdAt: Instant,
    version: Version,
  })
  .meta({ id: 'Student' });
export type Student = z.infer<typeof Student>;

const tag = 'Students';

export const listStudents = operation({
  id: 'listStudents',
  method: 'GET',
  path: '/students',
  permission: 'students:read',
  tag,
  summary: 'Students by name, status or batch; trainers see those of their own classes',
  query: z.strictObject({
    ...Page,
    q: z.string().trim().max(100).optional(),
    status: StudentStatus.optional(),
    batchId: Id.optional(),
  }),
  answer: list(StudentSummary),
  aliases: ['/children'],
});

export const createStudent = operation({
  id: 'createStudent',
  method: 'POST',
  path: '/students',
  permission: 'students:write',
  tag,
  summary: 'Add a student with guardians; a child with the same phone, name and birthday is a duplicate',
  body: z.strictObject({
    ...ChildFields,
    medicalNotes: optionalText(2000),
    guardians: z.array(NewGuardian).max(6).default([]),
  }),
  answer: Student,
  status: 201,
  problems: ['duplicate'],
  aliases: ['/children'],
});

export const getStudent = operation({
  id: 'getStudent',
  method: 'GET',
  path: '/students/:id',
  permission: 'students:read',
  tag,
  summary: 'Profile with family and warnings',
  params: IdParams,
  answer: Student,
  problems: ['not_found'],
  aliases: ['/children/:id'],
});

export const changeStudent = operation({
  id: 'changeStudent',
  method: 'PATCH',
  path: '/students/:id',
  permission: 'students:write',
  tag,
  summary: 'Change what is known about a student',
  params: IdParams,
  body: z.strictObject({
    ...ChildFields,
    firstName: ChildFields.firstName.optional(),
    medicalNotes: optionalText(2000),
  }),
  answer: Student,
  problems: ['not_found', 'stale_version'],
  aliases: ['/children/:id'],
});

export const archiveStudent = operation({
  id: 'archiveStudent',
  method: 'POST',
  path: '/students/:id/archive',
  permission: 'students:archive',
  tag,
  summary: 'Take a student out of the lists; nothing is lost',
  params: IdParams,
  answer: Student,
  problems: ['not_found', 'in_use'],
});

export const restoreStudent = operation({
  id: 'restoreStudent',
  method: 'POST',
  path: '/students/:id/restore',
  permission: 'students:archive',
  tag,
  summary: 'Bring an archived student back',
  params: IdParams,
  answer: Student,
  problems: ['not_found'],
});
