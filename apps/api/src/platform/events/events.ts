import { Injectable, SetMetadata } from '@nestjs/common';
import { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** Each domain adds its own events to this map, next to the code that publishes them. */
export interface EventMap {
  /** It is past midnight at the center; `date` is the day that begins. */
  'night.fell': { date: string };
}

@Injectable()
export class Events {
  constructor(private readonly db: Database) {}

  /**
   * Records that something happened. Handlers run in the worker, after this transaction has committed, and in the
   * center it happened in; `centerId` says which, where the unit of work is open across the organization.
   */
  async publish<Name extends keyof EventMap>(
    name: Name,
    payload: EventMap[Name],
    centerId: string | null = null,
  ): Promise<void> {
    await this.db.run(sql`insert into outbox_events (center_id, name, payload)
      values (coalesce(${centerId}::uuid, current_center()), ${name}, ${JSON.stringify(payload)})`);
  }
}

export const ON = Symbol('on');

/** Marks a method that runs when the event has committed. It may run more than once: the second run changes nothing. */
export const On = (event: keyof EventMap) => SetMetadata(ON, event);

/**
 * As `On`, for a handler that calls outside (mail): it is given the context and opens its own units of work, so that
 * no transaction is open while it waits.
 */
export const OUTSIDE = Symbol('outside');
export const Outside = () => SetMetadata(OUTSIDE, true);
