import type { Role, User } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { Problem, refuse } from '../../platform/problems/problem.ts';

export type CenterRole = Exclude<Role, 'SUPER_ADMIN'>;

export interface Place {
  centerId: string;
  role: CenterRole;
}

/** Super admins answer to their own kind only. */
export function assertMayManage(actor: Actor, person: Pick<User, 'isSuperAdmin'>): void {
  if (person.isSuperAdmin && !actor.isSuperAdmin)
    throw new Problem('forbidden', { detail: 'Only a super admin may change a super admin' });
}

/** Name, phone and status are one for all centers, so one center does not decide them for another. */
export function assertMayChangePerson(actor: Actor, person: Pick<User, 'isSuperAdmin'>, worksElsewhere: boolean): void {
  assertMayManage(actor, person);
  if (worksElsewhere && !actor.isSuperAdmin)
    throw new Problem('forbidden', { detail: 'This person also works in another center; ask a super admin' });
}

/** Where an invitation leads: to a center, or, for a super admin, to all of them (null). */
export function placeOf(actor: Actor, invited: { role: Role; centerId?: string | undefined }): Place | null {
  const { role } = invited;
  if (role === 'SUPER_ADMIN') {
    if (!actor.isSuperAdmin) throw new Problem('forbidden', { detail: 'Only a super admin may invite a super admin' });
    if (invited.centerId) throw refuse('centerId', 'A super admin works in every center');
    return null;
  }
  const centerId = invited.centerId ?? actor.center?.id;
  if (!centerId) throw refuse('centerId', 'Say in which center');
  return { centerId, role };
}

export function assertOneRolePerCenter(places: readonly Place[]): void {
  const centers = new Set(places.map(({ centerId }) => centerId));
  if (centers.size < places.length) throw refuse('assignments', 'One role per center');
}

export function assertNobodyLeftAlone(person: string, centersLeftAlone: readonly string[]): void {
  if (centersLeftAlone.length === 0) return;
  const where = centersLeftAlone.join(', ');
  throw new Problem('invalid_transition', {
    detail: `${person} is the last active center admin of ${where}. Make somebody else one first.`,
  });
}

/** Holds the place of an e-mail until its owner takes up the invitation; nobody can sign in with it. */
export const unclaimed = (organizationId: string, email: string): string => `invited:${organizationId}:${email}`;
