import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Operation } from '@cartwheel/contracts';
import { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { Problem } from '../problems/problem.ts';
import { toProblem } from '../problems/translate.ts';

export interface Reply {
  status: number;
  body: unknown;
  replayed?: boolean;
  problem?: Problem;
}

interface StoredRow {
  request_hash: string;
  status: number | null;
  body: unknown;
}

/** Refusals that belong to the request itself; the others may go differently next time and are not kept. */
const kept = new Set([402, 403, 404, 409, 410, 412, 422]);
const notKept = new Set(['conflict_retry', 'idempotency_in_progress']);

/** The same key and request within a day has one effect and one answer. The key commits with the effect. */
@Injectable()
export class Idempotency {
  constructor(private readonly db: Database) {}

  async once(key: string, operation: Operation, input: unknown, work: () => Promise<Reply>): Promise<Reply> {
    const hash = createHash('sha256')
      .update(JSON.stringify([operation.id, input]))
      .digest('hex');
    const earlier = await this.claim(key, hash);
    if (earlier) return earlier;

    const reply = await this.attempt(work);
    await this.db.run(sql`update idempotency_keys set status = ${reply.status}, body = ${JSON.stringify(reply.body)}
      where user_id = ${this.db.context.userId} and key = ${key}`);
    return reply;
  }

  /** Waits for a request that runs with the same key; then its answer, or undefined when the key is ours. */
  private async claim(key: string, hash: string): Promise<Reply | undefined> {
    const { userId } = this.db.context;
    const claimed = await this.db
      .attempt(() =>
        this.db.run(
          sql`insert into idempotency_keys (user_id, key, request_hash) values (${userId}, ${key}, ${hash}) on conflict do nothing`,
        ),
      )
      .catch((error: unknown) => {
        throw toProblem(error).code === 'overloaded'
          ? new Problem('idempotency_in_progress', { retryAfter: 1 })
          : error;
      });
    if (claimed === 1) return undefined;
    const row = await this.db.first<StoredRow>(
      sql`select request_hash, status, body from idempotency_keys where user_id = ${userId} and key = ${key}`,
    );
    if (!row || row.status === null) throw new Problem('idempotency_in_progress', { retryAfter: 1 });
    if (row.request_hash !== hash) throw new Problem('idempotency_key_reused');
    return { status: row.status, body: row.body, replayed: true };
  }

  private async attempt(work: () => Promise<Reply>): Promise<Reply> {
    try {
      return await this.db.attempt(work);
    } catch (error) {
      const problem = toProblem(error);
      if (!kept.has(problem.status) || notKept.has(problem.code)) throw error;
      return { status: problem.status, body: problem.toDetails(this.db.context.requestId), problem };
    }
  }
}
