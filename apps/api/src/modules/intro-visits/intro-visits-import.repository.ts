import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';

/** A visit somebody wrote down elsewhere: it takes no seat. */
@Injectable()
export class IntroVisitsImportRepository {
  constructor(private readonly db: Database) {}

  async add(visit: {
    leadId: string;
    studentId: string;
    status: 'SCHEDULED' | 'ATTENDED' | 'NO_SHOW';
    date: string;
    startTime: string;
    scheduledAt: string;
  }): Promise<void> {
    await this.db.run(sql`
      insert into intro_visits (lead_id, student_id, status, date, start_time, scheduled_at, attended_at)
      values (${visit.leadId}, ${visit.studentId}, ${visit.status}, ${visit.date}, ${visit.startTime}, ${visit.scheduledAt},
        ${visit.status === 'ATTENDED' ? visit.scheduledAt : null})`);
  }
}
