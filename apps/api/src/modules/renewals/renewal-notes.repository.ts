import { Injectable } from '@nestjs/common';
import type { LostReason } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import { candidates, expiring, isRecent, talkOn } from './renewals.sql.ts';

/** What is kept about a renewal: its owner, and why it was lost. The row appears with the first of them. */
@Injectable()
export class RenewalNotesRepository {
  constructor(private readonly db: Database) {}

  /** Answers how many of them are enrollments of this center. */
  assign(enrollmentIds: readonly string[], userId: string | null): Promise<number> {
    return this.db.run(sql`
      insert into renewals (enrollment_id, assigned_to_user_id)
      select id, ${userId}::uuid from enrollments where center_id = current_center() and id = any (${enrollmentIds}::uuid[]) order by id
      on conflict (center_id, enrollment_id) do update set assigned_to_user_id = excluded.assigned_to_user_id`);
  }

  /** Answers false when it was lost already. */
  async lose(enrollmentId: string, reason: LostReason, note: string | null): Promise<boolean> {
    const lost = await this.db.run(sql`
      insert into renewals as r (enrollment_id, lost_at, lost_by, lost_reason, lost_note)
      values (${enrollmentId}, app_now(), current_actor(), ${reason}, ${note})
      on conflict (center_id, enrollment_id) do update set lost_at = excluded.lost_at, lost_by = excluded.lost_by,
        lost_reason = excluded.lost_reason, lost_note = excluded.lost_note where r.lost_at is null`);
    return lost > 0;
  }

  /** Answers false when it was not lost. */
  async reopen(enrollmentId: string): Promise<boolean> {
    const reopened = await this.db.run(sql`
      update renewals set lost_at = null, lost_by = null, lost_reason = null, lost_note = null
      where center_id = current_center() and enrollment_id = ${enrollmentId} and lost_at is not null`);
    return reopened > 0;
  }

  /** What ends within so many days, with the day on which to talk about it. */
  toTalkAbout(days: number): Promise<{ enrollmentId: string; on: string }[]> {
    return this.db.rows(sql`
      select e.id as "enrollmentId", ${talkOn} as "on" from ${candidates} where ${isRecent(null)} and ${expiring(days)} order by e.id`);
  }
}
