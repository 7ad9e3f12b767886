import * as z from 'zod';

export const permissions = [
  'centers:manage',
  'settings:read',
  'settings:write',
  'users:read',
  'users:manage',
  'leads:read',
  'leads:write',
  'intros:read',
  'intros:write',
  'intros:mark',
  'students:read',
  'students:write',
  'students:archive',
  'contacts:read',
  'batches:read',
  'batches:write',
  'sessions:read',
  'sessions:write',
  'sessions:overbook',
  'plans:read',
  'plans:write',
  'enrollments:read',
  'enrollments:create',
  'enrollments:write',
  'payments:read',
  'payments:record',
  'payments:void',
  'paid-flag:read',
  'discounts:request',
  'discounts:approve',
  'attendance:read',
  'attendance:mark',
  'attendance:override',
  'check-ins:record',
  'passes:read',
  'curricula:read',
  'curricula:write',
  'progress:read',
  'progress:write',
  'report-cards:read',
  'report-cards:generate',
  'make-ups:write',
  'renewals:read',
  'renewals:write',
  'imports:manage',
  'exports:run',
  'audit:read',
  'events:manage',
  'dashboard:read',
  'search:read',
  'hq:read',
] as const;
export type Permission = (typeof permissions)[number];

export const roles = ['SUPER_ADMIN', 'CENTER_ADMIN', 'COUNSELOR', 'TRAINER'] as const;
export const Role = z.enum(roles).meta({ id: 'Role' });
export type Role = z.infer<typeof Role>;

const centerAdmin = permissions.filter((name) => name !== 'centers:manage' && name !== 'hq:read');

/** The whole access policy. Finer rules, such as "only their own sessions", live in each domain. */
export const grants: Record<Role, readonly Permission[]> = {
  SUPER_ADMIN: permissions,
  CENTER_ADMIN: centerAdmin,
  COUNSELOR: [
    'leads:read',
    'leads:write',
    'intros:read',
    'intros:write',
    'intros:mark',
    'students:read',
    'students:write',
    'contacts:read',
    'batches:read',
    'sessions:read',
    'plans:read',
    'enrollments:read',
    'enrollments:create',
    'payments:read',
    'payments:record',
    'paid-flag:read',
    'discounts:request',
    'attendance:read',
    'check-ins:record',
    'passes:read',
    'make-ups:write',
    'curricula:read',
    'report-cards:read',
    'dashboard:read',
    'search:read',
    'renewals:read',
    'renewals:write',
  ],
  TRAINER: [
    'intros:read',
    'intros:mark',
    'students:read',
    'batches:read',
    'sessions:read',
    'enrollments:read',
    'attendance:read',
    'attendance:mark',
    'check-ins:record',
    'curricula:read',
    'progress:read',
    'progress:write',
    'report-cards:read',
    'report-cards:generate',
    'dashboard:read',
    'search:read',
  ],
};

export interface Switches {
  trainersSeePhones: boolean;
  trainersSeePaidFlag: boolean;
  frontDeskMayMark: boolean;
  frontDeskSeesProgress: boolean;
  /** Only leads; the imports domain sees to that. */
  frontDeskMayImportLeads: boolean;
}

/** What a role may do in a center with these switches. */
export function permissionsOf(role: Role, switches: Switches): ReadonlySet<Permission> {
  const held = new Set<Permission>(grants[role]);
  if (role === 'TRAINER' && switches.trainersSeePhones) held.add('contacts:read');
  if (role === 'TRAINER' && switches.trainersSeePaidFlag) held.add('paid-flag:read');
  if (role === 'COUNSELOR' && switches.frontDeskMayMark) held.add('attendance:mark');
  if (role === 'COUNSELOR' && switches.frontDeskSeesProgress) held.add('progress:read');
  if (role === 'COUNSELOR' && switches.frontDeskMayImportLeads) held.add('imports:manage');
  return held;
}
