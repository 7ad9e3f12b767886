import type { Permission, Role } from '@cartwheel/contracts';

export interface ActorCenter {
  id: string;
  name: string;
  slug: string;
  timezone: string;
  currency: string;
  country: string;
  locale: string;
}

/** Who asks, and what they may do where they are. */
export interface Actor {
  userId: string;
  name: string;
  email: string;
  organizationId: string;
  organizationName: string;
  isSuperAdmin: boolean;
  sessionId: string;
  /** Null for a super admin who has not chosen a center. */
  center: ActorCenter | null;
  role: Role;
  permissions: ReadonlySet<Permission>;
}

export const may = (actor: Actor, permission: Permission): boolean => actor.permissions.has(permission);
