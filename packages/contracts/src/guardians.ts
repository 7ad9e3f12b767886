import * as z from 'zod';
import { operation } from './operation.ts';
import { Email, Id, IdParams, Phone, text } from './primitives.ts';
import { NewGuardian, Relationship, Student } from './students.ts';

const tag = 'Students';

export const addGuardian = operation({
  id: 'addGuardian',
  method: 'POST',
  path: '/students/:id/guardians',
  permission: 'students:write',
  tag,
  summary: 'Add a guardian; a known phone number links the existing person',
  params: IdParams,
  body: NewGuardian,
  answer: Student,
  status: 201,
  problems: ['not_found', 'duplicate'],
});

export const changeGuardian = operation({
  id: 'changeGuardian',
  method: 'PATCH',
  path: '/students/:id/guardians/:guardianId',
  permission: 'students:write',
  tag,
  summary: 'Change a guardian or how they are related',
  params: z.strictObject({ id: Id, guardianId: Id }),
  body: z.strictObject({
    name: text(160).optional(),
    phone: Phone.nullish(),
    email: Email.nullish(),
    relationship: Relationship.optional(),
    isPrimary: z.boolean().optional(),
    mayPickUp: z.boolean().optional(),
    mayBook: z.boolean().optional(),
  }),
  answer: Student,
  problems: ['not_found', 'duplicate', 'guardian_contact_required'],
});

export const removeGuardian = operation({
  id: 'removeGuardian',
  method: 'DELETE',
  path: '/students/:id/guardians/:guardianId',
  permission: 'students:write',
  tag,
  summary: 'Unlink a guardian from a student',
  params: z.strictObject({ id: Id, guardianId: Id }),
  answer: Student,
  problems: ['not_found', 'guardian_contact_required'],
});
