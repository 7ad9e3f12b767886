import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { type DeliveredEvent, Dispatcher } from './dispatcher.ts';

/** What could not be done after all tries is kept where people see it and can try again. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly db: Database,
    private readonly dispatcher: Dispatcher,
  ) {}

  async bury(event: DeliveredEvent, failures: { handler: string; error: unknown }[], attempts: number): Promise<void> {
    const context = await this.dispatcher.contextOf(event);
    await this.db.inUnit(context, async () => {
      for (const { handler, error } of failures) {
        await this.db.run(sql`insert into dead_letters (event_id, name, handler, payload, error, attempts)
          values (${event.id}, ${event.name}, ${handler}, ${JSON.stringify(event.payload)}, ${String(error).slice(0, 2000)}, ${attempts})`);
      }
    });
  }
}
