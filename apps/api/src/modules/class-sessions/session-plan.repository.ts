import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import { earlierTerms } from './earlier-terms.sql.ts';
import type { PlannedBatch, PlannedSession, Span } from './session-plan.rules.ts';

const firstTrainer = sql`(select t.user_id from batch_trainers t where t.center_id = b.center_id and t.batch_id = b.id
  order by t.created_at, t.user_id limit 1)`;

@Injectable()
export class SessionPlanRepository {
  constructor(private readonly db: Database) {}

  async place(): Promise<{ zone: string; today: string }> {
    const row = await this.db.first<{ zone: string; today: string }>(
      sql`select timezone as zone, center_today() as today from centers where id = current_center()`,
    );
    return row!;
  }

  /** Locked in order, so that two runs do not plan the same batch, and no place is given in it meanwhile. */
  lockBatches(batchId: string | undefined): Promise<PlannedBatch[]> {
    const one = batchId ? sql`and b.id = ${batchId}` : sql`and true`;
    return this.db.rows<PlannedBatch>(sql`
      select b.id, b.days_of_week as "daysOfWeek", b.start_time as "startTime", b.end_time as "endTime", b.capacity,
        b.starts_on as "startsOn", b.ends_on as "endsOn", ${firstTrainer} as "trainerUserId", ${earlierTerms} as earlier
      from batches b where b.center_id = current_center() and b.archived_at is null ${one} order by b.id for no key update of b`);
  }

  async isBatch(id: string): Promise<boolean> {
    const row = await this.db.first(sql`select from batches where center_id = current_center() and id = ${id}`);
    return row !== undefined;
  }

  closures({ from, to }: Span): Promise<Span[]> {
    return this.db.rows<Span>(sql`
      select from_date as from, to_date as to from closures
      where center_id = current_center() and to_date >= ${from} and from_date <= ${to}`);
  }

  /** Per batch the dates it was given before. */
  async given(batchIds: readonly string[], { from, to }: Span): Promise<Map<string, Set<string>>> {
    const rows = await this.db.rows<{ batchId: string; slots: string[] }>(sql`
      select batch_id as "batchId", array_agg(slot) as slots from class_sessions
      where center_id = current_center() and batch_id = any (${batchIds}::uuid[]) and slot between ${from} and ${to} group by batch_id`);
    return new Map(rows.map(({ batchId, slots }) => [batchId, new Set(slots)]));
  }

  /** Drafts; a slot that is taken stays as it is. Answers those that are new, in order of time. */
  insert(sessions: readonly PlannedSession[]): Promise<{ id: string; batchId: string; date: string }[]> {
    return this.db.rows(sql`
      insert into class_sessions (batch_id, name, date, start_time, end_time, starts_at, ends_at, capacity, trainer_user_id, slot, status)
      select b.id, b.name, p.date, p.start_time, p.end_time, p.starts_at, p.ends_at, p.capacity, p.trainer, p.date::text, 'DRAFT'
      from unnest(${sessions.map((s) => s.batchId)}::uuid[], ${sessions.map((s) => s.date)}::date[],
        ${sessions.map((s) => s.startTime)}::text[], ${sessions.map((s) => s.endTime)}::text[],
        ${sessions.map((s) => s.startsAt)}::timestamptz[], ${sessions.map((s) => s.endsAt)}::timestamptz[],
        ${sessions.map((s) => s.capacity)}::int[], ${sessions.map((s) => s.trainerUserId)}::uuid[])
        as p (batch_id, date, start_time, end_time, starts_at, ends_at, capacity, trainer)
      join batches b on b.center_id = current_center() and b.id = p.batch_id
      order by p.starts_at, b.id on conflict (center_id, batch_id, slot) do nothing returning id, batch_id as "batchId", date`);
  }

  /** Takes the trainer off those of the new sessions at whose time they have another class. */
  async freeBusyTrainers(ids: readonly string[]): Promise<string[]> {
    const rows = await this.db.rows<{ id: string }>(sql`
      update class_sessions s set trainer_user_id = null
      where s.center_id = current_center() and s.id = any (${ids}::uuid[]) and s.trainer_user_id is not null and exists (
        select from class_sessions o where o.center_id = s.center_id and o.trainer_user_id = s.trainer_user_id and o.id <> s.id
          and o.starts_at < s.ends_at and o.ends_at > s.starts_at
          and (o.status in ('PUBLISHED', 'IN_PROGRESS') or (o.id = any (${ids}::uuid[]) and (o.starts_at, o.id) < (s.starts_at, s.id))))
      returning s.id`);
    return rows.map(({ id }) => id);
  }

  /** Leaves nothing behind when a trainer is busy after all. */
  publish(ids: readonly string[]): Promise<number> {
    return this.db.attempt(() =>
      this.db.run(
        sql`update class_sessions set status = 'PUBLISHED' where center_id = current_center() and id = any (${ids}::uuid[])`,
      ),
    );
  }
}
