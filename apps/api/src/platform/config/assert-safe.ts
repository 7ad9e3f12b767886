import type { INestApplicationContext } from '@nestjs/common';
import { Identity } from '../auth/identity.ts';
import { sql } from '../database/sql.ts';
import { Config } from './config.ts';

/** Production does not start over a database with demo accounts: their password is in the README. */
export async function assertSafeToServe(app: INestApplicationContext): Promise<void> {
  if (!app.get(Config).isProduction) return;
  const demo = await app
    .get(Identity)
    .first(sql`select from users where email_norm in ('hq@sunrise.example', 'hq@bay.example') limit 1`);
  if (demo) throw new Error('This database holds the demo accounts. Production does not start with them.');
}
