import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';

export interface ImportedVisit {
  leadId: string;
  studentId: string;
  status: 'SCHEDULED' | 'ATTENDED' | 'NO_SHOW';
  date: string;
}

/** Visits somebody wrote down elsewhere: they take no seat. */
@Injectable()
export class IntroVisitsImportRepository {
  constructor(private readonly db: Database) {}

  async add(visits: readonly (ImportedVisit & { startTime: string; scheduledAt: string })[]): Promise<void> {
    await this.db.run(sql`
      insert into intro_visits (lead_id, student_id, status, date, start_time, scheduled_at, attended_at)
      select "leadId", "studentId", status, date, "startTime", "scheduledAt", case when status = 'ATTENDED' then "scheduledAt" end
      from jsonb_to_recordset(${JSON.stringify(visits)}::jsonb) as n ("leadId" uuid, "studentId" uuid, status text, date date,
        "startTime" text, "scheduledAt" timestamptz)`);
  }
}
