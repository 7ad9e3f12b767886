import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import supertest from 'supertest';
import { createApp } from '../src/app.ts';
import { Tokens } from '../src/platform/auth/tokens.ts';
import { Clock } from '../src/platform/clock/clock.ts';
import { readConfig } from '../src/platform/config/config.ts';
import { type DeliveredEvent, Dispatcher } from '../src/platform/events/dispatcher.ts';
import { outdated } from '../src/platform/events/relay.ts';
import { ownDatabase } from './own-database.ts';
import { Cast, type NewCenter } from './cast.ts';

export const testConfig = (overrides: Record<string, string> = {}) =>
  readConfig({
    NODE_ENV: 'test',
    APP_SECRET: process.env['APP_SECRET'],
    DATABASE_URL: process.env['DATABASE_URL'],
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
    PORT: '0',
    API_DOCS: 'on',
    ...overrides,
  });

export interface TestApi {
  readonly app: NestFastifyApplication;
  readonly admin: pg.Pool;
  /** An organization and a center of its own. */
  newCenter: (options?: NewCenter) => Promise<Cast>;
  /** Somebody who is not signed in. */
  anybody: () => ReturnType<typeof supertest.agent>;
  /** Runs the handlers of everything that was published in the centers of this file, as the worker would. */
  settle: () => Promise<void>;
  /** A center that was made otherwise than with `newCenter`: its organization is settled as well. */
  adopt: (centerId: string) => void;
  setNow: (now: Date | undefined) => void;
  readonly origin: string;
}

/**
 * Starts the real application on the real database, once per test file. Listening, so that a test may also use sockets.
 * `alone`: on a database of its own, for tests that run a worker, which would take the events of all the others.
 */
export function startApi(overrides: Record<string, string> = {}, { alone = false } = {}): TestApi {
  const centerIds = new Set<string>();
  let drop = async () => {};
  let app: NestFastifyApplication;
  let admin: pg.Pool;
  beforeAll(async () => {
    if (alone) drop = await ownDatabase();
    app = await createApp(testConfig(overrides));
    await app.listen(0, '127.0.0.1');
    admin = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 3 });
  });
  afterAll(async () => {
    await app.close();
    await admin.end();
    await drop();
  });
  afterEach(() => app.get(Clock).set(undefined));

  return {
    get app() {
      return app;
    },
    get admin() {
      return admin;
    },
    get origin() {
      const { port } = app.getHttpServer().address() as AddressInfo;
      return `http://127.0.0.1:${port}`;
    },
    newCenter: async (options = {}) => {
      const center = await Cast.in(app, admin, app.get(Tokens), options);
      centerIds.add(center.id);
      return center;
    },
    anybody: () => supertest.agent(app.getHttpServer()),
    settle: () => settle(app, admin, [...centerIds]),
    adopt: (centerId) => void centerIds.add(centerId),
    setNow: (now) => app.get(Clock).set(now),
  };
}

const waitingIn = `
  select id, name, center_id as "centerId", payload from outbox_events
  where published_at is null and center_id in (
    select c.id from centers c join centers own on own.organization_id = c.organization_id where own.id = any ($1))
  order by created_at limit 200`;

async function sistersOf(admin: pg.Pool, centerIds: string[]): Promise<string[]> {
  const { rows } = await admin.query<{ id: string }>(
    'select c.id from centers c join centers own on own.organization_id = c.organization_id where own.id = any ($1)',
    [centerIds],
  );
  return rows.map(({ id }) => id);
}

/** Until nothing waits; a handler may publish again. Test files share the outbox: what others published is theirs to run. */
async function settle(app: NestFastifyApplication, admin: pg.Pool, centerIds: string[]): Promise<void> {
  const failures: unknown[] = [];
  for (;;) {
    await admin.query(outdated(await sistersOf(admin, centerIds)).render());
    const { rows } = await admin.query<DeliveredEvent>(waitingIn, [centerIds]);
    if (rows.length === 0) break;
    for (const event of rows) failures.push(...(await app.get(Dispatcher).dispatch(event)));
    const ids = rows.map(({ id }) => id);
    await admin.query('update outbox_events set published_at = clock_timestamp() where id = any ($1)', [ids]);
  }
  if (failures.length > 0)
    throw new Error(
      `Handlers failed: ${JSON.stringify(failures, (_, value: unknown) => (value instanceof Error ? value.stack : value))}`,
    );
}

export const newKey = () => randomUUID();
