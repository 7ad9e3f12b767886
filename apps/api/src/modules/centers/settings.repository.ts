import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';
import type { OwnSettings, SettingsVersion } from './settings.rules.ts';

export interface StoredSettings {
  version: number;
  data: OwnSettings;
}

@Injectable()
export class SettingsRepository {
  constructor(private readonly db: Database) {}

  newest(): Promise<StoredSettings | undefined> {
    return this.db.first<StoredSettings>(
      sql`select version, data from center_settings where center_id = current_center() order by version desc limit 1`,
    );
  }

  /** Every version, the first one first. */
  history(): Promise<SettingsVersion[]> {
    return this.db.rows<SettingsVersion>(sql`
      select s.version, s.data, s.created_at as at,
        case when u.id is not null then jsonb_build_object('id', u.id, 'name', u.name) end as by
      from center_settings s left join users u on u.id = s.created_by
      where s.center_id = current_center() order by s.version`);
  }

  /** Until the unit of work ends nobody else changes the settings of the center. */
  async lock(): Promise<void> {
    await this.db.rows(sql`select from centers where id = current_center() for no key update`);
  }

  async add(version: number, data: OwnSettings): Promise<void> {
    await this.db.run(sql`insert into center_settings (center_id, version, data, created_at, created_by)
      values (current_center(), ${version}, ${JSON.stringify(data)}, app_now(), current_actor())`);
  }
}
