import { Injectable } from '@nestjs/common';
import { permissionsOf, type Permission, type Role } from '@cartwheel/contracts';
import { Clock } from '../clock/clock.ts';
import { sql } from '../database/sql.ts';
import { Problem } from '../problems/problem.ts';
import type { Actor, ActorCenter } from './actor.ts';
import { Identity } from './identity.ts';

interface SessionRow {
  user_id: string;
  name: string;
  email: string;
  organization_id: string;
  organization_name: string;
  is_super_admin: boolean;
  places: CenterRow[];
}

interface CenterRow extends ActorCenter {
  role: Exclude<Role, 'SUPER_ADMIN'> | null;
  settings: {
    privacy?: { trainersSeePhones?: boolean; trainersSeePaidFlag?: boolean; frontDeskSeesProgress?: boolean };
    attendance?: { frontDeskMayMark?: boolean };
    leads?: { frontDeskMayImport?: boolean };
  } | null;
}

/** A person's place in one center: what Me lists, and what a request acts as. */
export interface Place extends ActorCenter {
  role: Role;
  permissions: ReadonlySet<Permission>;
}

/** The centers in which the user `u` may work. */
const places = sql`
  select c.id, c.name, c.slug, c.timezone, c.currency, c.country, c.locale, a.role, latest.data as settings
  from centers c
  left join assignments a on a.center_id = c.id and a.user_id = u.id
  left join lateral (select data from center_settings where center_id = c.id order by version desc limit 1) latest on true
  where c.organization_id = u.organization_id and c.archived_at is null and (u.is_super_admin or a.user_id is not null)`;

function placeOf({ role, settings, ...center }: CenterRow, isSuperAdmin: boolean): Place {
  const held = isSuperAdmin ? 'SUPER_ADMIN' : (role ?? 'TRAINER');
  return { ...center, role: held, permissions: permissionsOf(held, switchesOf(settings)) };
}

@Injectable()
export class Actors {
  constructor(
    private readonly identity: Identity,
    private readonly clock: Clock,
  ) {}

  /**
   * Who this session belongs to, now: an ended session, a deactivated account or a changed role counts at once.
   * Answers 404 for a center the person does not work in, whoever owns it.
   */
  async of(sessionId: string, centerId: string | undefined): Promise<Actor> {
    const { places: rows, ...session } = await this.sessionOf(sessionId, centerId);
    const places = rows.map((row) => placeOf(row, session.is_super_admin));
    const place = this.chosen(places, centerId, session.is_super_admin);
    return {
      userId: session.user_id,
      name: session.name,
      email: session.email,
      organizationId: session.organization_id,
      organizationName: session.organization_name,
      isSuperAdmin: session.is_super_admin,
      sessionId,
      center: place ? withoutRights(place) : null,
      ...(place ? { role: place.role, permissions: place.permissions } : withoutPlace(session.is_super_admin)),
    };
  }

  async placesOf(userId: string): Promise<Place[]> {
    const rows = await this.identity.rows<CenterRow & { is_super_admin: boolean }>(sql`
      select p.*, u.is_super_admin from users u, lateral (${places}) p where u.id = ${userId} order by p.name`);
    return rows.map(({ is_super_admin, ...row }) => placeOf(row, is_super_admin));
  }

  /** One statement, as every request begins with it. Two places are enough to know that one must be chosen. */
  private async sessionOf(sessionId: string, centerId: string | undefined): Promise<SessionRow> {
    const now = this.clock.now();
    const wanted = centerId ?? null;
    const row = await this.identity.first<SessionRow & { revoked: boolean }>(sql`
      select u.id as user_id, u.name, u.email, u.organization_id, o.name as organization_name, u.is_super_admin,
        (s.revoked_at is not null or s.idle_expires_at <= ${now} or s.absolute_expires_at <= ${now} or u.status <> 'ACTIVE') as revoked,
        array(select to_jsonb(p) from (${places} and (c.id = ${wanted}::uuid or (${wanted}::uuid is null and not u.is_super_admin)) limit 2) p) as places
      from login_sessions s join users u on u.id = s.user_id join organizations o on o.id = u.organization_id
      where s.id = ${sessionId}`);
    if (!row) throw new Problem('unauthenticated');
    if (row.revoked) throw new Problem('session_revoked');
    return row;
  }

  private chosen(places: Place[], centerId: string | undefined, isSuperAdmin: boolean): Place | undefined {
    if (centerId === undefined) return isSuperAdmin || places.length !== 1 ? undefined : places[0];
    const place = places.find((candidate) => candidate.id === centerId);
    if (!place) throw new Problem('not_found', { detail: 'There is no such center' });
    return place;
  }
}

const off = {
  trainersSeePhones: false,
  trainersSeePaidFlag: false,
  frontDeskMayMark: false,
  frontDeskSeesProgress: false,
  frontDeskMayImportLeads: false,
};

/** Before a center is chosen only a super admin may do anything; the others have no role yet, so they get the least. */
function withoutPlace(isSuperAdmin: boolean): Pick<Actor, 'role' | 'permissions'> {
  if (!isSuperAdmin) return { role: 'TRAINER', permissions: new Set() };
  return { role: 'SUPER_ADMIN', permissions: permissionsOf('SUPER_ADMIN', off) };
}

export function switchesOf(settings: CenterRow['settings']) {
  return {
    trainersSeePhones: settings?.privacy?.trainersSeePhones ?? false,
    trainersSeePaidFlag: settings?.privacy?.trainersSeePaidFlag ?? false,
    frontDeskMayMark: settings?.attendance?.frontDeskMayMark ?? true,
    frontDeskSeesProgress: settings?.privacy?.frontDeskSeesProgress ?? true,
    frontDeskMayImportLeads: settings?.leads?.frontDeskMayImport ?? false,
  };
}

function withoutRights({ role: _role, permissions: _permissions, ...center }: Place): ActorCenter {
  return center;
}
