import { Injectable } from '@nestjs/common';
import { Identity } from '../../platform/auth/identity.ts';
import type { Context } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';

/** The centers of all organizations, which nobody who is signed in can see. */
@Injectable()
export class CentersToCount {
  constructor(private readonly identity: Identity) {}

  async all(): Promise<Context[]> {
    const rows = await this.identity.rows<{ centerId: string; organizationId: string }>(
      sql`select id as "centerId", organization_id as "organizationId" from centers order by id`,
    );
    return rows.map((row) => ({ ...row, userId: null, role: 'SYSTEM', requestId: 'rebuild-figures' }));
  }
}
