import { Injectable } from '@nestjs/common';
import type { Plan } from '@cartwheel/contracts';
import type { Weekday } from '@cartwheel/domain/calendar';
import { Database } from '../../platform/database/database.ts';
import { sql } from '../../platform/database/sql.ts';

export interface CenterFacts {
  timezone: string;
  country: string;
  currency: string;
  today: string;
}

export interface KnownBatch {
  id: string;
  name: string;
  daysOfWeek: Weekday[];
}

export interface KnownPlan {
  id: string;
  name: string;
  planType: Plan['planType'];
  visitsIncluded: number | null;
  validityDays: number | null;
  priceMinor: number;
}

export interface KnownSkill {
  id: string;
  name: string;
}

/** What a file may name: read, never written, here. */
@Injectable()
export class ImportPlacesRepository {
  constructor(private readonly db: Database) {}

  async center(): Promise<CenterFacts> {
    const row = await this.db.first<CenterFacts>(
      sql`select timezone, country, currency, center_today() as today from centers where id = current_center()`,
    );
    return row!;
  }

  batches(): Promise<KnownBatch[]> {
    return this.db.rows<KnownBatch>(sql`select id, name, days_of_week as "daysOfWeek" from batches
      where center_id = current_center() and archived_at is null order by name, id`);
  }

  /** The center's own before the templates. */
  plans(): Promise<KnownPlan[]> {
    return this.db.rows<KnownPlan>(sql`
      select id, name, plan_type as "planType", visits_included as "visitsIncluded", validity_days as "validityDays",
        price_minor as "priceMinor"
      from plans where archived_at is null and (center_id is null or center_id = current_center())
      order by center_id nulls last, name, id`);
  }

  staff(): Promise<{ id: string; name: string }[]> {
    return this.db.rows(sql`select u.id, u.name from assignments a join users u on u.id = a.user_id
      where a.center_id = current_center() and u.status <> 'INACTIVE' order by u.name, u.id`);
  }

  /** Of a curriculum; none is chosen where its id is none. */
  skills(curriculumId: string | undefined): Promise<KnownSkill[]> {
    return this.db.rows<KnownSkill>(sql`select id, name from skills
      where curriculum_id::text = ${curriculumId ?? ''} and retired_at is null and (center_id is null or center_id = current_center())
      order by position, id`);
  }
}
