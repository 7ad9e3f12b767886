import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import supertest from 'supertest';
import { createApp } from '../src/app.ts';
import { Tokens } from '../src/platform/auth/tokens.ts';
import { Clock } from '../src/platform/clock/clock.ts';
import { readConfig } from '../src/platform/config/config.ts';
import { Dispatcher } from '../src/platform/events/dispatcher.ts';
import { Relay } from '../src/platform/events/relay.ts';
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
  /** Runs the handlers of everything that was published, as the worker would. */
  settle: () => Promise<void>;
  setNow: (now: Date | undefined) => void;
  readonly origin: string;
}

/** Starts the real application on the real database, once per test file. Listening, so that a test may also use sockets. */
export function startApi(overrides: Record<string, string> = {}): TestApi {
  let app: NestFastifyApplication;
  let admin: pg.Pool;
  beforeAll(async () => {
    app = await createApp(testConfig(overrides));
    await app.listen(0, '127.0.0.1');
    admin = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 3 });
  });
  afterAll(async () => {
    await app.close();
    await admin.end();
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
    newCenter: (options = {}) => Cast.in(app, admin, app.get(Tokens), options),
    anybody: () => supertest.agent(app.getHttpServer()),
    settle: () => settle(app),
    setNow: (now) => app.get(Clock).set(now),
  };
}

/** Until nothing waits; a handler may publish again. Tests share the outbox, so this may also run what others published. */
async function settle(app: NestFastifyApplication): Promise<void> {
  const relay = app.get(Relay);
  const dispatcher = app.get(Dispatcher);
  const failures: unknown[] = [];
  const hand = async (events: Parameters<Parameters<Relay['forward']>[0]>[0]) => {
    for (const event of events) failures.push(...(await dispatcher.dispatch(event)));
  };
  while ((await relay.forward(hand)) > 0);
  if (failures.length > 0)
    throw new Error(
      `Handlers failed: ${JSON.stringify(failures, (_, value: unknown) => (value instanceof Error ? value.stack : value))}`,
    );
}

export const newKey = () => randomUUID();
