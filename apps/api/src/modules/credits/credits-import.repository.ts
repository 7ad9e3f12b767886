import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';

@Injectable()
export class CreditsImportRepository {
  constructor(private readonly db: Database) {}

  async adjust(lotId: string, studentId: string, amount: number): Promise<void> {
    await this.db.run(sql`
      insert into credit_entries (lot_id, amount, kind, student_id, created_at, created_by)
      values (${lotId}, ${amount}, 'ADJUSTMENT', ${studentId}, app_now(), current_actor())`);
  }
}
