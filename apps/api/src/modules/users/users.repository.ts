import { Injectable } from '@nestjs/common';
import type { changeUser, InputOf, listColleagues, listUsers, User } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { joined, type Sql, sql, where } from '../../platform/database/sql.ts';
import { after } from '../../platform/http/paging.ts';
import type { Place } from './users.rules.ts';

/** Assignments that the open center, or the organization, may see. */
const columns = sql`u.id, u.name, u.email, u.phone, u.status, u.is_super_admin as "isSuperAdmin", u.last_seen_at as "lastSeenAt", u.version,
  coalesce((select jsonb_agg(jsonb_build_object('centerId', c.id, 'centerName', c.name, 'role', a.role) order by c.name, c.id)
    from assignments a join centers c on c.id = a.center_id and c.archived_at is null where a.user_id = u.id), '[]') as assignments`;
const ours = sql`u.organization_id = current_organization()`;
/** Inside a center its staff; across the organization everybody. */
const visible = sql`${ours} and (current_center() is null
  or exists (select from assignments a where a.center_id = current_center() and a.user_id = u.id))`;

@Injectable()
export class UsersRepository {
  constructor(private readonly db: Database) {}

  list(query: InputOf<typeof listUsers>['query']): Promise<User[]> {
    const { q, role } = query;
    return this.db.rows<User>(
      sql`select ${columns} from users u ${where(
        visible,
        q && sql`(position(search_form(${q}) in search_form(u.name)) > 0 or position(lower(${q}) in u.email) > 0)`,
        role && holds(role),
        after(query.cursor, sql`u.name`, sql`u.id`),
      )} order by u.name, u.id limit ${query.limit + 1}`,
    );
  }

  /** Somebody the asker may see. */
  find(id: string): Promise<User | undefined> {
    return this.db.first<User>(sql`select ${columns} from users u where ${visible} and u.id = ${id}`);
  }

  /** Anybody of the organization, for the answer about somebody who has just left the center. */
  findAnywhere(id: string): Promise<User | undefined> {
    return this.db.first<User>(sql`select ${columns} from users u where ${ours} and u.id = ${id}`);
  }

  /** Until the unit of work ends nobody else changes who works where in the organization. */
  async lockStaff(): Promise<void> {
    await this.db.rows(sql`select pg_advisory_xact_lock(hashtextextended('staff:' || current_organization(), 0))`);
  }

  /** Answers false when the person has changed since the caller looked. */
  async change(id: string, change: InputOf<typeof changeUser>['body'], seen: number | undefined): Promise<boolean> {
    const changes = [
      ...(change.name === undefined ? [] : [sql`name = ${change.name}`]),
      ...(change.phone === undefined ? [] : [sql`phone = ${change.phone}`]),
    ];
    const unchanged = seen !== undefined && sql`u.version = ${seen}`;
    const target = where(ours, sql`u.id = ${id}`, unchanged);
    if (changes.length === 0) return (await this.db.first(sql`select from users u ${target}`)) !== undefined;
    return (await this.db.run(sql`update users u set ${joined(changes, ', ')} ${target}`)) === 1;
  }

  async deactivate(id: string): Promise<void> {
    await this.db.run(sql`update users u set status = 'INACTIVE' where ${ours} and u.id = ${id}`);
  }

  /** Whoever never took up the invitation is invited again, not active. */
  async reactivate(id: string): Promise<'ACTIVE' | 'INVITED'> {
    const row = await this.db.first<{ status: 'ACTIVE' | 'INVITED' }>(sql`
      update users u set status = case when starts_with(u.email_norm, 'invited:') then 'INVITED' else 'ACTIVE' end
      where ${ours} and u.id = ${id} returning u.status`);
    return row?.status ?? 'ACTIVE';
  }

  /** Leaves centers that are not open as they are. */
  async setPlaces(userId: string, places: readonly Place[]): Promise<void> {
    const kept = places.map(({ centerId }) => centerId);
    await this.db.run(sql`delete from assignments where user_id = ${userId} and center_id <> all (${kept}::uuid[])
      and (current_center() is null or center_id = current_center())`);
    for (const place of places) await this.addPlace(userId, place);
  }

  async addPlace(userId: string, { centerId, role }: Place): Promise<void> {
    await this.db
      .run(sql`insert into assignments as a (center_id, user_id, role) values (${centerId}, ${userId}, ${role})
      on conflict (center_id, user_id) do update set role = excluded.role where a.role <> excluded.role`);
  }

  /** Which of these centers are open here and not archived. */
  async openCenters(ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.db.rows<{ id: string }>(sql`select id from centers where id = any (${ids}::uuid[])
      and archived_at is null and organization_id = current_organization() and (current_center() is null or id = current_center())`);
    return new Set(rows.map(({ id }) => id));
  }

  colleagues(query: InputOf<typeof listColleagues>['query']) {
    return this.db.rows<{ id: string; name: string; role: Place['role'] }>(sql`
      select u.id, u.name, a.role from assignments a join users u on u.id = a.user_id ${where(
        sql`a.center_id = current_center()`,
        query.role && sql`a.role = ${query.role}`,
        // A class may be planned before its trainer has taken up the invitation.
        !query.includeInactive && sql`u.status <> 'INACTIVE'`,
      )} order by u.name, u.id`);
  }
}

function holds(role: string): Sql {
  if (role === 'SUPER_ADMIN') return sql`u.is_super_admin`;
  return sql`exists (select from assignments held where held.user_id = u.id and held.role = ${role})`;
}
