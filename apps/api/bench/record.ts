import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import type { Call } from './workloads.ts';

export interface Statement {
  text: string;
  values: readonly unknown[];
  rows: readonly Record<string, unknown>[];
}

export interface Recording {
  role: string;
  key: string;
  statements: Statement[];
}

interface Sent {
  text: string;
  values?: readonly unknown[];
}
type Query = (this: pg.Client & { user?: string }, ...args: unknown[]) => unknown;

/**
 * Listens to what the application says to PostgreSQL, so that the bare SQL is what the repositories really send. What is
 * recorded is rolled back: it stays to be done.
 */
export class Recorder {
  private statements: Statement[] | undefined;
  private role = '';

  constructor(private readonly app: NestFastifyApplication) {
    const listen = this.listen.bind(this);
    const send = pg.Client.prototype.query as unknown as Query;
    const heard: Query = function heard(...args) {
      return listen(this, send, args);
    };
    Object.assign(pg.Client.prototype, { query: heard });
  }

  /** Answers undefined when the application refused. */
  async record(call: Call, headers: Record<string, string>): Promise<Recording | undefined> {
    const key = randomUUID();
    this.statements = [];
    const response = await this.app.inject({
      method: call.method,
      url: `/api/v1${call.path}`,
      headers: { ...headers, ...(call.body && { 'idempotency-key': key }) },
      ...(call.body && { payload: call.body }),
    });
    const { statements } = this;
    this.statements = undefined;
    return response.statusCode < 300 ? { role: this.role, key, statements } : undefined;
  }

  private listen(client: pg.Client & { user?: string }, send: Query, args: unknown[]): unknown {
    const [first, second] = args;
    const isOurs = this.statements && (client.user === 'cartwheel_app' || client.user === 'cartwheel_hq');
    if (!isOurs || typeof args.at(-1) === 'function') return send.apply(client, args);
    const sent: Sent = typeof first === 'string' ? { text: first, values: second as unknown[] } : (first as Sent);
    if (sent.text.toLowerCase() === 'commit') return send.call(client, 'rollback');
    this.role = client.user ?? '';
    const statement: Statement = { text: sent.text, values: sent.values ?? [], rows: [] };
    this.statements?.push(statement);
    return (send.apply(client, args) as Promise<pg.QueryResult>).then((result) => {
      statement.rows = Array.isArray(result) ? [] : (result.rows ?? []);
      return result;
    });
  }
}
