import { Injectable } from '@nestjs/common';
import type { AnswerOf, assessSkills } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import { taughtBy } from '../students/students.sql.ts';
import type { KnownSkill, KnownStudent, NewAssessment } from './assessing.rules.ts';

interface Cell {
  studentId: string;
  skillId: string;
}

export type CellNow = Omit<AnswerOf<typeof assessSkills>['cells'][number], 'previousLevel'>;

@Injectable()
export class AssessmentsRepository {
  constructor(private readonly db: Database) {}

  /** Locked in order: who rates one of them at the same moment waits, and then sees what was written here. */
  lockStudents(ids: readonly string[], trainerId: string | undefined): Promise<KnownStudent[]> {
    return this.db.rows<KnownStudent>(sql`
      select s.id, ${trainerId ? taughtBy(trainerId) : sql`true`} as "mayBeRated" from students s
      where s.center_id = current_center() and s.id = any (${ids}::uuid[]) and s.merged_into_id is null
      order by s.id for no key update of s`);
  }

  skills(ids: readonly string[]): Promise<KnownSkill[]> {
    return this.db.rows<KnownSkill>(sql`
      select id, name, retired_at is not null as retired from skills
      where id = any (${ids}::uuid[]) and (center_id is null or center_id = current_center())`);
  }

  /** Those of these that were ever rated. */
  cells(cells: readonly Cell[]): Promise<CellNow[]> {
    return this.db.rows<CellNow>(sql`
      select p.student_id as "studentId", p.skill_id as "skillId", p.level, p.changed_at as "changedAt", a.note as notes,
        case when u.id is not null then jsonb_build_object('id', u.id, 'name', u.name) end as by
      from unnest(${cells.map(({ studentId }) => studentId)}::uuid[], ${cells.map(({ skillId }) => skillId)}::uuid[]) as n (student_id, skill_id)
      join skill_progress p on p.center_id = current_center() and p.student_id = n.student_id and p.skill_id = n.skill_id
      join skill_assessments a on a.center_id = p.center_id and a.id = p.assessment_id
      left join users u on u.id = a.assessed_by`);
  }

  /** Each is later than what it follows, even where the one before came from a request that began afterwards. */
  async add(assessments: readonly NewAssessment[], sessionId: string | null): Promise<void> {
    const column = <Field extends keyof NewAssessment>(field: Field) =>
      assessments.map((assessment) => assessment[field]);
    await this.db.run(sql`
      insert into skill_assessments (student_id, skill_id, level, previous_level, note, session_id, assessed_at)
      select n.student_id, n.skill_id, n.level, n.previous_level, n.note, ${sessionId}, greatest(app_now(), p.changed_at + interval '1 millisecond')
      from unnest(${column('studentId')}::uuid[], ${column('skillId')}::uuid[], ${column('level')}::text[],
        ${column('previousLevel')}::text[], ${column('note')}::text[]) as n (student_id, skill_id, level, previous_level, note)
      left join skill_progress p on p.center_id = current_center() and p.student_id = n.student_id and p.skill_id = n.skill_id`);
  }
}
