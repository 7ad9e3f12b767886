import type { Me } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import type { Place } from '../../platform/auth/actors.ts';

export function toMe(actor: Actor, places: Place[]): Me {
  return {
    id: actor.userId,
    name: actor.name,
    email: actor.email,
    organization: { id: actor.organizationId, name: actor.organizationName },
    isSuperAdmin: actor.isSuperAdmin,
    assignments: places.map((place) => ({
      centerId: place.id,
      centerName: place.name,
      centerSlug: place.slug,
      role: place.role,
      timezone: place.timezone,
      currency: place.currency,
      country: place.country,
      locale: place.locale,
      permissions: [...place.permissions],
    })),
    permissions: actor.center || actor.isSuperAdmin ? [...actor.permissions] : [],
  };
}
