import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { newIds } from '../../platform/database/new-ids.ts';
import { sql } from '../../platform/database/sql.ts';

export interface LotToWrite {
  studentId: string;
  enrollmentId: string;
  quantity: number;
  used: number;
  expiresOn: string | null;
}

@Injectable()
export class CreditsImportRepository {
  constructor(private readonly db: Database) {}

  async add(lots: readonly LotToWrite[]): Promise<void> {
    const ids = await newIds(this.db, lots.length);
    const rows = JSON.stringify(lots.map((lot, index) => ({ ...lot, id: ids[index] })));
    const n = sql`jsonb_to_recordset(${rows}::jsonb)
      as n (id uuid, "studentId" uuid, "enrollmentId" uuid, quantity int, used int, "expiresOn" date)`;
    await this.db.run(sql`
      insert into credit_lots (id, student_id, enrollment_id, quantity, remaining, expires_on)
      select id, "studentId", "enrollmentId", quantity, quantity, "expiresOn" from ${n}`);
    await this.db.run(sql`
      insert into credit_entries (lot_id, amount, kind, student_id, created_at, created_by)
      select id, -used, 'ADJUSTMENT', "studentId", app_now(), current_actor() from ${n} where used > 0`);
  }
}
