import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { Config } from '../config/config.ts';
import { createPool } from '../database/pool.ts';
import type { Sql } from '../database/sql.ts';

/**
 * What must be read before it is known who asks: accounts, sessions, links in mails, counted attempts. A database
 * role of its own, which can read nothing of a center's business.
 */
@Injectable()
export class Identity implements OnApplicationShutdown {
  private readonly pool: pg.Pool;
  private readonly prepares: boolean;

  constructor(config: Config) {
    this.prepares = config.preparesStatements;
    this.pool = createPool(
      config.databaseUrl('cartwheel_lookup'),
      'cartwheel_lookup',
      Math.max(3, Math.floor(config.poolSize / 3)),
    );
  }

  async rows<Row extends object>(query: Sql): Promise<Row[]> {
    return (await this.pool.query<Row>(this.statement(query))).rows;
  }

  async first<Row extends object>(query: Sql): Promise<Row | undefined> {
    return (await this.rows<Row>(query))[0];
  }

  /** Several statements, all or nothing. */
  async together<T>(work: (run: <Row extends object>(query: Sql) => Promise<Row[]>) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      const answer = await work(
        async <Row extends object>(query: Sql) => (await client.query<Row>(this.statement(query))).rows,
      );
      await client.query('commit');
      return answer;
    } catch (error) {
      await client.query('rollback').catch(() => {});
      throw error;
    } finally {
      client.release();
    }
  }

  private statement(query: Sql) {
    return this.prepares ? query.renderPrepared() : query.render();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
