import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';

/** The one place that writes other domains' tables: whatever names a student must name the kept one, all or none. */
@Injectable()
export class MergingRepository {
  constructor(private readonly db: Database) {}

  async merge(keepId: string, mergeId: string): Promise<void> {
    await this.db.run(sql`select sd_merge_students(${keepId}, ${mergeId})`);
  }
}
