import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';

export interface MarkElsewhere {
  sessionId: string;
  studentId: string;
  status: string;
  notes: string | null;
}

export interface WrittenMark {
  sessionId: string;
  studentId: string;
  enrollmentId: string | null;
  hasSeat: boolean;
}

@Injectable()
export class MarksImportRepository {
  constructor(private readonly db: Database) {}

  existing(marks: readonly Pick<MarkElsewhere, 'sessionId' | 'studentId'>[]) {
    return this.db.rows<{ sessionId: string; studentId: string; status: string }>(sql`
      select m.session_id as "sessionId", m.student_id as "studentId", m.status from attendance_marks m
      join jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as n ("sessionId" uuid, "studentId" uuid)
        on n."sessionId" = m.session_id and n."studentId" = m.student_id
      where m.center_id = current_center()`);
  }

  /** With the seat there is, and else the enrollment that covered the day, best in the batch of the class. */
  write(marks: readonly MarkElsewhere[]): Promise<WrittenMark[]> {
    return this.db.rows<WrittenMark>(sql`
      insert into attendance_marks as m (session_id, student_id, enrollment_id, booking_id, status, notes, method, marked_by, marked_at)
      select s.id, n."studentId", coalesce(k.enrollment_id, e.id), k.id, n.status, n.notes, 'MANUAL', current_actor(), app_now()
      from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as n ("sessionId" uuid, "studentId" uuid, status text, notes text)
      join class_sessions s on s.center_id = current_center() and s.id = n."sessionId"
      left join bookings k on k.center_id = s.center_id and k.session_id = s.id and k.student_id = n."studentId" and k.status <> 'CANCELLED'
      left join lateral (
        select e.id from enrollments e where e.center_id = s.center_id and e.student_id = n."studentId"
          and e.start_date <= s.date and (e.end_date is null or e.end_date >= s.date)
        order by exists (select from enrollment_batches b where b.center_id = e.center_id and b.enrollment_id = e.id
          and b.batch_id = s.batch_id) desc, e.start_date desc, e.id limit 1) e on true
      on conflict (center_id, session_id, student_id) do update set status = excluded.status, notes = coalesce(excluded.notes, m.notes),
        method = excluded.method, marked_by = excluded.marked_by, marked_at = excluded.marked_at
      returning session_id as "sessionId", student_id as "studentId", enrollment_id as "enrollmentId", booking_id is not null as "hasSeat"`);
  }
}
