import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';

export interface BatchDay {
  batchId: string;
  date: string;
}

/** Classes that took place before they were written down here. */
@Injectable()
export class PastSessionsRepository {
  constructor(private readonly db: Database) {}

  /** Those that were not cancelled, the earliest of a day first. */
  of(days: readonly BatchDay[]): Promise<(BatchDay & { id: string })[]> {
    return this.db.rows(sql`
      select distinct on (s.batch_id, s.date) s.id, s.batch_id as "batchId", s.date from class_sessions s
      join jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as n ("batchId" uuid, date date)
        on n."batchId" = s.batch_id and n.date = s.date
      where s.center_id = current_center() and s.status <> 'CANCELLED' order by s.batch_id, s.date, s.starts_at, s.id`);
  }

  async add(days: readonly BatchDay[]): Promise<void> {
    await this.db.run(sql`
      insert into class_sessions (batch_id, name, date, start_time, end_time, starts_at, ends_at, capacity, slot, status)
      select b.id, b.name, n.date, b.start_time, b.end_time, (n.date + b.start_time::time) at time zone c.timezone,
        (n.date + b.end_time::time) at time zone c.timezone, b.capacity, n.date::text, 'COMPLETED'
      from (select distinct "batchId", date from jsonb_to_recordset(${JSON.stringify(days)}::jsonb)
        as n ("batchId" uuid, date date)) n
      join centers c on c.id = current_center() join batches b on b.center_id = c.id and b.id = n."batchId"
      order by n.date, b.id on conflict (center_id, batch_id, slot) do nothing`);
  }
}
