import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { Clock } from '../clock/clock.ts';
import { Config, type DatabaseRole } from '../config/config.ts';
import { createPool } from './pool.ts';
import { PrismaInUnit } from './prisma-in-unit.ts';
import type { Sql } from './sql.ts';

/** Where and for whom a unit of work runs. PostgreSQL shows and accepts only what belongs to it. */
export interface Context {
  organizationId: string;
  /** Null: across the organization, before a center is chosen. */
  centerId: string | null;
  userId: string | null;
  role: string;
  requestId: string;
  importId?: string;
}

interface Unit {
  context: Context;
  client: pg.PoolClient;
  savepoints: number;
}

/** One unit of work is one transaction on one connection. Everything the domains read or write goes through it. */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly current = new AsyncLocalStorage<Unit>();
  private readonly app: pg.Pool;
  private readonly hq: pg.Pool;
  private readonly prepares: boolean;
  private readonly prismaInUnit = new PrismaInUnit(() => this.unit.client);

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    const pool = (role: DatabaseRole, max: number) => createPool(config.databaseUrl(role), role, max);
    this.prepares = config.preparesStatements;
    this.app = pool('cartwheel_app', config.poolSize);
    this.hq = pool('cartwheel_hq', Math.max(2, Math.floor(config.poolSize / 4)));
  }

  /** Runs the work in one transaction. It commits when the work is done and leaves nothing behind when it throws. */
  inUnit<T>(context: Context, work: () => Promise<T>): Promise<T> {
    return this.open(this.app, context, work);
  }

  /** Reads across the centers of an organization; the role behind it can write nothing. */
  acrossCenters<T>(context: Context, work: () => Promise<T>): Promise<T> {
    return this.open(this.hq, { ...context, centerId: null }, work);
  }

  /** Prisma's client for plain reads and writes of single rows, on the unit's own connection. */
  get tx() {
    return this.prismaInUnit.client;
  }

  get context(): Context {
    return this.unit.context;
  }

  get isOpen(): boolean {
    return this.current.getStore() !== undefined;
  }

  async rows<Row extends object>(query: Sql): Promise<Row[]> {
    const result = await this.unit.client.query<Row>(this.statement(query));
    return result.rows;
  }

  async first<Row extends object>(query: Sql): Promise<Row | undefined> {
    return (await this.rows<Row>(query))[0];
  }

  /** For statements of which only the number of touched rows matters. */
  async run(query: Sql): Promise<number> {
    const result = await this.unit.client.query(this.statement(query));
    return result.rowCount ?? 0;
  }

  /** Work that may fail without failing the whole unit. */
  async attempt<T>(work: () => Promise<T>): Promise<T> {
    const { unit } = this;
    const name = `attempt_${++unit.savepoints}`;
    await unit.client.query(`savepoint ${name}`);
    try {
      const answer = await work();
      await unit.client.query(`release savepoint ${name}`);
      return answer;
    } catch (error) {
      await unit.client.query(`rollback to savepoint ${name}`);
      throw error;
    }
  }

  /** Does it, takes all of it back, and answers what it would have answered. */
  async rehearse<T>(work: () => Promise<T>): Promise<T> {
    const curtain = new Error('The rehearsal is over');
    let outcome: { of: T } | undefined;
    const play = this.attempt(async () => {
      outcome = { of: await work() };
      throw curtain;
    });
    await play.catch((error: unknown) => {
      if (error !== curtain) throw error;
    });
    return outcome!.of;
  }

  async isReachable(): Promise<boolean> {
    await this.app.query('select 1');
    return true;
  }

  get waiting(): number {
    return this.app.waitingCount;
  }

  /** After the server has stopped taking requests: those under way still need their connections. */
  async onApplicationShutdown(): Promise<void> {
    await this.prismaInUnit.close();
    await Promise.all([this.app.end(), this.hq.end()]);
  }

  private statement(query: Sql) {
    return this.prepares ? query.renderPrepared() : query.render();
  }

  private get unit(): Unit {
    const unit = this.current.getStore();
    if (!unit) throw new Error('No unit of work is open.');
    return unit;
  }

  private async open<T>(pool: pg.Pool, context: Context, work: () => Promise<T>): Promise<T> {
    if (this.current.getStore()) throw new Error('A unit of work is open already. Finish it first.');
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query(`begin; ${this.settings(context)}`);
      // Prisma starts a query only when it is awaited, which must happen in here.
      const answer = await this.current.run({ context, client, savepoints: 0 }, async () => await work());
      await client.query('commit');
      return answer;
    } catch (error) {
      await client.query('rollback').catch((failure: Error) => (broken = failure));
      if (hasOutdatedPlan(error)) broken = error;
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** One message with `begin`: it saves a round trip. Local to the transaction, so nothing stays on the connection. */
  private settings(context: Context): string {
    const values: Record<string, string> = {
      'app.organization_id': context.organizationId,
      'app.center_id': context.centerId ?? '',
      'app.user_id': context.userId ?? '',
      'app.role': context.role,
      'app.request_id': context.requestId,
      'app.import_id': context.importId ?? '',
      'app.now': this.clock.override?.toISOString() ?? '',
    };
    const calls = Object.entries(values).map(
      ([name, value]) => `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`,
    );
    return `select ${calls.join(', ')}`;
  }
}

/** A migration changed what a kept plan answers: the connection goes, and the next one plans anew. */
function hasOutdatedPlan(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === '0A000';
}
