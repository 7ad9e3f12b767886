import { Injectable } from '@nestjs/common';
import type { SkillLevel } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';

export interface AssessmentElsewhere {
  studentId: string;
  skillId: string;
  level: SkillLevel;
  note: string | null;
  /** Noon of the day in the center, or now. */
  assessedAt: string;
}

@Injectable()
export class AssessmentsImportRepository {
  constructor(private readonly db: Database) {}

  /** Those of which the same level is written down for the same day. */
  async known(assessments: readonly AssessmentElsewhere[]): Promise<Set<number>> {
    const rows = await this.db.rows<{ position: number }>(sql`
      select n.position from ${list(assessments)} join centers c on c.id = current_center()
      where exists (select from skill_assessments a where a.center_id = c.id and a.student_id = n."studentId"
        and a.skill_id = n."skillId" and a.level = n.level
        and (a.assessed_at at time zone c.timezone)::date = (n."assessedAt" at time zone c.timezone)::date)`);
    return new Set(rows.map(({ position }) => position));
  }

  async add(assessments: readonly AssessmentElsewhere[]): Promise<void> {
    await this.db.run(sql`
      insert into skill_assessments (student_id, skill_id, level, previous_level, note, assessed_at)
      select n."studentId", n."skillId", n.level, coalesce(was.level, 'NOT_STARTED'), n.note, n."assessedAt" from ${list(assessments)}
      left join lateral (select a.level from skill_assessments a where a.center_id = current_center() and a.student_id = n."studentId"
        and a.skill_id = n."skillId" and a.assessed_at <= n."assessedAt" order by a.assessed_at desc, a.id desc limit 1) was on true
      order by n.position`);
  }
}

const list = (assessments: readonly AssessmentElsewhere[]) => sql`
  jsonb_to_recordset(${JSON.stringify(assessments.map((one, position) => ({ ...one, position })))}::jsonb)
    as n (position int, "studentId" uuid, "skillId" uuid, level text, note text, "assessedAt" timestamptz)`;
