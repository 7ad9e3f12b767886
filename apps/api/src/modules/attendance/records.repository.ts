import { Injectable } from '@nestjs/common';
import type { AttendanceRecord } from '@cartwheel/contracts';
import type * as z from 'zod';
import { Database } from '../../platform/database/database.ts';
import { type Sql, sql, where } from '../../platform/database/sql.ts';
import { after } from '../../platform/http/paging.ts';
import { nameOf } from '../students/students.sql.ts';

export type RecordRow = z.infer<typeof AttendanceRecord> & { startsAt: string; searchName: string };

export interface Span {
  limit: number;
  cursor?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

const record = sql`
  select m.session_id as "classSessionId", m.student_id as "studentId", ${nameOf} as "studentName", c.name as "sessionName", c.date,
    c.start_time as "startTime", m.status, m.notes, m.method, m.marked_at as "markedAt", c.starts_at as "startsAt", s.search_name as "searchName",
    case when u.id is not null then jsonb_build_object('id', u.id, 'name', u.name) end as "markedBy"
  from attendance_marks m
  join students s on s.center_id = m.center_id and s.id = m.student_id
  join class_sessions c on c.center_id = m.center_id and c.id = m.session_id
  left join users u on u.id = m.marked_by`;

/** What is written down, for reading. */
@Injectable()
export class RecordsRepository {
  constructor(private readonly db: Database) {}

  ofSession(sessionId: string, page: Span): Promise<RecordRow[]> {
    return this.db.rows<RecordRow>(sql`${record}
      ${where(sql`m.center_id = current_center()`, sql`m.session_id = ${sessionId}`, after(page.cursor, sql`s.search_name`, sql`s.id`))}
      order by s.search_name, s.id limit ${page.limit + 1}`);
  }

  /** `seenBy`: only what this trainer's own sessions tell. */
  ofStudent(studentId: string, page: Span, seenBy: string | undefined): Promise<RecordRow[]> {
    return this.db.rows<RecordRow>(sql`${record}
      ${where(
        sql`m.center_id = current_center()`,
        sql`m.student_id = ${studentId}`,
        page.from && sql`c.date >= ${page.from}`,
        page.to && sql`c.date <= ${page.to}`,
        seenBy && takenBy(seenBy),
        after(page.cursor, sql`c.starts_at`, sql`c.id`, 'desc'),
      )} order by c.starts_at desc, c.id desc limit ${page.limit + 1}`);
  }

  async isStudent(id: string): Promise<boolean> {
    return (
      (await this.db.first(sql`select from students where center_id = current_center() and id = ${id}`)) !== undefined
    );
  }
}

const takenBy = (userId: string): Sql => sql`(c.trainer_user_id = ${userId} or exists (
  select from batch_trainers t where t.center_id = c.center_id and t.batch_id = c.batch_id and t.user_id = ${userId}))`;
