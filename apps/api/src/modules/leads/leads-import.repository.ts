import { Injectable } from '@nestjs/common';
import type { DeadReason, LeadStatus } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { newIds } from '../../platform/database/new-ids.ts';
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

  /** Answers their ids, in their order. */
  async add(leads: readonly (ImportedLead & { studentId: string })[]): Promise<string[]> {
    const ids = await newIds(this.db, leads.length);
    const rows = leads.map((lead, index) => ({ ...lead, id: ids[index] }));
    await this.db.run(sql`
      insert into leads (id, student_id, status, status_since, source, discovery_notes, preferred_days, preferred_times,
        assigned_to_user_id, dead_reason, dead_note, created_at)
      select id, "studentId", status, coalesce("askedAt", app_now()), source, "discoveryNotes", "preferredDays", "preferredTimes",
        "assignedToUserId", "deadReason", "deadNote", coalesce("askedAt", app_now())
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, "studentId" uuid, status text, source text,
        "discoveryNotes" text, "preferredDays" text[], "preferredTimes" text[], "assignedToUserId" uuid, "deadReason" text,
        "deadNote" text, "askedAt" timestamptz)`);
    return ids;
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
