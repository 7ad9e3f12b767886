import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import type { Instants, LocalTimes } from './session-times.rules.ts';
import type { BatchTerms, DayMove, FutureSession } from './session-replan.rules.ts';

@Injectable()
export class SessionReplanRepository {
  constructor(private readonly db: Database) {}

  /** Not begun and not cancelled; locked in order of time. */
  future(batchId: string): Promise<FutureSession[]> {
    return this.db.rows<FutureSession>(sql`
      select s.id, s.date, s.start_time as "startTime", s.end_time as "endTime", s.slot, s.trainer_user_id as "trainerUserId",
        array(select sp.student_id from session_spots sp where sp.center_id = s.center_id and sp.session_id = s.id
          and sp.state in ('booked', 'held')) as "studentIds",
        exists (select from bookings k where k.center_id = s.center_id and k.session_id = s.id)
          or exists (select from attendance_marks m where m.center_id = s.center_id and m.session_id = s.id)
          or exists (select from skill_assessments a where a.center_id = s.center_id and a.session_id = s.id)
          or exists (select from intro_visits v where v.center_id = s.center_id and v.class_session_id = s.id)
          or exists (select from session_spots h where h.center_id = s.center_id and h.session_id = s.id and h.state = 'held') as "hasHistory"
      from class_sessions s
      where s.center_id = current_center() and s.batch_id = ${batchId} and s.starts_at > app_now() and s.status in ('DRAFT', 'PUBLISHED')
      order by s.starts_at, s.id for no key update of s`);
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.db.run(
      sql`delete from session_spots where center_id = current_center() and session_id = any (${ids}::uuid[])`,
    );
    await this.db.run(sql`delete from class_sessions where center_id = current_center() and id = any (${ids}::uuid[])`);
  }

  /** Without their trainers, who are asked again for the new time. */
  async move(sessions: readonly (LocalTimes & Instants & { id: string })[]): Promise<void> {
    await this.db.run(sql`
      update class_sessions s set date = m.date, start_time = m.start_time, end_time = m.end_time, starts_at = m.starts_at, ends_at = m.ends_at, trainer_user_id = null
      from unnest(${sessions.map((m) => m.id)}::uuid[], ${sessions.map((m) => m.date)}::date[], ${sessions.map((m) => m.startTime)}::text[], ${sessions.map((m) => m.endTime)}::text[],
        ${sessions.map((m) => m.startsAt)}::timestamptz[], ${sessions.map((m) => m.endsAt)}::timestamptz[]) as m (id, date, start_time, end_time, starts_at, ends_at)
      where s.center_id = current_center() and s.id = m.id`);
  }

  async clearTrainers(ids: readonly string[]): Promise<void> {
    await this.db.run(
      sql`update class_sessions set trainer_user_id = null where center_id = current_center() and id = any (${ids}::uuid[])`,
    );
  }

  /** Gives each its trainer where they are free. Answers the sessions that have one now. */
  async assign(wishes: readonly { id: string; trainerUserId: string }[]): Promise<Set<string>> {
    const rows = await this.db.rows<{ id: string }>(sql`
      update class_sessions s set trainer_user_id = w.trainer
      from unnest(${wishes.map((w) => w.id)}::uuid[], ${wishes.map((w) => w.trainerUserId)}::uuid[]) as w (id, trainer)
      where s.center_id = current_center() and s.id = w.id and not exists (
        select from class_sessions o where o.center_id = s.center_id and o.trainer_user_id = w.trainer and o.id <> s.id
          and o.status in ('PUBLISHED', 'IN_PROGRESS') and o.starts_at < s.ends_at and o.ends_at > s.starts_at)
      returning s.id`);
    return new Set(rows.map(({ id }) => id));
  }

  /** Also of what was cancelled or goes its own way, so that its week is not given a class anew. */
  async moveSlots(batchId: string, { from, by }: DayMove): Promise<void> {
    await this.db.run(sql`
      update class_sessions s set slot = (s.slot::date + ${by}::int)::text
      where s.center_id = current_center() and s.batch_id = ${batchId} and s.slot >= ${from} and weekday_of(s.slot::date) = weekday_of(${from}::date)
        and not exists (select from class_sessions o
          where o.center_id = s.center_id and o.batch_id = s.batch_id and o.slot = (s.slot::date + ${by}::int)::text)`);
  }

  /** Name and capacity, where the sessions still have the batch's. */
  async follow(ids: readonly string[], before: BatchTerms, after: BatchTerms): Promise<void> {
    await this.db.run(sql`
      update class_sessions set
        name = case when name = ${before.name} then ${after.name} else name end,
        capacity = case when capacity = ${before.capacity} then ${after.capacity}::int else capacity end
      where center_id = current_center() and id = any (${ids}::uuid[]) and status in ('DRAFT', 'PUBLISHED')
        and (name = ${before.name} or capacity = ${before.capacity})`);
  }
}
