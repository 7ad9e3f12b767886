import { Injectable } from '@nestjs/common';
import type { Enrollment } from '@cartwheel/contracts';
import type { LocalDate, Weekday } from '@cartwheel/domain/calendar';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import { usedLately } from './pace.sql.ts';

/** What a renewal is copied from. */
export interface OldEnrollment {
  id: string;
  studentId: string;
  planId: string | null;
  planName: string;
  planType: Enrollment['planType'];
  startDate: LocalDate;
  endDate: LocalDate | null;
  visitsIncluded: number | null;
  visitsLeft: number | null;
  usedLately: number;
  daysSelected: Weekday[];
  batchIds: string[];
  priceMinor: number;
  freezeDaysAllowed: number;
  isCancelled: boolean;
  successorId: string | null;
  today: LocalDate;
}

@Injectable()
export class RenewingRepository {
  constructor(private readonly db: Database) {}

  find(id: string): Promise<OldEnrollment | undefined> {
    return this.db.first<OldEnrollment>(sql`
      select e.id, e.student_id as "studentId", e.plan_id as "planId", e.plan_name as "planName", e.plan_type as "planType",
        e.start_date as "startDate", e.end_date as "endDate", e.visits_included as "visitsIncluded",
        case when e.visits_included is not null then e.visits_left end as "visitsLeft", ${usedLately} as "usedLately",
        e.days_selected as "daysSelected", e.price_minor as "priceMinor", e.freeze_days_allowed as "freezeDaysAllowed",
        e.cancelled_at is not null as "isCancelled",
        array(select eb.batch_id from enrollment_batches eb join batches b on b.center_id = eb.center_id and b.id = eb.batch_id
          where eb.center_id = e.center_id and eb.enrollment_id = e.id order by b.name, b.id) as "batchIds",
        (select n.id from enrollments n where n.center_id = e.center_id and n.renewed_from_id = e.id and n.cancelled_at is null) as "successorId",
        center_today() as today
      from enrollment_states e where e.center_id = current_center() and e.id = ${id}`);
  }

  /** The one that lasts longest; among those that end together, the one sold last. */
  async latestOf(studentId: string): Promise<string | undefined> {
    const row = await this.db.first<{ id: string }>(sql`
      select id from enrollments e where center_id = current_center() and student_id = ${studentId} and cancelled_at is null
        and not exists (select from enrollments n where n.center_id = e.center_id and n.renewed_from_id = e.id and n.cancelled_at is null)
      order by end_date desc nulls first, start_date desc, created_at desc, id desc limit 1`);
    return row?.id;
  }
}
