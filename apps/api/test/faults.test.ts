import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { Clock } from '../src/platform/clock/clock.ts';
import { Tokens } from '../src/platform/auth/tokens.ts';
import { freePort } from '../../../packages/launcher/src/ports.mjs';
import { startPostgres } from '../../../packages/launcher/src/postgres.mjs';
import { testConfig } from './harness.ts';
import { startProcess, type ApiProcess } from './api-process.ts';
import { migrate } from './own-database.ts';

const PATIENCE = 120_000;

/** A database that really writes to disk, and that may be stopped without disturbing other tests. */
let cluster: Awaited<ReturnType<typeof startPostgres>>;
let folder: string;
let admin: pg.Pool;
let api: ApiProcess;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cartwheel-faults-'));
  cluster = await startPostgres({
    folder: join(folder, 'data'),
    port: await freePort(),
    password: 'faults',
    settings: ['max_connections=60'],
    env: process.env,
    log: `faults-${process.pid}`,
  });
  await migrate(cluster.url);
  admin = new pg.Pool({ connectionString: cluster.url, max: 2 });
  admin.on('error', () => {});
  api = await startProcess(cluster.url);
}, PATIENCE);

afterAll(async () => {
  await api?.stop();
  await admin?.end();
  await cluster?.service.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function deskWithInvoice() {
  const one = async (query: string, values: unknown[] = []) =>
    (await admin.query<{ id: string }>(query, values)).rows[0]!.id;
  const organizationId = await one(`insert into organizations (name) values ('Sunrise') returning id`);
  const centerId = await one(
    `insert into centers (organization_id, name, slug, city, timezone, currency, country, locale) values ($1, 'K', $2, 'B', 'Asia/Kolkata', 'INR', 'IN', 'en-IN') returning id`,
    [organizationId, `k-${randomUUID()}`],
  );
  const userId = await one(
    `insert into users (organization_id, name, email, email_norm, status) values ($1, 'Desk', $2, $2, 'ACTIVE') returning id`,
    [organizationId, `${randomUUID()}@sunrise.example`],
  );
  await admin.query(`insert into assignments (center_id, user_id, role) values ($1, $2, 'COUNSELOR')`, [
    centerId,
    userId,
  ]);
  const sessionId = await one(
    `insert into login_sessions (user_id, idle_expires_at, absolute_expires_at) values ($1, 'infinity', 'infinity') returning id`,
    [userId],
  );
  const studentId = await one(
    `insert into students (center_id, first_name, search_name) values ($1, 'Asha', 'asha') returning id`,
    [centerId],
  );
  const invoiceId = await one(
    `insert into invoices (center_id, number, financial_year, sequence, student_id, issued_on, subtotal_minor, total_minor)
     values ($1, '2026-27/0001', '2026-27', 1, $2, current_date, 900000000, 900000000) returning id`,
    [centerId, studentId],
  );
  const { accessToken } = new Tokens(testConfig(), new Clock()).access(userId, sessionId);
  return {
    centerId,
    invoiceId,
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
  };
}

describe('payments while the API is killed again and again', () => {
  it(
    'are all there once when they were acknowledged, and never twice',
    async () => {
      const { centerId, invoiceId, headers } = await deskWithInvoice();
      const acknowledged: string[] = [];
      const statuses = new Set<number>();
      let open = true;

      const payOnce = async () => {
        const key = randomUUID();
        const body = JSON.stringify({ invoiceId, amountMinor: 100, method: 'UPI', reference: key });
        // A client that got no answer asks again with the same key.
        for (let attempt = 0; attempt < 200; attempt++) {
          const answer = await fetch(`${api.origin}/api/v1/payments`, {
            method: 'POST',
            headers: { ...headers, 'idempotency-key': key },
            body,
          }).catch(() => undefined);
          if (answer) statuses.add(answer.status);
          if (answer?.status === 201) {
            acknowledged.push(key);
            return;
          }
          await wait(50);
        }
      };
      const client = async () => {
        while (open) await payOnce();
      };
      const clients = Array.from({ length: 6 }, client);
      for (let round = 0; round < 4; round++) {
        await wait(700 + round * 130);
        await api.kill();
        await api.restart();
      }
      await wait(500);
      open = false;
      await Promise.all(clients);

      const { rows } = await admin.query<{ reference: string; n: number }>(
        'select reference, count(*)::int as n from payments where center_id = $1 group by reference',
        [centerId],
      );
      const stored = new Map(rows.map((row) => [row.reference, row.n]));
      expect(acknowledged.length).toBeGreaterThan(20);
      expect(acknowledged.filter((key) => !stored.has(key))).toEqual([]);
      expect(rows.filter(({ n }) => n !== 1)).toEqual([]);
      expect([...statuses].filter((status) => status >= 500 && status !== 503)).toEqual([]);
    },
    PATIENCE,
  );
});

describe('a database that is restarted under load', () => {
  it(
    'is answered with 503 and then works again, without restarting the API',
    async () => {
      const { headers } = await deskWithInvoice();
      const { pid } = api;
      const statuses: number[] = [];
      const hasty: unknown[] = [];
      let open = true;
      const reader = async () => {
        while (open) {
          const answer = await fetch(`${api.origin}/api/v1/invoices`, { headers });
          await answer.arrayBuffer();
          if (answer.status === 503 && !answer.headers.has('retry-after')) hasty.push(answer.status);
          statuses.push(answer.status);
        }
      };
      const readers = Array.from({ length: 6 }, reader);
      await wait(500);
      await cluster.service.stop();
      await wait(1_000);
      cluster.service.start();
      await until(async () => (await fetch(`${api.origin}/api/v1/invoices`, { headers })).status === 200);
      await wait(500);
      open = false;
      await Promise.all(readers);

      expect(new Set(statuses)).toEqual(new Set([200, 503]));
      expect(hasty).toEqual([]);
      expect(statuses.slice(-10)).toEqual(Array.from({ length: 10 }, () => 200));
      expect(api.pid).toBe(pid);
    },
    PATIENCE,
  );
});

async function until(condition: () => Promise<boolean>) {
  for (let waited = 0; waited < 20_000; waited += 100) {
    if (await condition()) return;
    await wait(100);
  }
  throw new Error('It did not come back');
}
