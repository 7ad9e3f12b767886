import { Injectable } from '@nestjs/common';
import type { AnswerOf, Curriculum, InputOf, listCurricula, listCurriculumUse } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { type Sql, sql, where } from '../../platform/database/sql.ts';
import { after } from '../../platform/http/paging.ts';

export interface NewCurriculum {
  centerId: string | null;
  name: string;
  description: string | null;
  copiedFromId: string | null;
}

type Use = AnswerOf<typeof listCurriculumUse>['items'][number];

const curricula = sql`
  select c.id, c.center_id as "centerId", c.name, c.description, c.archived_at is null as active, c.version, c.updated_at as "updatedAt",
    case when o.id is not null then jsonb_build_object('id', o.id, 'name', o.name) end as "copiedFrom",
    (select count(*)::int from skills k where k.curriculum_id = c.id and k.retired_at is null) as "skillCount",
    (select count(*)::int from batches b where b.center_id = current_center() and b.curriculum_id = c.id and b.archived_at is null) as "batchCount"
  from curricula c left join curricula o on o.id = c.copied_from_id
  where (c.center_id is null or c.center_id = current_center())`;

/** Students whose enrollment in one of its batches is not over. */
const students = sql`
  select count(distinct e.student_id)::int from batches b
  join centers z on z.id = b.center_id
  join enrollment_batches eb on eb.center_id = b.center_id and eb.batch_id = b.id
  join enrollments e on e.center_id = eb.center_id and e.id = eb.enrollment_id and e.cancelled_at is null
    and (e.end_date is null or e.end_date >= (app_now() at time zone z.timezone)::date)
  where b.curriculum_id = c.id and b.archived_at is null`;

@Injectable()
export class CurriculaRepository {
  constructor(private readonly db: Database) {}

  list(query: InputOf<typeof listCurricula>['query']): Promise<Curriculum[]> {
    return this.db.rows<Curriculum>(sql`select * from (${curricula}) c
      ${where(query.active !== undefined && sql`c.active = ${query.active}`, after(query.cursor, sql`c.name`, sql`c.id`))}
      order by c.name, c.id limit ${query.limit + 1}`);
  }

  find(id: string): Promise<Curriculum | undefined> {
    return this.db.first<Curriculum>(sql`${curricula} and c.id = ${id}`);
  }

  /** Whoever else changes it, or its skills, waits until the end of the request. */
  async lock(id: string): Promise<Curriculum | undefined> {
    await this.db.run(sql`select from curricula where id = ${id} for no key update`);
    return this.find(id);
  }

  async idOfName(name: string, centerId: string | null): Promise<string | undefined> {
    const row = await this.db.first<{ id: string }>(sql`
      select id from curricula where lower(name) = lower(${name}) and center_id is not distinct from ${centerId} and archived_at is null`);
    return row?.id;
  }

  async add(curriculum: NewCurriculum): Promise<string> {
    const row = await this.db.first<{ id: string }>(sql`
      insert into curricula (center_id, name, description, copied_from_id)
      values (${curriculum.centerId}, ${curriculum.name}, ${curriculum.description}, ${curriculum.copiedFromId}) returning id`);
    return row!.id;
  }

  async write(id: string, change: Pick<Curriculum, 'name' | 'description' | 'active'>): Promise<void> {
    await this.update(
      id,
      sql`name = ${change.name}, description = ${change.description},
      archived_at = case when ${change.active} then null else coalesce(archived_at, app_now()) end`,
    );
  }

  /** Another version: its skills have changed. */
  async touch(id: string): Promise<void> {
    await this.update(id, sql`updated_at = app_now()`);
  }

  /** Those of the organization; needs a unit across its centers. */
  use(): Promise<Use[]> {
    return this.db.rows<Use>(sql`
      select c.id as "curriculumId", used.centers, used.batches, (${students}) as students,
        (select count(*)::int from curricula o where o.copied_from_id = c.id and o.center_id is not null and o.archived_at is null) as "ownVersions"
      from curricula c
      cross join lateral (
        select count(distinct b.center_id)::int as centers, count(*)::int as batches from batches b
        where b.curriculum_id = c.id and b.archived_at is null) used
      where c.center_id is null order by c.name, c.id`);
  }

  private async update(id: string, set: Sql): Promise<void> {
    await this.db.run(sql`update curricula set ${set} where id = ${id}`);
  }
}
