import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { data } from './folders.mjs';
import { freePort } from './ports.mjs';
import { startPostgres } from './postgres.mjs';
import { isAlive } from './processes.mjs';
import { endPostmasterOf } from './postgres-leftover.mjs';

const place = path.join(data, 'test-postgres');

/**
 * A PostgreSQL for one run of the tests: empty, fast instead of durable, gone afterwards.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ url: string, remove: () => Promise<void> }>}
 */
export async function startPrivateDatabase(env) {
  await removeLeftovers();
  const folder = path.join(place, `${process.pid}`);
  const { url, service } = await startPostgres({
    folder,
    port: await freePort(),
    password: randomBytes(12).toString('hex'),
    settings: ['max_connections=200', 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off'],
    env,
    log: `test-postgres-${process.pid}`,
  });
  const remove = async () => {
    await service.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  return { url, remove };
}

/** What runs that were killed have left; each folder is named for the process that made it. */
async function removeLeftovers() {
  if (!fs.existsSync(place)) return;
  for (const name of fs.readdirSync(place).filter((pid) => !isAlive(Number.parseInt(pid, 10)))) {
    await endPostmasterOf(path.join(place, name));
    fs.rmSync(path.join(place, name), { recursive: true, force: true });
  }
}
