import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import pg from 'pg';

const apiFolder = new URL('..', import.meta.url).pathname;

/** Makes a database that only this test file uses, until it is dropped by what is answered. */
export async function ownDatabase(): Promise<() => Promise<void>> {
  const shared = process.env['DATABASE_URL']!;
  const name = `own_${process.pid}_${Date.now()}`;
  await run(shared, `create database ${name}`);
  const url = new URL(shared);
  url.pathname = `/${name}`;
  process.env['DATABASE_URL'] = url.href;
  await migrate(url.href);
  return async () => {
    process.env['DATABASE_URL'] = shared;
    await run(shared, `drop database ${name} with (force)`);
  };
}

/** In a process of its own: the migration engine keeps a timer for seconds after it is done, and jest would wait for it. */
export const migrate = (databaseUrl: string) => command('migrate', databaseUrl);

/** Runs `src/<name>.ts` as a person at a terminal would. Answers what it printed. */
export async function command(name: string, databaseUrl = process.env['DATABASE_URL']): Promise<string> {
  const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: databaseUrl };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', '@swc-node/register/esm-register', `src/${name}.ts`],
    { cwd: apiFolder, env },
  );
  return stdout;
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
