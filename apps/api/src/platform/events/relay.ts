import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { Config } from '../config/config.ts';
import { Clock } from '../clock/clock.ts';
import { createPool } from '../database/pool.ts';
import { type Sql, sql } from '../database/sql.ts';
import type { DeliveredEvent } from './dispatcher.ts';

const BATCH = 200;
const MOST_OUTDATED = 5_000;

/** Of these centers; of all when none are named. */
export function outdated(centerIds: readonly string[] | null = null): Sql {
  return sql`
    with taken as (
      delete from outdated_figures f using (
        select center_id, id from outdated_figures where ${centerIds}::uuid[] is null or center_id = any (${centerIds}::uuid[])
        order by center_id, id limit ${MOST_OUTDATED} for update skip locked) o
      where f.center_id = o.center_id and f.id = o.id returning f.center_id, f.from_date, f.to_date),
    spans as (
      select center_id, unnest(range_agg(daterange(from_date, to_date, '[]'))) as span from taken group by center_id)
    insert into outbox_events (center_id, name, payload)
    select center_id, 'figures.outdated', jsonb_build_object('spans',
      jsonb_agg(jsonb_build_object('from', lower(span), 'to', upper(span) - 1) order by span))
    from spans group by center_id`;
}

/** Reads what every center has published, and nothing else of theirs. Any number of relays may run. */
@Injectable()
export class Relay implements OnApplicationShutdown {
  private readonly pool: pg.Pool;

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.pool = createPool(config.databaseUrl('cartwheel_relay'), 'cartwheel_relay', 3);
  }

  /** Hands committed events on, then marks them. A crash in between hands them on again, under the same id. */
  async forward(hand: (events: DeliveredEvent[]) => Promise<void>): Promise<number> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      const { rows } = await client.query<DeliveredEvent>(
        sql`
        select id, name, center_id as "centerId", payload from outbox_events
        where published_at is null order by created_at limit ${BATCH} for update skip locked`.render(),
      );
      if (rows.length > 0) {
        await hand(rows);
        await client.query(
          sql`update outbox_events set published_at = clock_timestamp() where id = any (${rows.map(({ id }) => id)}::uuid[])`.render(),
        );
      }
      await client.query('commit');
      return rows.length;
    } catch (error) {
      await client.query('rollback').catch(() => {});
      throw error;
    } finally {
      client.release();
    }
  }

  /** Tells every center once that its day has begun, however late or often this runs. */
  async tellNights(): Promise<number> {
    const { rowCount } = await this.pool.query(
      sql`
      with fallen as (
        insert into center_nights (center_id, date)
        select id, (${this.clock.now()}::timestamptz at time zone timezone)::date from centers where archived_at is null
        on conflict do nothing returning center_id, date)
      insert into outbox_events (center_id, name, payload)
      select center_id, 'night.fell', jsonb_build_object('date', date) from fallen`.render(),
    );
    return rowCount ?? 0;
  }

  /** Tells every center once which of its days want counting anew, however often they were touched meanwhile. */
  async tellOutdated(): Promise<number> {
    const { rowCount } = await this.pool.query(outdated().render());
    return rowCount ?? 0;
  }

  /** Seconds since the oldest event that still waits. */
  async lag(): Promise<number> {
    const { rows } = await this.pool.query<{ lag: number }>(
      'select coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float as lag from outbox_events where published_at is null',
    );
    return rows[0]?.lag ?? 0;
  }

  async forgetOld(): Promise<void> {
    await this.pool.query("delete from outbox_events where published_at < now() - interval '30 days'");
    await this.pool.query("delete from idempotency_keys where created_at < now() - interval '24 hours'");
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
