import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { sql, where } from '../../platform/database/sql.ts';
import { after } from '../../platform/http/paging.ts';

export interface StoredClosure {
  id: string;
  from: string;
  to: string;
  reason: string;
}

const columns = sql`id, from_date as from, to_date as to, reason`;

@Injectable()
export class ClosuresRepository {
  constructor(private readonly db: Database) {}

  list(page: { limit: number; cursor?: string | undefined }): Promise<StoredClosure[]> {
    return this.db.rows<StoredClosure>(sql`
      select ${columns} from closures
      ${where(sql`center_id = current_center()`, after(page.cursor, sql`from_date`, sql`id`))}
      order by from_date, id limit ${page.limit + 1}`);
  }

  async insert({ from, to, reason }: Omit<StoredClosure, 'id'>): Promise<StoredClosure> {
    const row = await this.db.first<StoredClosure>(
      sql`insert into closures (from_date, to_date, reason) values (${from}, ${to}, ${reason}) returning ${columns}`,
    );
    return row!;
  }

  remove(id: string): Promise<StoredClosure | undefined> {
    return this.db.first<StoredClosure>(
      sql`delete from closures where center_id = current_center() and id = ${id} returning ${columns}`,
    );
  }

  async sessionsToCome({ from, to }: { from: string; to: string }): Promise<string[]> {
    const rows = await this.db.rows<{ id: string }>(sql`
      select id from class_sessions where center_id = current_center() and date between ${from} and ${to}
        and starts_at > app_now() and status in ('DRAFT', 'PUBLISHED') order by starts_at, id`);
    return rows.map(({ id }) => id);
  }
}
