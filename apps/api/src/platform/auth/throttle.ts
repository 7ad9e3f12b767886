import { Injectable } from '@nestjs/common';
import { sql } from '../database/sql.ts';
import { Problem } from '../problems/problem.ts';
import { Identity } from './identity.ts';

/** Counts attempts in the database, so that every process sees the same number. */
@Injectable()
export class Throttle {
  constructor(private readonly identity: Identity) {}

  /** Counts one attempt; refuses with 429 once there were more than `limit` within the window. */
  async count(key: string, limit: number, windowSeconds: number): Promise<void> {
    const { count, wait } = await this.add(key, windowSeconds);
    if (count > limit) throw new Problem('rate_limited', { retryAfter: Math.max(1, wait) });
  }

  /** Counts one attempt and answers how many there were within the window. */
  async tally(key: string, windowSeconds: number): Promise<number> {
    return (await this.add(key, windowSeconds)).count;
  }

  /** Seconds until the key may try again, or 0. */
  async waitOf(key: string): Promise<number> {
    const row = await this.identity.first<{ wait: number }>(
      sql`select ceil(extract(epoch from resets_at - clock_timestamp()))::int as wait from throttles where key = ${key} and resets_at > clock_timestamp()`,
    );
    return Math.max(0, row?.wait ?? 0);
  }

  async lock(key: string, seconds: number): Promise<void> {
    await this.identity
      .rows(sql`insert into throttles (key, count, resets_at) values (${key}, 1, clock_timestamp() + make_interval(secs => ${seconds}))
      on conflict (key) do update set resets_at = excluded.resets_at`);
  }

  async forget(key: string): Promise<void> {
    await this.identity.rows(sql`delete from throttles where key = ${key}`);
  }

  private async add(key: string, windowSeconds: number): Promise<{ count: number; wait: number }> {
    const row = await this.identity.first<{ count: number; wait: number }>(sql`
      insert into throttles as t (key, count, resets_at) values (${key}, 1, clock_timestamp() + make_interval(secs => ${windowSeconds}))
      on conflict (key) do update set
        count = case when t.resets_at <= clock_timestamp() then 1 else t.count + 1 end,
        resets_at = case when t.resets_at <= clock_timestamp() then excluded.resets_at else t.resets_at end
      returning count, ceil(extract(epoch from resets_at - clock_timestamp()))::int as wait`);
    return row ?? { count: 0, wait: 0 };
  }
}
