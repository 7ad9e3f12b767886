import 'reflect-metadata';
import { createApp } from './app.ts';
import { readConfig } from './platform/config/config.ts';
import { Identity } from './platform/auth/identity.ts';
import { sql } from './platform/database/sql.ts';
import { settle } from './seed/settle.ts';
import { type OpenOrganization, raiseCurtain } from './seed/organization.ts';
import { organizations } from './seed/script.ts';
import { writeCurricula } from './seed/progress-story.ts';
import { playCenter } from './seed/center-story.ts';

// The demo data: lived through the API, day by day, so that it is what the product itself would have made of it.
const config = readConfig({ LOG_LEVEL: 'silent', ...process.env });
if (config.isProduction) throw new Error('Demo data is not for production.');
const app = await createApp(config);
await app.init();
await app.getHttpAdapter().getInstance().ready();
const identity = app.get(Identity);

const done = await identity.first(sql`select from users where email_norm = 'hq@sunrise.example'`);
if (done) {
  process.stdout.write('The demo data is there already\n');
} else {
  const opened: OpenOrganization[] = [];
  for (const script of organizations) {
    const organization = await raiseCurtain(app, script);
    await writeCurricula(organization);
    opened.push(organization);
  }
  // Side by side: while PostgreSQL works for one center, the API works for another.
  await Promise.all(
    opened.flatMap((organization) => organization.centers.map((center) => playCenter(organization, center))),
  );
  for (const { stage, centers } of opened)
    for (const place of [stage, ...centers.map((center) => center.stage)]) await place.clear();
  await settle(app);
  // Only now do the logins work: a story that was interrupted is told again from the beginning.
  for (const organization of opened) await organization.publish();
}
await app.close();
process.exit(0);
