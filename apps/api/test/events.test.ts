import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { EventWorker } from '../src/platform/events/event-worker.ts';
import { Relay } from '../src/platform/events/relay.ts';
import type { Cast } from './cast.ts';
import { startApi, testConfig } from './harness.ts';

const redisServer = process.env['TEST_REDIS_SERVER'];
const backends = redisServer ? (['PostgreSQL', 'Redis'] as const) : (['PostgreSQL'] as const);
if (!redisServer) process.stdout.write('Redis is not installed here: its half of the event tests was left out.\n');

const api = startApi({}, { alone: true });
const quick = { attempts: 3, firstPauseMs: 20 };
let redis: ChildProcess | undefined;
let redisUrl = '';

beforeAll(async () => {
  if (!redisServer) return;
  const port = await freePort();
  redisUrl = `redis://127.0.0.1:${port}`;
  redis = spawn(
    redisServer,
    ['--port', String(port), '--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'],
    { stdio: 'ignore' },
  );
  await wait(300);
});
afterAll(() => redis?.kill());

const startWorker = async (backend: string) => {
  const worker = new EventWorker(
    api.app,
    testConfig(backend === 'Redis' ? { REDIS_URL: redisUrl } : {}),
    pino({ level: 'silent' }),
    quick,
  );
  await worker.start();
  return worker;
};

const publish = (center: Cast, name: string, payload: object) =>
  center
    .rows<{ id: string }>('insert into outbox_events (center_id, name, payload) values ($1, $2, $3) returning id', [
      center.id,
      name,
      JSON.stringify(payload),
    ])
    .then((rows) => rows[0]!.id);

const mailsTo = async (center: Cast, userId: string) =>
  (
    await center.rows('select m.id from mailbox_messages m join users u on u.email = m.recipient where u.id = $1', [
      userId,
    ])
  ).length;

async function until(condition: () => Promise<boolean>, what: string): Promise<void> {
  for (let waited = 0; waited < 15_000; waited += 50) {
    if (await condition()) return;
    await wait(50);
  }
  throw new Error(`Still waiting for: ${what}`);
}

describe.each(backends)('events through BullMQ on %s', (backend) => {
  it('reach their handler once, whichever of two workers takes them', async () => {
    const center = await api.newCenter();
    const user = await center.user('Asha');
    const workers = [await startWorker(backend), await startWorker(backend)];
    try {
      await publish(center, 'auth.password-changed', { userId: user });
      await until(async () => (await mailsTo(center, user)) > 0, 'the mail');
      await wait(300);
      expect(await mailsTo(center, user)).toBe(1);
    } finally {
      await Promise.all(workers.map((worker) => worker.stop()));
    }
  });

  it('that are handed on twice have one effect', async () => {
    const center = await api.newCenter();
    const user = await center.user('Asha');
    const worker = await startWorker(backend);
    try {
      const event = await publish(center, 'auth.password-changed', { userId: user });
      await until(async () => (await mailsTo(center, user)) > 0, 'the mail');
      await center.rows('update outbox_events set published_at = null where id = $1', [event]);
      await until(
        async () =>
          (await center.rows('select from outbox_events where id = $1 and published_at is null', [event])).length === 0,
        'the second time',
      );
      await wait(300);
      expect(await mailsTo(center, user)).toBe(1);
    } finally {
      await worker.stop();
    }
  });

  it('that always fail end as dead letters an admin can see and replay', async () => {
    const center = await api.newCenter();
    const admin = await center.staff('CENTER_ADMIN');
    const worker = await startWorker(backend);
    try {
      await publish(center, 'auth.password-changed', { userId: 'nobody' });
      await until(
        async () => (await center.rows('select from dead_letters where center_id = $1', [center.id])).length > 0,
        'the dead letter',
      );
      const letters = await admin.get('/dead-letters');
      expect(letters.body.items).toMatchObject([{ event: 'auth.password-changed', attempts: 3, replayedAt: null }]);

      const replayed = await admin.post(`/dead-letters/${letters.body.items[0].id}/replay`);
      expect([replayed.status, replayed.body.replayedBy.id]).toEqual([200, admin.id]);
      const again = await admin.post(`/dead-letters/${letters.body.items[0].id}/replay`);
      expect([again.status, again.body.code]).toEqual([409, 'invalid_transition']);
    } finally {
      await worker.stop();
    }
  });
});

describe('a night', () => {
  it('falls once per center, at its own midnight', async () => {
    const [bengaluru, sanFrancisco] = [
      await api.newCenter(),
      await api.newCenter({ timezone: 'America/Los_Angeles', country: 'US' }),
    ];
    const nights = async (center: Cast) =>
      (
        await center.rows<{ date: string }>(
          `select payload ->> 'date' as date from outbox_events where center_id = $1 and name = 'night.fell' order by 1`,
          [center.id],
        )
      ).map((row) => row.date);
    const relay = api.app.get(Relay);

    // 20:00 UTC: the 10th has begun in Bengaluru; in San Francisco it is still noon of the 9th.
    api.setNow(new Date('2027-03-09T20:00:00Z'));
    await relay.tellNights();
    await Promise.all([relay.tellNights(), relay.tellNights()]);
    api.setNow(new Date('2027-03-10T09:00:00Z'));
    await relay.tellNights();

    expect(await nights(bengaluru)).toEqual(['2027-03-10']);
    expect(await nights(sanFrancisco)).toEqual(['2027-03-09', '2027-03-10']);
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
