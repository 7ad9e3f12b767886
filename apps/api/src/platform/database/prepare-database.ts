import { readFileSync } from 'node:fs';
import pg from 'pg';
import type { Config, DatabaseRole } from '../config/config.ts';
import { applyMigrations } from './migration-engine.ts';

const rolesFile = new URL('../../../../../prisma/roles.sql', import.meta.url);
const logins: DatabaseRole[] = [
  'cartwheel_app',
  'cartwheel_hq',
  'cartwheel_lookup',
  'cartwheel_relay',
  'cartwheel_backup',
];

/** Creates the roles, then applies the migrations as their owner. Answers the names of what was applied. */
export async function prepareDatabase(config: Config): Promise<string[]> {
  const admin = new pg.Client({ connectionString: config.adminUrl });
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock(727002)');
    await createRoles(admin, config);
    return await applyMigrations(asOwner(config.adminUrl));
  } finally {
    await admin.end();
  }
}

async function createRoles(admin: pg.Client, config: Config) {
  await admin.query(readFileSync(rolesFile, 'utf8'));
  for (const role of logins) {
    await admin.query(`alter role ${role} password ${admin.escapeLiteral(config.keyFor(`database:${role}`))}`);
  }
  const { rows } = await admin.query<{ name: string; admin: string }>(
    'select current_database() as name, current_user as admin',
  );
  const database = admin.escapeIdentifier(rows[0]?.name ?? '');
  await admin.query(`grant create, connect, temporary on database ${database} to cartwheel_owner`);
  await admin.query(`grant temporary on database ${database} to cartwheel_system`);
  await admin.query(`grant cartwheel_owner to ${admin.escapeIdentifier(rows[0]?.admin ?? '')}`);
  await admin.query('alter schema public owner to cartwheel_owner');
  // BullMQ keeps its own schema, and creates it itself.
  await admin.query(`grant create on database ${database} to cartwheel_relay`);
}

function asOwner(adminUrl: string): string {
  const url = new URL(adminUrl);
  url.searchParams.set('options', '-c role=cartwheel_owner');
  return url.href;
}
