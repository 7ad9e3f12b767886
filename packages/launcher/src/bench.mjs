import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findOrInstall, findProgram } from './debian-tool.mjs';
import { readEnvironment } from './environment.mjs';
import { Failure, say, showFailure } from './failure.mjs';
import { api, data, web } from './folders.mjs';
import { chromiumProgram, onDemoStack } from './journeys.mjs';
import { freePort } from './ports.mjs';
import { startPostgres } from './postgres.mjs';
import { endPostmasterOf } from './postgres-leftover.mjs';
import { assertOwnFolder, prepare } from './prepare.mjs';
import { interruptSteps, runStep } from './run-step.mjs';
import { Service } from './service.mjs';
import { migrateDatabase, untilReady } from './stack.mjs';
import { endWithLauncher } from './started.mjs';
import { buildPortal } from './workspace.mjs';

/** @typedef {import('./workspace.mjs').Tools} Tools */

const typescript = ['--import', '@swc-node/register/esm-register'];
const folder = path.join(data, 'bench-postgres');
const debianFolder = '/usr/lib/postgresql';
// A server of moderate size; as durable as in production.
const settings = ['max_connections=200', 'shared_buffers=1GB', 'max_wal_size=8GB', 'fsync=on', 'synchronous_commit=on'];
const ofTheProduct = ['DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'PORT', 'PUBLIC_URL', 'NODE_ENV', 'LOG_LEVEL'];

function readOptions() {
  try {
    const flag = { type: 'boolean', default: false };
    return parseArgs({ options: { small: flag, pages: flag, write: flag } }).values;
  } catch (error) {
    const known = '--small (a quick look), --pages (the pages alone) and --write (docs/bench.md)';
    throw new Failure(`${error.message.split('. ')[0]}. npm run bench knows ${known}.`);
  }
}

function benchEnvironment() {
  const env = readEnvironment();
  for (const name of ofTheProduct) delete env[name];
  return { ...env, NODE_ENV: 'production', APP_SECRET: randomBytes(32).toString('base64url'), LOG_LEVEL: 'warn' };
}

/** Debian keeps pgbench beside the server, away from PATH. @param {NodeJS.ProcessEnv} env */
async function pgbenchProgram(env) {
  const find = () => findProgram(['pgbench'], [process.env.PATH, ...debianFolders()].join(path.delimiter));
  return find() ?? (await findOrInstall(['pgbench'], 'postgresql-contrib', env)) ?? find();
}

function debianFolders() {
  if (!fs.existsSync(debianFolder)) return [];
  return fs.readdirSync(debianFolder).map((version) => path.join(debianFolder, version, 'bin'));
}

/** @param {Tools} tools @param {string} name @param {string[]} args of the program in apps/api */
function runBench({ node, env }, name, args) {
  const failure = `The benchmark failed at ${name}`;
  return runStep({
    name: `bench-${name}`,
    command: node,
    args: [...typescript, `${args[0]}.ts`, ...args.slice(1)],
    cwd: api,
    env,
    failure,
  });
}

/** @param {Tools} tools @param {'small' | 'large'} size @returns {Promise<string>} the file with what was measured */
async function measure(tools, size) {
  const result = path.join(data, `bench-${size}.json`);
  const [port, dbPort] = [await freePort(), await freePort()];
  await removeDatabase();
  const database = await startPostgres({
    folder,
    port: dbPort,
    password: randomBytes(12).toString('hex'),
    settings,
    env: tools.env,
    log: 'bench-postgres',
  });
  const origin = `http://127.0.0.1:${port}`;
  const env = {
    ...tools.env,
    DATABASE_URL: database.url,
    PORT: String(port),
    HOST: '127.0.0.1',
    API_ORIGIN: origin,
    BENCH_RESULT: result,
  };
  const here = { ...tools, env };
  const server = new Service({
    name: 'bench-api',
    title: 'The API',
    command: tools.node,
    args: [...typescript, 'src/main.ts'],
    cwd: api,
    env,
  });
  try {
    say(`Filling the ${size} database …`);
    await migrateDatabase(here);
    await runBench(here, `fill-${size}`, ['bench/fill', `--${size}`]);
    await runBench(here, `figures-${size}`, ['src/rebuild-figures']);
    server.start();
    await untilReady([server], [`${origin}/api/health/ready`]);
    say(`Measuring with the ${size} data …`);
    await runBench(here, `measure-${size}`, ['bench/measure', `--${size}`]);
  } finally {
    await server.stop();
    await database.service.stop();
    await removeDatabase();
  }
  return result;
}

/** @param {Tools} tools @returns {Promise<string[]>} the file with what was measured, none without a browser */
async function measurePages(tools) {
  const chromium = await chromiumProgram(tools.env);
  if (!chromium) {
    say('There is no Chromium here, so the pages are left out: install "chromium".');
    return [];
  }
  // The demo data is not for production; the portal is a production build all the same.
  const demo = { ...tools, env: { ...tools.env, NODE_ENV: 'development' } };
  await buildPortal(demo);
  const result = path.join(data, 'bench-pages.json');
  await onDemoStack(demo, 'bench-pages', (origin) => {
    say('Measuring the pages …');
    return runStep({
      name: 'bench-pages',
      command: tools.node,
      args: ['bench/pages.ts'],
      cwd: web,
      env: { ...demo.env, PORTAL_ORIGIN: origin, CHROMIUM: chromium, BENCH_RESULT: result },
      failure: 'The benchmark failed at the pages',
    });
  });
  return [result];
}

async function removeDatabase() {
  await endPostmasterOf(folder);
  for (const place of [folder, `${folder}.unfinished`]) fs.rmSync(place, { recursive: true, force: true });
}

async function bench() {
  const { small, pages, write } = readOptions();
  assertOwnFolder();
  const tools = await prepare(benchEnvironment());
  const results = pages ? await measurePages(tools) : await measureEverything(tools, small);
  if (results.length === 0) return;
  await runBench(tools, 'report', ['bench/report', ...(write ? ['--write'] : []), ...results]);
  say(fs.readFileSync(path.join(data, 'logs/bench-report.log'), 'utf8'));
}

/** @param {Tools} tools @param {boolean} small whether the large data is left out @returns {Promise<string[]>} */
async function measureEverything(tools, small) {
  const pgbench = await pgbenchProgram(tools.env);
  if (!pgbench)
    say('There is no pgbench here, so the column of the bare SQL is left out: install "postgresql-contrib".');
  const withPgbench = { ...tools, env: { ...tools.env, ...(pgbench && { PGBENCH: pgbench }) } };
  const results = [await measure(withPgbench, 'small'), ...(await measurePages(tools))];
  return small ? results : [...results, await measure(withPgbench, 'large')];
}

endWithLauncher();
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => (interruptSteps(), (process.exitCode = 130)));
try {
  await bench();
} catch (error) {
  showFailure(error);
  process.exitCode ||= 1;
}
