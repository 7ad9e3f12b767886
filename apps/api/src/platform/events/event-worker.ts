import type { INestApplicationContext } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import { DeadLetters } from './dead-letters.ts';
import { type DeliveredEvent, Dispatcher } from './dispatcher.ts';
import { type EventQueue, openQueue, patient, type QueueWorker, type Retries } from './queue.ts';
import { Relay } from './relay.ts';

const POLL_MS = 500;
const NIGHT_MS = 30_000;
const FIGURES_MS = 5_000;
const FORGET_MS = 3_600_000;

/** Carries events from the outbox through the queue to their handlers, and tells centers that a night has fallen. */
export class EventWorker {
  private readonly queue: EventQueue;
  private readonly relay: Relay;
  private worker: QueueWorker | undefined;
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly running = new Set<Promise<void>>();

  constructor(
    private readonly app: INestApplicationContext,
    config: Config,
    private readonly log: Logger,
    private readonly retries: Retries = patient,
  ) {
    this.relay = app.get(Relay);
    this.queue = openQueue(config, retries);
  }

  /** Rejects when the queue is out of reach: a worker that cannot work should not look as if it did. */
  async start(): Promise<void> {
    await this.queue.ready();
    this.worker = this.queue.work(
      (event, attempt) => this.perform(event, attempt),
      (error) => this.log.error({ err: error }, 'queue'),
    );
    this.every(POLL_MS, () => this.forward());
    this.every(NIGHT_MS, () => this.relay.tellNights());
    this.every(FIGURES_MS, () => this.relay.tellOutdated());
    this.every(FORGET_MS, () => this.relay.forgetOld());
    void this.run(() => this.relay.tellNights());
  }

  async stop(): Promise<void> {
    this.timers.forEach((timer) => clearInterval(timer));
    await Promise.all(this.running);
    await this.worker?.close();
    await this.queue.close();
  }

  private async forward(): Promise<void> {
    while ((await this.relay.forward((events) => this.queue.add(events))) > 0);
  }

  private async perform(event: DeliveredEvent, attempt: number): Promise<void> {
    const failures = await this.app.get(Dispatcher).dispatch(event);
    if (failures.length === 0) return;
    this.log.error({ err: failures[0]?.error, event: event.name, attempt }, 'handler failed');
    if (attempt >= this.retries.attempts) await this.app.get(DeadLetters).bury(event, failures, attempt);
    throw failures[0]?.error instanceof Error ? failures[0].error : new Error('A handler failed');
  }

  /** Never two runs of the same work at once in one process. */
  private every(milliseconds: number, work: () => Promise<unknown>): void {
    let busy = false;
    this.timers.push(
      setInterval(() => {
        if (busy) return;
        busy = true;
        void this.run(work).then(() => (busy = false));
      }, milliseconds),
    );
  }

  /** Known until it ends, so that `stop` leaves nothing behind that still uses the database. */
  private run(work: () => Promise<unknown>): Promise<void> {
    const run: Promise<void> = work()
      .catch((error: unknown) => this.log.error({ err: error }, 'worker'))
      .then(() => void this.running.delete(run));
    this.running.add(run);
    return run;
  }
}
