import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import type { Instants, LocalTimes } from './session-times.rules.ts';

export interface StoredSession extends LocalTimes {
  id: string;
  name: string;
  capacity: number;
  trainerUserId: string | null;
  status: 'DRAFT' | 'PUBLISHED' | 'IN_PROGRESS' | 'COMPLETED' | 'CANCELLED';
  overbookReason: string | null;
  batchCapacity: number | null;
  /** Those who have a seat. */
  studentIds: string[];
  version: number;
}

export interface NewSession extends LocalTimes, Instants {
  batchId: string | null;
  name: string;
  capacity: number;
  trainerUserId: string | null;
  slot: string | null;
}

export interface BatchForSession {
  name: string;
  capacity: number;
  daysOfWeek: string[];
  trainerUserId: string | null;
}

@Injectable()
export class SessionWritesRepository {
  constructor(private readonly db: Database) {}

  /** Locks the batch, so that places given in it meanwhile wait for the session and find it. */
  batch(id: string): Promise<BatchForSession | undefined> {
    return this.db.first<BatchForSession>(sql`
      select b.name, b.capacity, b.days_of_week as "daysOfWeek",
        (select t.user_id from batch_trainers t where t.center_id = b.center_id and t.batch_id = b.id order by t.created_at, t.user_id limit 1) as "trainerUserId"
      from batches b where b.center_id = current_center() and b.id = ${id} and b.archived_at is null for no key update of b`);
  }

  sessionsOn(
    batchId: string,
    date: string,
  ): Promise<{ id: string; startTime: string; status: string; slot: string | null }[]> {
    return this.db.rows(sql`
      select id, start_time as "startTime", status, slot from class_sessions
      where center_id = current_center() and batch_id = ${batchId} and (date = ${date} or slot = ${date})`);
  }

  /** As a draft: it is published when those with a place in it have their seats. */
  async insert(session: NewSession): Promise<string> {
    const row = await this.db.first<{ id: string }>(sql`
      insert into class_sessions (batch_id, name, date, start_time, end_time, starts_at, ends_at, capacity, trainer_user_id, slot, status)
      values (${session.batchId}, ${session.name}, ${session.date}, ${session.startTime}, ${session.endTime}, ${session.startsAt},
        ${session.endsAt}, ${session.capacity}, ${session.trainerUserId}, ${session.slot}, 'DRAFT') returning id`);
    return row!.id;
  }

  async publish(id: string): Promise<void> {
    await this.db.run(
      sql`update class_sessions set status = 'PUBLISHED' where center_id = current_center() and id = ${id}`,
    );
  }

  lock(id: string): Promise<StoredSession | undefined> {
    return this.db.first<StoredSession>(sql`
      select s.id, s.name, s.date, s.start_time as "startTime", s.end_time as "endTime", s.capacity, s.trainer_user_id as "trainerUserId",
        case when s.status in ('PUBLISHED', 'IN_PROGRESS') and s.date < center_today() then 'COMPLETED' else s.status end as status,
        s.overbook_reason as "overbookReason", s.version,
        (select b.capacity from batches b where b.center_id = s.center_id and b.id = s.batch_id) as "batchCapacity",
        array(select k.student_id from bookings k where k.center_id = s.center_id and k.session_id = s.id and k.status = 'CONFIRMED') as "studentIds"
      from class_sessions s where s.center_id = current_center() and s.id = ${id} for no key update of s`);
  }

  /** Answers false when somebody else changed it since `seen`. */
  async change(session: StoredSession & Instants, seen: number | undefined): Promise<boolean> {
    const changed = await this.db.run(sql`
      update class_sessions set name = ${session.name}, date = ${session.date}, start_time = ${session.startTime},
        end_time = ${session.endTime}, starts_at = ${session.startsAt}, ends_at = ${session.endsAt}, capacity = ${session.capacity},
        trainer_user_id = ${session.trainerUserId}, status = ${session.status}, overbook_reason = ${session.overbookReason}
      where center_id = current_center() and id = ${session.id} and version = ${seen ?? session.version}`);
    return changed === 1;
  }

  /** Closes every seat: whoever is about to take one waits, and is refused. A slot that is freed may be generated anew. */
  async cancel(ids: readonly string[], reason: string, freeSlot: boolean): Promise<string[]> {
    const rows = await this.db.rows<{ id: string }>(sql`
      update class_sessions set status = 'CANCELLED', cancel_reason = ${reason}, slot = case when ${freeSlot} then null else slot end
      where center_id = current_center() and id = any (${ids}::uuid[]) and status not in ('COMPLETED', 'CANCELLED') returning id`);
    return rows.map(({ id }) => id);
  }

  /** Does the work, answers what came of it, and leaves nothing of it behind. */
  rehearse<T>(work: () => Promise<T>): Promise<T> {
    return this.db.rehearse(work);
  }

  /** Of days that have passed. */
  async completePast(): Promise<number> {
    return this.db.run(sql`
      update class_sessions set status = 'COMPLETED'
      where center_id = current_center() and date < center_today() and status in ('PUBLISHED', 'IN_PROGRESS')`);
  }
}
