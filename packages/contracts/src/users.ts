import * as z from 'zod';
import { operation } from './operation.ts';
import { Role } from './permissions.ts';
import { Email, Flag, Id, IdParams, Instant, list, Page, Phone, text, Version } from './primitives.ts';

const Assignment = z.object({ centerId: Id, centerName: z.string(), role: Role });
const CenterRole = z.enum(['CENTER_ADMIN', 'COUNSELOR', 'TRAINER']);

export const User = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    phone: z.string().nullable(),
    status: z.enum(['INVITED', 'ACTIVE', 'INACTIVE']),
    isSuperAdmin: z.boolean(),
    assignments: z.array(Assignment),
    lastSeenAt: Instant.nullable(),
    version: Version,
  })
  .meta({ id: 'User' });
export type User = z.infer<typeof User>;

const tag = 'Users';
const people = { tag, scope: 'none' } as const;

export const inviteUser = operation({
  ...people,
  id: 'inviteUser',
  method: 'POST',
  path: '/users',
  permission: 'users:manage',
  summary: 'Invite a colleague by e-mail',
  body: z.strictObject({
    name: text(120),
    email: Email,
    phone: Phone.optional(),
    role: Role,
    centerId: Id.optional(),
  }),
  answer: User,
  status: 201,
  problems: ['duplicate', 'reference_not_found'],
});

export const resendInvite = operation({
  ...people,
  id: 'resendInvite',
  method: 'POST',
  path: '/users/:id/invite',
  permission: 'users:manage',
  summary: 'Mail the invitation again; the earlier link stops working',
  params: IdParams,
  answer: User,
  problems: ['not_found', 'invalid_transition'],
});

export const listUsers = operation({
  ...people,
  id: 'listUsers',
  method: 'GET',
  path: '/users',
  permission: 'users:read',
  summary: 'The staff of the center, or of the organization',
  query: z.strictObject({ ...Page, q: z.string().max(100).optional(), role: Role.optional() }),
  answer: list(User),
});

export const getUser = operation({
  ...people,
  id: 'getUser',
  method: 'GET',
  path: '/users/:id',
  permission: 'users:read',
  summary: 'One colleague',
  params: IdParams,
  answer: User,
  problems: ['not_found'],
});

export const changeUser = operation({
  ...people,
  id: 'changeUser',
  method: 'PATCH',
  path: '/users/:id',
  permission: 'users:manage',
  summary: 'Change name or phone',
  params: IdParams,
  body: z.strictObject({ name: text(120).optional(), phone: Phone.nullish() }),
  answer: User,
  problems: ['not_found', 'stale_version'],
});

export const setUserStatus = operation({
  ...people,
  id: 'setUserStatus',
  method: 'PATCH',
  path: '/users/:id/status',
  permission: 'users:manage',
  summary: 'Deactivate, which ends every session at once, or activate again',
  params: IdParams,
  body: z.strictObject({ status: z.enum(['ACTIVE', 'INACTIVE']) }),
  answer: User,
  problems: ['not_found', 'invalid_transition'],
});

export const assignUser = operation({
  ...people,
  id: 'assignUser',
  method: 'PUT',
  path: '/users/:id/assignments',
  permission: 'users:manage',
  summary: 'Set where this person works; a center admin sets only the own center',
  params: IdParams,
  body: z.strictObject({
    assignments: z.array(z.strictObject({ centerId: Id, role: CenterRole })).max(100),
  }),
  answer: User,
  problems: ['not_found', 'reference_not_found', 'invalid_transition'],
});

/** Names only, for pickers: everybody who works here may see who works here. */
export const listColleagues = operation({
  id: 'listColleagues',
  method: 'GET',
  path: '/colleagues',
  permission: 'sessions:read',
  tag,
  summary: 'Names of the active staff of this center',
  query: z.strictObject({ role: Role.optional(), includeInactive: Flag.optional() }),
  answer: list(z.object({ id: Id, name: z.string(), role: Role })),
});
