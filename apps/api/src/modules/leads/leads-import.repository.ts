import { Injectable } from '@nestjs/common';
import type { DeadReason, LeadStatus } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';

export interface ImportedLead {
  status: LeadStatus;
  deadReason: DeadReason | null;
  deadNote: string | null;
  source: string;
  discoveryNotes: string | null;
  preferredDays: string[];
  preferredTimes: string[];
  assignedToUserId: string | null;
  /** When the family asked; null: now. */
  askedAt: string | null;
}

export interface LeadSought {
  position: number;
  studentId: string;
  enquiredOn: string | null;
  isOpen: boolean;
}

@Injectable()
export class LeadsImportRepository {
  constructor(private readonly db: Database) {}

  async add(studentId: string, lead: ImportedLead): Promise<string> {
    const row = await this.db.first<{ id: string }>(sql`
      insert into leads (student_id, status, status_since, source, discovery_notes, preferred_days, preferred_times,
        assigned_to_user_id, dead_reason, dead_note, created_at)
      values (${studentId}, ${lead.status}, coalesce(${lead.askedAt}, app_now()), ${lead.source}, ${lead.discoveryNotes},
        ${lead.preferredDays}, ${lead.preferredTimes}, ${lead.assignedToUserId}, ${lead.deadReason}, ${lead.deadNote},
        coalesce(${lead.askedAt}, app_now())) returning id`);
    return row!.id;
  }

  /** Those that are written down: an open one, where theirs is open too, or one from the same day. */
  async known(sought: readonly LeadSought[]): Promise<Map<number, string>> {
    const rows = await this.db.rows<{ position: number; id: string }>(sql`
      select distinct on (k.position) k.position, l.id
      from jsonb_to_recordset(${JSON.stringify(sought)}::jsonb)
        as k (position int, "studentId" uuid, "enquiredOn" date, "isOpen" boolean)
      join centers c on c.id = current_center()
      join leads l on l.center_id = c.id and l.student_id = k."studentId"
      where (k."isOpen" and l.status not in ('ENROLLED', 'DEAD_LEAD')) or k."enquiredOn" is null
        or (l.created_at at time zone c.timezone)::date = k."enquiredOn"
      order by k.position, l.created_at desc`);
    return new Map(rows.map(({ position, id }) => [position, id]));
  }
}
