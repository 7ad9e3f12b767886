import { Injectable } from '@nestjs/common';
import type { ClassSession, InputOf, listClassSessions } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import { nothing, sql, where } from '../../platform/database/sql.ts';
import { after } from '../../platform/http/paging.ts';
import { assignedTo, sessionView, statusNow } from './session-view.sql.ts';

type Filter = InputOf<typeof listClassSessions>['query'];

/** A session as it is shown, but for what depends on the clock. */
export interface SessionRow extends Omit<ClassSession, 'mayMark'> {
  assigned: boolean;
}

/** Reads. The writes are in session-writes.repository.ts. */
@Injectable()
export class ClassSessionsRepository {
  constructor(private readonly db: Database) {}

  list(userId: string, filter: Filter): Promise<SessionRow[]> {
    const page = sql`select s.* from class_sessions s ${where(
      sql`s.center_id = current_center()`,
      filter.date && sql`s.date = ${filter.date}`,
      filter.from && sql`s.date >= ${filter.from}`,
      filter.to && sql`s.date <= ${filter.to}`,
      filter.batchId && sql`s.batch_id = ${filter.batchId}`,
      filter.trainerUserId && sql`s.trainer_user_id = ${filter.trainerUserId}`,
      filter.status && sql`${statusNow} = ${filter.status}`,
      filter.mine && assignedTo(userId),
      after(filter.cursor, sql`s.starts_at`, sql`s.id`),
    )} order by s.starts_at, s.id limit ${filter.limit + 1}`;
    return this.db.rows<SessionRow>(sql`${sessionView(page, userId, nothing)} order by s.starts_at, s.id`);
  }

  /** With the center's own settings, so that a roster needs no further question. `keep`: nobody cancels or moves it meanwhile. */
  find(
    userId: string,
    id: string,
    keep: boolean,
  ): Promise<(SessionRow & { settings: Record<string, unknown> | null }) | undefined> {
    const one = sql`select * from class_sessions where center_id = current_center() and id = ${id} ${keep ? sql`for share` : nothing}`;
    const settings = sql`, (select data from center_settings where center_id = current_center() order by version desc limit 1) as settings`;
    return this.db.first(sessionView(one, userId, settings));
  }

  /** Of these, who works here. */
  async colleagues(userIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.db.rows<{ id: string }>(sql`
      select u.id from users u where u.id = any (${userIds}::uuid[]) and u.status <> 'INACTIVE' and (u.is_super_admin
        or exists (select from assignments a where a.center_id = current_center() and a.user_id = u.id))`);
    return new Set(rows.map(({ id }) => id));
  }
}
