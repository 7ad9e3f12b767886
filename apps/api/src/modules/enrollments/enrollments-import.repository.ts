import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import type { Agreed } from './terms.service.ts';

export interface EnrollmentSought {
  position: number;
  studentId: string;
  planType: string;
  startDate: string;
  /** Under another name it is another batch. */
  batchId: string | null;
}

@Injectable()
export class EnrollmentsImportRepository {
  constructor(private readonly db: Database) {}

  async add(
    studentId: string,
    agreed: Agreed,
    { notes, cancelReason }: { notes: string | null; cancelReason: string | null },
  ) {
    const row = await this.db.first<{ id: string }>(sql`
      insert into enrollments (student_id, plan_id, plan_name, plan_type, start_date, end_date, visits_included, days_selected,
        price_minor, notes, cancelled_at, cancel_reason)
      values (${studentId}, ${agreed.planId}, ${agreed.planName}, ${agreed.planType}, ${agreed.startDate}, ${agreed.endDate},
        ${agreed.visitsIncluded}, ${agreed.daysSelected}, ${agreed.priceMinor}, ${notes},
        case when ${cancelReason}::text is not null then app_now() end, ${cancelReason}) returning id`);
    return row!.id;
  }

  /** What is refused leaves nothing behind. */
  attempt<T>(work: () => Promise<T>): Promise<T> {
    return this.db.attempt(work);
  }

  async known(sought: readonly EnrollmentSought[]): Promise<Map<number, string>> {
    const rows = await this.db.rows<{ position: number; id: string }>(sql`
      select distinct on (k.position) k.position, e.id
      from jsonb_to_recordset(${JSON.stringify(sought)}::jsonb)
        as k (position int, "studentId" uuid, "planType" text, "startDate" date, "batchId" uuid)
      join enrollments e on e.center_id = current_center() and e.student_id = k."studentId"
        and e.plan_type = k."planType" and e.start_date = k."startDate"
      where k."batchId" is null or not exists (select from enrollment_batches b where b.center_id = e.center_id and b.enrollment_id = e.id)
        or exists (select from enrollment_batches b
          where b.center_id = e.center_id and b.enrollment_id = e.id and b.batch_id = k."batchId")
      order by k.position, e.id`);
    return new Map(rows.map(({ position, id }) => [position, id]));
  }
}
