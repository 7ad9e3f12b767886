import pg from 'pg';
import { readConfig } from '../src/platform/config/config.ts';
import { prepareDatabase } from '../src/platform/database/prepare-database.ts';

/** Makes a database that only this test file uses, until it is dropped by what is answered. */
export async function ownDatabase(): Promise<() => Promise<void>> {
  const shared = process.env['DATABASE_URL']!;
  const name = `own_${process.pid}_${Date.now()}`;
  await run(shared, `create database ${name}`);
  const url = new URL(shared);
  url.pathname = `/${name}`;
  process.env['DATABASE_URL'] = url.href;
  await prepareDatabase(readConfig(process.env));
  return async () => {
    process.env['DATABASE_URL'] = shared;
    await run(shared, `drop database ${name} with (force)`);
  };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
