import { Injectable } from '@nestjs/common';
import type { Skill } from '@cartwheel/contracts';
import type { NamedSkill } from '@cartwheel/domain/skill-lines';
import { Database } from '../../platform/database/database.ts';
import { type Sql, sql } from '../../platform/database/sql.ts';
import { skillsOf } from './skills.sql.ts';

interface NewSkill extends NamedSkill {
  description: string | null;
}

export interface SkillFields extends NewSkill {
  retired: boolean;
}

@Injectable()
export class SkillsRepository {
  constructor(private readonly db: Database) {}

  /** In order; those that are not taught any more last, if asked for. */
  of(curriculumId: string, retired: boolean): Promise<Skill[]> {
    return this.db.rows<Skill>(sql`select * from (${skillsOf(sql`${[curriculumId]}`)}) k
      where k."retiredAt" is null or ${retired} order by k.position`);
  }

  find(id: string): Promise<Skill | undefined> {
    return this.db.first<Skill>(
      sql`select * from (${skillsOf(sql`array(select curriculum_id from skills where id = ${id})`)}) k where k.id = ${id}`,
    );
  }

  /** Behind all others. Answers their ids. */
  async add(curriculumId: string, skills: readonly NewSkill[]): Promise<string[]> {
    const column = <Field extends keyof NewSkill>(field: Field) => skills.map((skill) => skill[field]);
    const rows = await this.db.rows<{ id: string }>(sql`
      insert into skills (curriculum_id, name, category, description, position)
      select ${curriculumId}, n.name, n.category, n.description, ${this.last(curriculumId)} + n.position
      from unnest(${column('name')}::text[], ${column('category')}::text[], ${column('description')}::text[])
        with ordinality as n (name, category, description, position) order by n.position returning id`);
    return rows.map(({ id }) => id);
  }

  async copy(fromCurriculumId: string, toCurriculumId: string): Promise<void> {
    await this.db.run(sql`
      insert into skills (curriculum_id, name, category, description, position)
      select ${toCurriculumId}, name, category, description, position from (${skillsOf(sql`${[fromCurriculumId]}`)}) k where k."retiredAt" is null`);
  }

  /** In another category it stands behind all others. */
  async write(skill: Skill, { name, category, description, retired }: SkillFields): Promise<void> {
    await this.db.run(sql`
      update skills set name = ${name}, category = ${category}, description = ${description},
        retired_at = case when ${retired} then coalesce(retired_at, app_now()) end,
        position = case when ${category === skill.category} then position else ${this.last(skill.curriculumId)} + 1 end
      where id = ${skill.id}`);
  }

  /** What stands already where it is put stays untouched. */
  async order(skills: readonly { id: string; category: string | null }[]): Promise<void> {
    await this.db.run(sql`
      update skills k set position = n.position, category = n.category
      from unnest(${skills.map(({ id }) => id)}::uuid[], ${skills.map(({ category }) => category)}::text[])
        with ordinality as n (id, category, position)
      where k.id = n.id and (k.position, k.category) is distinct from (n.position, n.category)`);
  }

  private last(curriculumId: string): Sql {
    return sql`(select coalesce(max(position), 0) from skills where curriculum_id = ${curriculumId})`;
  }
}
