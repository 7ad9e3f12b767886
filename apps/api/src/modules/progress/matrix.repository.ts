import { Injectable } from '@nestjs/common';
import type { MatrixRow, SkillCell, SkillMatrix } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { sql, where } from '../../platform/database/sql.ts';
import { ageOf, nameOf } from '../students/students.sql.ts';

export interface TaughtBatch extends Pick<SkillMatrix, 'batch' | 'curriculum' | 'session'> {
  /** This person trains the batch, or takes one of its sessions today. */
  isOwn: boolean;
}

export type MatrixStudent = Omit<MatrixRow, 'cells' | 'lastAssessedAt'>;

@Injectable()
export class MatrixRepository {
  constructor(private readonly db: Database) {}

  /** With the session of today that is on, or comes next; after the last one, that one. */
  batch(id: string, userId: string): Promise<TaughtBatch | undefined> {
    return this.db.first<TaughtBatch>(sql`
      with today as materialized (
        select * from class_sessions where center_id = current_center() and batch_id = ${id} and date = center_today() and status <> 'CANCELLED')
      select jsonb_build_object('id', b.id, 'name', b.name) as batch,
        case when c.id is not null then jsonb_build_object('id', c.id, 'name', c.name, 'version', c.version) end as curriculum,
        (select jsonb_build_object('id', t.id, 'name', t.name, 'date', t.date, 'startTime', t.start_time) from today t
          order by t.ends_at > app_now() desc, case when t.ends_at > app_now() then t.starts_at end, t.starts_at desc limit 1) as session,
        exists (select from batch_trainers bt where bt.center_id = b.center_id and bt.batch_id = b.id and bt.user_id = ${userId})
          or exists (select from today t where t.trainer_user_id = ${userId}) as "isOwn"
      from batches b left join curricula c on c.id = b.curriculum_id
      where b.center_id = current_center() and b.id = ${id}`);
  }

  /** Whose enrollment in the batch is not over, and who else has a seat or a mark in one of its sessions today. */
  students(batchId: string, presentToday: boolean | undefined): Promise<MatrixStudent[]> {
    return this.db.rows<MatrixStudent>(sql`
      with enrolled as materialized (
        select distinct e.student_id from enrollment_batches eb
        join enrollment_states e on e.center_id = eb.center_id and e.id = eb.enrollment_id and e.status in ('ACTIVE', 'PENDING', 'PAUSED')
        where eb.center_id = current_center() and eb.batch_id = ${batchId}),
      today as materialized (
        select center_id, id from class_sessions
        where center_id = current_center() and batch_id = ${batchId} and date = center_today() and status <> 'CANCELLED'),
      marked as materialized (
        select m.student_id, bool_or(m.status in ('PRESENT', 'LATE', 'MAKEUP', 'TRIAL')) as present
        from today t join attendance_marks m on m.center_id = t.center_id and m.session_id = t.id group by 1),
      seated as (
        select k.student_id from today t join bookings k on k.center_id = t.center_id and k.session_id = t.id and k.status <> 'CANCELLED'),
      listed as (select student_id from enrolled union select student_id from seated union select student_id from marked)
      select * from (
        select s.id as "studentId", ${nameOf} as name, ${ageOf} as "ageYears", s.search_name, enrolled.student_id is null as "isGuest",
          coalesce(marked.present, false) as "presentToday"
        from listed join students s on s.center_id = current_center() and s.id = listed.student_id and s.merged_into_id is null
        left join enrolled on enrolled.student_id = s.id
        left join marked on marked.student_id = s.id) s
      ${where(presentToday !== undefined && sql`s."presentToday" = ${presentToday}`)}
      order by s.search_name, s."studentId"`);
  }

  cells(studentIds: readonly string[], skillIds: readonly string[]): Promise<(SkillCell & { studentId: string })[]> {
    return this.db.rows(sql`
      select p.student_id as "studentId", p.skill_id as "skillId", p.level, p.changed_at as "changedAt",
        case when u.id is not null then jsonb_build_object('id', u.id, 'name', u.name) end as by
      from skill_progress p
      join skill_assessments a on a.center_id = p.center_id and a.id = p.assessment_id
      left join users u on u.id = a.assessed_by
      where p.center_id = current_center() and p.student_id = any (${studentIds}::uuid[]) and p.skill_id = any (${skillIds}::uuid[])`);
  }
}
