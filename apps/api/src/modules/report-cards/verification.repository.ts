import { Injectable } from '@nestjs/common';
import { Identity } from '../../platform/auth/identity.ts';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import type { FrozenCard } from './frozen-card.ts';

interface PublicCard extends FrozenCard {
  isNewest: boolean;
}

/** Finds a card for somebody who is nobody here: which center it is of, then the card alone. */
@Injectable()
export class VerificationRepository {
  constructor(
    private readonly identity: Identity,
    private readonly db: Database,
  ) {}

  async find(code: string): Promise<PublicCard | undefined> {
    const place = await this.identity.first<{ centerId: string; organizationId: string }>(sql`
      select k.center_id as "centerId", c.organization_id as "organizationId"
      from report_cards k join centers c on c.id = k.center_id where k.code = ${code}`);
    if (!place) return undefined;
    const context = { ...place, userId: null, role: 'PUBLIC', requestId: 'verify' };
    return this.db.inUnit(context, () =>
      this.db.first<PublicCard>(sql`
        select b.body, k.hash, k.code, k.version, jsonb_build_object('from', k.period_start, 'to', k.period_end) as period,
          not exists (select from report_cards n where n.center_id = k.center_id and n.student_id = k.student_id
            and n.period_start = k.period_start and n.period_end = k.period_end and n.version > k.version) as "isNewest"
        from report_cards k join report_card_snapshots b on b.center_id = k.center_id and b.report_card_id = k.id
        where k.center_id = current_center() and k.code = ${code}`),
    );
  }
}
