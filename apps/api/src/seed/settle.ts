import type { INestApplicationContext } from '@nestjs/common';
import { Identity } from '../platform/auth/identity.ts';
import { sql } from '../platform/database/sql.ts';
import { Dispatcher } from '../platform/events/dispatcher.ts';
import { Relay } from '../platform/events/relay.ts';

/** Runs what the story has set off, as the worker would, and empties the mailbox: nobody wants three months of mail. */
export async function settle(app: INestApplicationContext): Promise<void> {
  const [relay, dispatcher] = [app.get(Relay), app.get(Dispatcher)];
  const perform = async (events: Parameters<Parameters<Relay['forward']>[0]>[0]) => {
    for (const event of events) {
      const [failure] = await dispatcher.dispatch(event);
      if (failure) throw failure.error instanceof Error ? failure.error : new Error(String(failure.error));
    }
  };
  while ((await relay.tellOutdated()) + (await relay.forward(perform)) > 0);
  await app.get(Identity).rows(sql`delete from mailbox_messages`);
}
