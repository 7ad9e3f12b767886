import { Injectable } from '@nestjs/common';
import type { Batch, InputOf, listBatches } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { type Sql, sql, where } from '../../platform/database/sql.ts';
import { after } from '../../platform/http/paging.ts';
import { earlierTerms } from '../class-sessions/earlier-terms.sql.ts';
import type { EarlierTerms } from '../class-sessions/index.ts';
import type { Now } from './batch-from.rules.ts';
import type { BatchFields } from './batches.rules.ts';

export interface StoredBatch extends BatchFields {
  version: number;
  /** What it says until a day that has not passed, the earliest first. */
  earlier: EarlierTerms[];
  now: Now;
}

type Filter = InputOf<typeof listBatches>['query'] & { trainerUserId?: string | undefined };

const view = (picked: Sql) => sql`
  select b.id, b.name, b.age_min as "ageMin", b.age_max as "ageMax", b.days_of_week as "daysOfWeek", b.start_time as "startTime",
    b.end_time as "endTime", b.capacity, b.starts_on as "startsOn", b.ends_on as "endsOn", b.archived_at is null as active, b.version,
    case when c.id is not null then jsonb_build_object('id', c.id, 'name', c.name) end as curriculum, trained.by as trainers, before.terms as earlier, places.left as places, enrolled.students as "studentCount"
  from (${picked}) b
  left join curricula c on c.id = b.curriculum_id
  cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) order by t.created_at, t.user_id), '[]') as by
    from batch_trainers t join users u on u.id = t.user_id where t.center_id = b.center_id and t.batch_id = b.id) trained
  cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('until', t.until_date, 'daysOfWeek', t.days_of_week, 'startTime', t.start_time,
      'endTime', t.end_time, 'capacity', t.capacity, 'trainer', case when u.id is not null then jsonb_build_object('id', u.id, 'name', u.name) end)
      order by t.until_date), '[]') as terms
    from earlier_batch_terms t left join users u on u.id = t.trainer_user_id
    where t.center_id = b.center_id and t.batch_id = b.id and t.until_date >= center_today()) before
  cross join lateral (
    select jsonb_agg(jsonb_build_object('weekday', d.day, 'taken', p.taken, 'left', greatest(b.capacity - p.taken, 0)) order by d.n) as left
    from unnest(b.days_of_week) with ordinality as d (day, n)
    cross join lateral (select standing_places_taken(b.id, d.day, center_today(), null) as taken) p) places
  cross join lateral (
    select count(distinct e.student_id)::int as students from enrollment_batches eb
    join enrollment_states e on e.center_id = eb.center_id and e.id = eb.enrollment_id and e.status in ('PENDING', 'ACTIVE', 'PAUSED')
    where eb.center_id = b.center_id and eb.batch_id = b.id) enrolled`;

@Injectable()
export class BatchesRepository {
  constructor(private readonly db: Database) {}

  list(filter: Filter): Promise<Batch[]> {
    const page = sql`select b.* from batches b ${where(
      sql`b.center_id = current_center()`,
      filter.active === true && sql`b.archived_at is null`,
      filter.active === false && sql`b.archived_at is not null`,
      filter.trainerUserId &&
        sql`exists (select from batch_trainers t where t.center_id = b.center_id and t.batch_id = b.id and t.user_id = ${filter.trainerUserId})`,
      after(filter.cursor, sql`b.name`, sql`b.id`),
    )} order by b.name, b.id limit ${filter.limit + 1}`;
    return this.db.rows<Batch>(sql`${view(page)} order by b.name, b.id`);
  }

  find(id: string): Promise<Batch | undefined> {
    return this.db.first<Batch>(view(sql`select * from batches where center_id = current_center() and id = ${id}`));
  }

  async insert(batch: BatchFields): Promise<string> {
    const row = await this.db.first<{ id: string }>(sql`
      insert into batches (name, age_min, age_max, days_of_week, start_time, end_time, capacity, starts_on, ends_on, curriculum_id)
      values (${batch.name}, ${batch.ageMin}, ${batch.ageMax}, ${batch.daysOfWeek}::text[], ${batch.startTime}, ${batch.endTime},
        ${batch.capacity}, ${batch.startsOn}, ${batch.endsOn}, ${batch.curriculumId}) returning id`);
    return row!.id;
  }

  /** Locked: whoever gives a place in it or plans its sessions waits. */
  lock(id: string): Promise<StoredBatch | undefined> {
    return this.db.first(sql`
      select b.name, b.age_min as "ageMin", b.age_max as "ageMax", b.days_of_week as "daysOfWeek", b.start_time as "startTime",
        b.end_time as "endTime", b.capacity, b.starts_on as "startsOn", b.ends_on as "endsOn", b.curriculum_id as "curriculumId", b.archived_at is null as active, b.version,
        array(select t.user_id from batch_trainers t where t.center_id = b.center_id and t.batch_id = b.id order by t.created_at, t.user_id) as "trainerUserIds", ${earlierTerms} as earlier,
        (select jsonb_build_object('today', center_today(), 'time', to_char(app_now() at time zone c.timezone, 'HH24:MI'))
          from centers c where c.id = b.center_id) as now
      from batches b where b.center_id = current_center() and b.id = ${id} for no key update of b`);
  }

  async update(id: string, batch: BatchFields): Promise<void> {
    await this.db.run(sql`
      update batches set name = ${batch.name}, age_min = ${batch.ageMin}, age_max = ${batch.ageMax}, days_of_week = ${batch.daysOfWeek}::text[],
        start_time = ${batch.startTime}, end_time = ${batch.endTime}, capacity = ${batch.capacity}, starts_on = ${batch.startsOn},
        ends_on = ${batch.endsOn}, curriculum_id = ${batch.curriculumId}, archived_at = case when ${batch.active} then null else coalesce(archived_at, app_now()) end
      where center_id = current_center() and id = ${id}`);
  }

  /** Their order is told by when each was added. */
  async setTrainers(id: string, userIds: readonly string[]): Promise<void> {
    await this.db.run(sql`delete from batch_trainers where center_id = current_center() and batch_id = ${id}`);
    await this.db.run(sql`
      insert into batch_trainers (batch_id, user_id, created_at)
      select ${id}, t.id, app_now() + t.n * interval '1 millisecond' from unnest(${userIds}::uuid[]) with ordinality as t (id, n)`);
  }

  async setEarlier(id: string, terms: readonly EarlierTerms[]): Promise<void> {
    await this.db.run(sql`delete from earlier_batch_terms where center_id = current_center() and batch_id = ${id}`);
    for (const { until, daysOfWeek, startTime, endTime, capacity, trainerUserId } of terms)
      await this.db.run(sql`
        insert into earlier_batch_terms (batch_id, until_date, days_of_week, start_time, end_time, capacity, trainer_user_id)
        values (${id}, ${until}, ${daysOfWeek}::text[], ${startTime}, ${endTime}, ${capacity}, ${trainerUserId})`);
  }

  async hasCurrentStudents(id: string): Promise<boolean> {
    const row = await this.db.first(sql`
      select from enrollment_batches eb
      join enrollment_states e on e.center_id = eb.center_id and e.id = eb.enrollment_id and e.status in ('PENDING', 'ACTIVE', 'PAUSED')
      where eb.center_id = current_center() and eb.batch_id = ${id} limit 1`);
    return row !== undefined;
  }

  /** Does the work, answers what came of it, and leaves nothing of it behind. */
  rehearse<T>(work: () => Promise<T>): Promise<T> {
    return this.db.rehearse(work);
  }
}
