import { Injectable } from '@nestjs/common';
import type { DeadReason, InputOf, LeadStatus, changeLead, createLead } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { joined, sql } from '../../platform/database/sql.ts';

export interface LockedLead {
  id: string;
  status: LeadStatus;
  studentId: string;
  studentName: string;
  assignedToUserId: string | null;
  version: number;
}

type NewLead = Omit<InputOf<typeof createLead>['body'], 'child' | 'guardians' | 'nextFollowUpAt'>;
type LeadChange = Omit<InputOf<typeof changeLead>['body'], 'status' | 'nextFollowUpAt'>;

@Injectable()
export class LeadsRepository {
  constructor(private readonly db: Database) {}

  /** Whoever decides about a lead reads it like this: its status stays until the unit of work ends. */
  lock(id: string): Promise<LockedLead | undefined> {
    return this.db.first<LockedLead>(sql`
      select l.id, l.status, l.student_id as "studentId", l.assigned_to_user_id as "assignedToUserId", l.version,
        s.first_name || coalesce(' ' || s.last_name, '') as "studentName"
      from leads l join students s on s.center_id = l.center_id and s.id = l.student_id
      where l.center_id = current_center() and l.id = ${id} for no key update of l`);
  }

  findOpen(studentId: string): Promise<{ id: string } | undefined> {
    return this.db.first(sql`select id from leads where center_id = current_center() and student_id = ${studentId}
      and status not in ('ENROLLED', 'DEAD_LEAD')`);
  }

  async add(studentId: string, lead: NewLead): Promise<string> {
    const row = await this.db.first<{ id: string }>(sql`
      insert into leads (student_id, source, status_since, preferred_days, preferred_times, discovery_notes, assigned_to_user_id)
      values (${studentId}, ${lead.source}, app_now(), ${lead.preferredDays ?? []}, ${lead.preferredTimes ?? []},
              ${lead.discoveryNotes || null}, ${lead.assignedToUserId ?? null}) returning id`);
    return row!.id;
  }

  async change(id: string, change: LeadChange): Promise<void> {
    const { source, discoveryNotes, preferredDays, preferredTimes, assignedToUserId } = change;
    const sets = [
      source !== undefined && sql`source = ${source}`,
      discoveryNotes !== undefined && sql`discovery_notes = ${discoveryNotes || null}`,
      preferredDays !== undefined && sql`preferred_days = ${preferredDays}`,
      preferredTimes !== undefined && sql`preferred_times = ${preferredTimes}`,
      assignedToUserId !== undefined && sql`assigned_to_user_id = ${assignedToUserId}`,
    ].filter((piece) => piece !== false);
    if (sets.length === 0) return;
    await this.db.run(sql`update leads set ${joined(sets, ', ')} where center_id = current_center() and id = ${id}`);
  }

  async setStatus(id: string, status: LeadStatus, dead?: { reason: DeadReason; note: string | null }): Promise<void> {
    await this.db.run(sql`
      update leads set status = ${status}, status_since = app_now(), dead_reason = ${dead?.reason ?? null}, dead_note = ${dead?.note ?? null}
      where center_id = current_center() and id = ${id}`);
  }

  async hasLiveEnrollment(studentId: string): Promise<boolean> {
    const row = await this.db.first(sql`select from enrollment_states
      where center_id = current_center() and student_id = ${studentId} and status in ('ACTIVE', 'PENDING', 'PAUSED') limit 1`);
    return row !== undefined;
  }
}
