import { createPostgresBackend, Queue, setDefaultBackendFactory, Worker, type ConnectionOptions } from 'bullmq';
import { Redis } from 'ioredis';
import type { Config } from '../config/config.ts';
import type { DeliveredEvent } from './dispatcher.ts';

const NAME = 'events';
export const ATTEMPTS = 8;
const KEEP = { removeOnComplete: { age: 3600, count: 5000 }, removeOnFail: { age: 7 * 24 * 3600 } };

export interface EventQueue {
  add: (events: DeliveredEvent[]) => Promise<void>;
  work: (perform: (event: DeliveredEvent, attempt: number) => Promise<void>, onError: (error: Error) => void) => Worker;
  close: () => Promise<void>;
}

/** Redis where it is configured, otherwise tables in PostgreSQL. Either way the outbox stays the truth. */
export function openQueue(config: Config): EventQueue {
  const connection = connectionOf(config);
  const queue = new Queue<DeliveredEvent>(NAME, { connection });
  queue.on('error', () => {}); // the worker's own handler reports a lost connection
  return {
    async add(events) {
      await queue.addBulk(
        events.map((event) => ({
          name: event.name,
          data: event,
          // The event's id is the job's id, so that handing it on twice is harmless.
          opts: {
            jobId: `event-${event.id}`,
            attempts: ATTEMPTS,
            backoff: { type: 'exponential', delay: 1000, jitter: 0.3 },
            ...KEEP,
          },
        })),
      );
    },
    work(perform, onError) {
      const worker = new Worker<DeliveredEvent>(NAME, (job) => perform(job.data, job.attemptsMade + 1), {
        connection,
        concurrency: 4,
      });
      worker.on('error', onError);
      return worker;
    },
    close: () => queue.close(),
  };
}

function connectionOf(config: Config): ConnectionOptions {
  if (config.redisUrl) return new Redis(config.redisUrl, { maxRetriesPerRequest: null });
  setDefaultBackendFactory(createPostgresBackend);
  return { connectionString: config.databaseUrl('cartwheel_relay'), migrate: true } as unknown as ConnectionOptions; // BullMQ types know Redis only
}
