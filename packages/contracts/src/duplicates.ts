import * as z from 'zod';
import { operation, visibleTo } from './operation.ts';
import { Id, LocalDate } from './primitives.ts';
import { Student, StudentStatus } from './students.ts';

const tag = 'Students';

export const mergeStudents = operation({
  id: 'mergeStudents',
  method: 'POST',
  path: '/students/merge',
  permission: 'students:archive',
  tag,
  summary: 'Two records of one child become one; everything moves to the kept one',
  body: z.strictObject({ keepId: Id, mergeId: Id }),
  answer: Student,
  problems: ['not_found', 'already_booked'],
  idempotency: 'required',
});

export const findDuplicates = operation({
  id: 'findDuplicates',
  method: 'GET',
  path: '/students/duplicates',
  permission: 'students:write',
  tag,
  summary: 'Families that match a phone number or a name, before anything is saved',
  query: z.strictObject({
    phone: z.string().trim().max(40).optional(),
    name: z.string().trim().max(160).optional(),
    dob: LocalDate.optional(),
  }),
  answer: z.object({
    items: z.array(
      z.object({
        studentId: Id,
        name: z.string(),
        dob: LocalDate.nullable(),
        status: StudentStatus,
        guardian: z
          .object({ id: Id, name: z.string(), phone: visibleTo('contacts:read', z.string().nullable()) })
          .nullable(),
        openLeadId: Id.nullable(),
        /** EXACT: phone, name and birthday agree. PHONE: same family. NAME: only looks alike. */
        match: z.enum(['EXACT', 'PHONE', 'NAME']),
      }),
    ),
  }),
});
