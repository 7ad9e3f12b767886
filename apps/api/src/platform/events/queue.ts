import { createPostgresBackend, createRedisBackend, withBackend } from 'bullmq';
import type { Config } from '../config/config.ts';
import type { DeliveredEvent } from './dispatcher.ts';

const NAME = 'events';
const CONCURRENCY = 4;
const KEEP = { removeOnComplete: { age: 3600, count: 5000 }, removeOnFail: { age: 7 * 24 * 3600 } };

/** How often a handler is tried, and how long after the first failure; the pause doubles each time. */
export interface Retries {
  attempts: number;
  firstPauseMs: number;
}
export const patient: Retries = { attempts: 8, firstPauseMs: 1000 };

export interface QueueWorker {
  close: () => Promise<void>;
}

export interface EventQueue {
  /** Rejects when the queue cannot be reached or prepared. */
  ready: () => Promise<void>;
  add: (events: DeliveredEvent[]) => Promise<void>;
  work: (
    perform: (event: DeliveredEvent, attempt: number) => Promise<void>,
    onError: (error: Error) => void,
  ) => QueueWorker;
  close: () => Promise<void>;
}

const redis = withBackend(createRedisBackend);
const postgres = withBackend(createPostgresBackend);

/** Redis where it is configured, otherwise tables in PostgreSQL. Either way the outbox stays the truth. */
export function openQueue(config: Config, retries: Retries): EventQueue {
  // A worker may be killed under an event as often as a handler may fail with it.
  const working = { concurrency: CONCURRENCY, maxStalledCount: retries.attempts };
  if (config.redisUrl) {
    const connection = { url: config.redisUrl, maxRetriesPerRequest: null };
    return queueOf(
      new redis.Queue<DeliveredEvent>(NAME, { connection }),
      (work) => new redis.Worker<DeliveredEvent>(NAME, work, { connection, ...working }),
      retries,
    );
  }
  const connection = { connectionString: config.databaseUrl('cartwheel_relay'), migrate: true };
  return queueOf(
    new postgres.Queue<DeliveredEvent>(NAME, { connection }),
    (work) => new postgres.Worker<DeliveredEvent>(NAME, work, { connection, ...working }),
    retries,
  );
}

/** What of a BullMQ queue and worker is used here; both backends have it. */
interface Jobs {
  addBulk: (jobs: { name: string; data: DeliveredEvent; opts: object }[]) => Promise<unknown>;
  on: (event: 'error', listener: (error: Error) => void) => unknown;
  waitUntilReady: () => Promise<unknown>;
  close: () => Promise<void>;
}
interface Job {
  data: DeliveredEvent;
  attemptsMade: number;
}
type MakeWorker = (work: (job: Job) => Promise<void>) => Pick<Jobs, 'on' | 'close'>;

function queueOf(queue: Jobs, makeWorker: MakeWorker, { attempts, firstPauseMs }: Retries): EventQueue {
  queue.on('error', () => {}); // the worker reports a lost connection
  const backoff = { type: 'exponential', delay: firstPauseMs, jitter: 0.3 };
  return {
    async ready() {
      await queue.waitUntilReady();
    },
    async add(events) {
      // The event's id is the job's id, so that handing it on twice is harmless.
      const jobs = events.map((event) => ({
        name: event.name,
        data: event,
        opts: { jobId: `event-${event.id}`, attempts, backoff, ...KEEP },
      }));
      await queue.addBulk(jobs);
    },
    work(perform, onError) {
      const worker = makeWorker((job) => perform(job.data, job.attemptsMade + 1));
      worker.on('error', onError);
      return worker;
    },
    close: () => queue.close(),
  };
}
