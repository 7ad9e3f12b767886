import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';

export interface StoredSettings {
  version: number;
  data: Record<string, unknown>;
}

@Injectable()
export class SettingsRepository {
  constructor(private readonly db: Database) {}

  newest(): Promise<StoredSettings | undefined> {
    return this.db.first<StoredSettings>(
      sql`select version, data from center_settings where center_id = current_center() order by version desc limit 1`,
    );
  }
}
