import { Injectable } from '@nestjs/common';
import { Identity } from '../../platform/auth/identity.ts';
import { sql } from '../../platform/database/sql.ts';

/** What holds across the centers of an organization, also while one of them is open. Answers no more than it must. */
@Injectable()
export class StaffingRepository {
  constructor(private readonly identity: Identity) {}

  async worksOutside(userId: string, centerId: string): Promise<boolean> {
    const row = await this.identity.first(sql`select from assignments a join centers c on c.id = a.center_id
      where a.user_id = ${userId} and a.center_id <> ${centerId} and c.archived_at is null limit 1`);
    return row !== undefined;
  }

  /** The centers that would have no active center admin without this one. */
  soleAdminOf(userId: string): Promise<{ id: string; name: string }[]> {
    return this.identity.rows<{ id: string; name: string }>(sql`
      select c.id, c.name from assignments a join centers c on c.id = a.center_id and c.archived_at is null
      join users u on u.id = a.user_id and u.status = 'ACTIVE' and not u.is_super_admin
      where a.user_id = ${userId} and a.role = 'CENTER_ADMIN' and not exists (
        select from assignments other join users o on o.id = other.user_id and o.status = 'ACTIVE'
        where other.center_id = a.center_id and other.role = 'CENTER_ADMIN' and other.user_id <> a.user_id)
      order by c.name`);
  }

  async isOnlySuperAdmin(userId: string): Promise<boolean> {
    const row = await this.identity.first(sql`
      select from users u where u.id = ${userId} and u.is_super_admin and u.status = 'ACTIVE' and not exists (
        select from users o where o.organization_id = u.organization_id and o.id <> u.id and o.is_super_admin and o.status = 'ACTIVE')`);
    return row !== undefined;
  }
}
