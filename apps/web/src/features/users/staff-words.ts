import type { Role } from '@cartwheel/contracts';
import type { Tone } from '../../components/tokens.ts';
import type { Colleague } from './queries.ts';

export const centerRoles = ['CENTER_ADMIN', 'COUNSELOR', 'TRAINER'] as const satisfies readonly Role[];
export type CenterRole = (typeof centerRoles)[number];
export const allRoles = [...centerRoles, 'SUPER_ADMIN'] as const satisfies readonly Role[];

export const statusTone: Record<Colleague['status'], Tone> = { ACTIVE: 'good', INVITED: 'warn', INACTIVE: 'ink' };

export function isCenterRole(role: Role): role is CenterRole {
  return role !== 'SUPER_ADMIN';
}
