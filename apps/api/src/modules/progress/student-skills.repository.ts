import { Injectable } from '@nestjs/common';
import type { InputOf, listSkillHistory, SkillAssessment, StudentSkills } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { sql, where } from '../../platform/database/sql.ts';
import { after } from '../../platform/http/paging.ts';
import { skillsOf } from '../curricula/skills.sql.ts';
import { taughtBy } from '../students/students.sql.ts';

export type StudentSkill = StudentSkills['curricula'][number]['skills'][number] & { curriculumId: string };
export type StudentCurriculum = Omit<StudentSkills['curricula'][number], 'skills'>;

const session = sql`case when cs.id is not null then jsonb_build_object('id', cs.id, 'name', cs.name, 'date', cs.date) end as session`;
const by = sql`case when u.id is not null then jsonb_build_object('id', u.id, 'name', u.name) end as by`;
const behind = sql`
  left join class_sessions cs on cs.center_id = a.center_id and cs.id = a.session_id
  left join users u on u.id = a.assessed_by`;

@Injectable()
export class StudentSkillsRepository {
  constructor(private readonly db: Database) {}

  /** `trainerId`: only of this trainer's classes. */
  async isStudent(id: string, trainerId: string | undefined): Promise<boolean> {
    const row = await this.db.first(sql`select from students s
      ${where(sql`s.center_id = current_center() and s.id = ${id}`, trainerId && taughtBy(trainerId))}`);
    return row !== undefined;
  }

  /** Those of the batches the student has a place in first, then those the student was ever rated in. */
  curricula(studentId: string): Promise<StudentCurriculum[]> {
    return this.db.rows<StudentCurriculum>(sql`
      with current as materialized (
        select distinct b.curriculum_id as id from enrollment_states e
        join enrollment_batches eb on eb.center_id = e.center_id and eb.enrollment_id = e.id
        join batches b on b.center_id = eb.center_id and b.id = eb.batch_id and b.curriculum_id is not null
        where e.center_id = current_center() and e.student_id = ${studentId} and e.status in ('ACTIVE', 'PENDING', 'PAUSED')),
      rated as (
        select k.curriculum_id as id from skill_progress p join skills k on k.id = p.skill_id
        where p.center_id = current_center() and p.student_id = ${studentId})
      select c.id, c.name, c.id in (select id from current) as "isCurrent" from curricula c
      where c.id in (select id from current union select id from rated) order by 3 desc, c.name, c.id`);
  }

  skills(studentId: string, curriculumIds: readonly string[]): Promise<StudentSkill[]> {
    return this.db.rows<StudentSkill>(sql`
      select k.id, k."curriculumId", k.name, k.category, k.description, k."retiredAt" is not null as retired,
        coalesce(p.level, 'NOT_STARTED') as level, a.note as notes, p.changed_at as "changedAt", ${by}, ${session}
      from (${skillsOf(sql`${curriculumIds}`)}) k
      left join skill_progress p on p.center_id = current_center() and p.student_id = ${studentId} and p.skill_id = k.id
      left join skill_assessments a on a.center_id = p.center_id and a.id = p.assessment_id
      ${behind}
      where k."retiredAt" is null or p.skill_id is not null order by k.position`);
  }

  history(studentId: string, page: InputOf<typeof listSkillHistory>['query']): Promise<SkillAssessment[]> {
    return this.db.rows<SkillAssessment>(sql`
      select a.id, a.student_id as "studentId", a.previous_level as "previousLevel", a.level, a.note as notes, a.assessed_at as "assessedAt",
        jsonb_build_object('id', k.id, 'name', k.name, 'category', k.category, 'curriculumId', k.curriculum_id) as skill, ${by}, ${session}
      from skill_assessments a join skills k on k.id = a.skill_id
      ${behind}
      ${where(
        sql`a.center_id = current_center() and a.student_id = ${studentId}`,
        page.skillId && sql`a.skill_id = ${page.skillId}`,
        after(page.cursor, sql`a.assessed_at`, sql`a.id`, 'desc'),
      )}
      order by a.assessed_at desc, a.id desc limit ${page.limit + 1}`);
  }
}
