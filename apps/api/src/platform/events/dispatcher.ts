import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { Identity } from '../auth/identity.ts';
import { type Context, Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { ON, OUTSIDE } from './events.ts';

export interface DeliveredEvent {
  id: string;
  name: string;
  centerId: string;
  payload: unknown;
}

export interface Handler {
  name: string;
  outside: boolean;
  handle: (payload: unknown, context: Context) => Promise<void>;
}

/** Runs the handlers of an event as the center it happened in, each in its own transaction and each once. */
@Injectable()
export class Dispatcher {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly db: Database,
    private readonly identity: Identity,
  ) {}

  /** Answers what failed; the others are done and will not run again. */
  async dispatch(event: DeliveredEvent): Promise<{ handler: string; error: unknown }[]> {
    const context = await this.contextOf(event);
    const failures: { handler: string; error: unknown }[] = [];
    for (const handler of this.handlersOf(event.name)) {
      await this.runOnce(handler, event, context).catch((error: unknown) =>
        failures.push({ handler: handler.name, error }),
      );
    }
    return failures;
  }

  handlersOf(event: string): Handler[] {
    return this.discovery.getProviders().flatMap(({ instance, name }) => {
      if (!instance || typeof instance !== 'object') return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      return this.scanner
        .getAllMethodNames(prototype)
        .filter((method) => Reflect.getMetadata(ON, prototype[method] ?? {}) === event)
        .map((method) => ({
          name: `${String(name)}.${method}`,
          outside: Reflect.getMetadata(OUTSIDE, prototype[method] ?? {}) === true,
          handle: (instance as Record<string, Handler['handle']>)[method]!.bind(instance),
        }));
    });
  }

  async contextOf(event: DeliveredEvent): Promise<Context> {
    const center = await this.identity.first<{ organization_id: string }>(
      sql`select organization_id from centers where id = ${event.centerId}`,
    );
    if (!center) throw new Error(`Event ${event.id} names a center that does not exist`);
    return {
      organizationId: center.organization_id,
      centerId: event.centerId,
      userId: null,
      role: 'SYSTEM',
      requestId: `event-${event.id}`,
    };
  }

  private async runOnce(handler: Handler, event: DeliveredEvent, context: Context): Promise<void> {
    if (handler.outside) {
      const done = await this.db.inUnit(context, () => this.wasHandled(handler, event));
      if (done) return;
      await handler.handle(event.payload, context);
      await this.db.inUnit(context, () => this.claim(handler, event));
      return;
    }
    await this.db.inUnit(context, async () => {
      if ((await this.claim(handler, event)) === 0) return;
      await handler.handle(event.payload, context);
    });
  }

  private claim(handler: Handler, event: DeliveredEvent): Promise<number> {
    return this.db.run(
      sql`insert into handled_events (handler, event_id) values (${handler.name}, ${event.id}) on conflict do nothing`,
    );
  }

  private async wasHandled(handler: Handler, event: DeliveredEvent): Promise<boolean> {
    const row = await this.db.first(
      sql`select from handled_events where handler = ${handler.name} and event_id = ${event.id}`,
    );
    return row !== undefined;
  }
}
