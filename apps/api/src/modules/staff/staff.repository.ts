import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';

@Injectable()
export class StaffRepository {
  constructor(private readonly db: Database) {}

  async worksHere(userId: string): Promise<boolean> {
    const row = await this.db.first(sql`
      select from users u where u.id = ${userId} and u.organization_id = current_organization()
        and (u.is_super_admin or exists (
          select from assignments a where a.center_id = current_center() and a.user_id = u.id))`);
    return row !== undefined;
  }
}
