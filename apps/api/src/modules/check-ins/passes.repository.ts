import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import { nameOf } from '../students/students.sql.ts';

export interface PrintedPass {
  name: string;
  code: string;
}

export interface FoundPass {
  id: string;
  revokedAt: string | null;
  studentId: string;
  studentName: string;
}

@Injectable()
export class PassesRepository {
  constructor(private readonly db: Database) {}

  ofStudent(studentId: string): Promise<PrintedPass | undefined> {
    return this.db.first(sql`
      select ${nameOf} as name, p.code from students s
      join student_passes p on p.center_id = s.center_id and p.student_id = s.id and p.revoked_at is null
      where s.center_id = current_center() and s.id = ${studentId}`);
  }

  /** Everybody with a place in it, now or later, by name. */
  ofBatch(batchId: string): Promise<PrintedPass[]> {
    return this.db.rows(sql`
      select ${nameOf} as name, p.code from students s
      join student_passes p on p.center_id = s.center_id and p.student_id = s.id and p.revoked_at is null
      where s.center_id = current_center() and exists (
        select from enrollments e
        join enrollment_batches eb on eb.center_id = e.center_id and eb.enrollment_id = e.id and eb.batch_id = ${batchId}
        where e.center_id = s.center_id and e.student_id = s.id and e.cancelled_at is null
          and coalesce(e.end_date, 'infinity') >= (select center_today()))
      order by s.search_name, s.id`);
  }

  /** Undefined for who is archived as well. */
  findStudent(id: string): Promise<{ studentId: string; name: string } | undefined> {
    return this.db.first(sql`
      select s.id as "studentId", ${nameOf} as name from students s
      where s.center_id = current_center() and s.id = ${id} and s.archived_at is null`);
  }

  findByCode(code: string): Promise<FoundPass | undefined> {
    return this.db.first(sql`
      select p.id, p.revoked_at as "revokedAt", s.id as "studentId", ${nameOf} as "studentName" from student_passes p
      join students s on s.center_id = p.center_id and s.id = p.student_id
      where p.center_id = current_center() and p.code = ${code}`);
  }

  /** Undefined for somebody who is unknown, or archived and so without a pass. */
  async reissue(studentId: string): Promise<string | undefined> {
    const revoked = await this.db.run(sql`
      update student_passes set revoked_at = app_now(), revoked_by = current_actor()
      where center_id = current_center() and student_id = ${studentId} and revoked_at is null`);
    if (revoked === 0) return undefined;
    const pass = await this.db.first<{ issuedAt: string }>(sql`
      insert into student_passes (student_id) values (${studentId}) returning issued_at as "issuedAt"`);
    return pass?.issuedAt;
  }

  /** Until the end of the request nobody else does anything at the door for this student. */
  async lock(studentId: string): Promise<void> {
    await this.db.run(sql`
      select from students where center_id = current_center() and id = ${studentId} for no key update`);
  }
}
