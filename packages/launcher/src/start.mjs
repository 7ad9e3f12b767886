import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { claimFolder } from './claim.mjs';
import { keptSecret, readEnvironment } from './environment.mjs';
import { Failure, say, showFailure } from './failure.mjs';
import { data } from './folders.mjs';
import { assertFree, freePort, isFree, publicPort } from './ports.mjs';
import { assertOwnFolder, prepare } from './prepare.mjs';
import { interruptSteps } from './run-step.mjs';
import { fillDatabase, givenUp, stackServices, untilReady } from './stack.mjs';
import { endWithLauncher } from './started.mjs';
import { welcome } from './welcome.mjs';
import { buildPortal } from './workspace.mjs';

/** @type {import('./service.mjs').Service[]} in the order of starting */
const services = [];
let release = () => {};
let stopping = false;

/** Stops what was started, PostgreSQL last, and ends the launcher. @param {number} code */
async function stop(code) {
  if (stopping) return;
  stopping = true;
  if (services.length > 0) say('Stopping …');
  interruptSteps();
  const [database, rest] = [services.filter(isDatabase), services.filter((service) => !isDatabase(service))];
  for (const together of [rest, database]) await Promise.all(together.map((service) => service.stop()));
  release();
  process.exit(code);
}

/** @param {import('./service.mjs').Service} service */
const isDatabase = (service) => service.options.name === 'postgres';

/** @param {import('./service.mjs').Service} service */
function keep(service) {
  service.onGivenUp = () => void fail(new Failure(givenUp(service)));
  services.push(service);
}

/** @param {unknown} error */
async function fail(error) {
  if (stopping) return;
  showFailure(error);
  await stop(1);
}

function readOptions() {
  try {
    const options = { empty: { type: 'boolean', default: false }, dev: { type: 'boolean', default: false } };
    return parseArgs({ options }).values;
  } catch (error) {
    throw new Failure(`${error.message.split('. ')[0]}. npm start knows --empty (no demo data) and --dev.`);
  }
}

/** @param {NodeJS.ProcessEnv} env @returns {Promise<string>} DATABASE_URL */
async function ownDatabase(env) {
  const { startPostgres } = await import('./postgres.mjs');
  const { url } = await startPostgres({
    folder: path.join(data, 'postgres'),
    port: await keptPort('postgres-port'),
    password: keptSecret('postgres-password'),
    settings: ['max_connections=200'],
    env,
    log: 'postgres',
    onService: keep,
  });
  return url;
}

/** The port of last time while nobody else has taken it. @param {string} name */
async function keptPort(name) {
  const file = path.join(data, name);
  const before = fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : 0;
  if (before > 0 && (await isFree(before))) return before;
  const port = await freePort();
  fs.writeFileSync(file, String(port));
  return port;
}

async function start() {
  const { empty, dev } = readOptions();
  assertOwnFolder();
  const environment = readEnvironment();
  const port = publicPort(environment.PORT);
  release = await claimFolder();
  await assertFree(port);
  const { env: toolsEnv, ...programs } = await prepare(environment);
  const env = { APP_SECRET: keptSecret('app-secret'), NODE_ENV: 'development', ...toolsEnv };
  env.DATABASE_URL ??= await ownDatabase(env);
  const tools = { ...programs, env };
  const demo = !empty && env.NODE_ENV !== 'production';
  await fillDatabase(tools, { demo });
  if (!dev) await buildPortal(tools);
  await serve(tools, { port, dev });
  const address = env.PUBLIC_URL ?? `http://localhost:${port}`;
  say(welcome({ address, demo, hasMailbox: !env.SMTP_URL && env.NODE_ENV !== 'production' }));
}

/** @param {import('./workspace.mjs').Tools} tools @param {{ port: number, dev: boolean }} how */
async function serve(tools, { port, dev }) {
  const portalPort = await freePort();
  await assertFree(port);
  const stack = stackServices(tools, { port, portalPort, dev });
  stack.forEach(keep);
  for (const service of stack) service.start();
  await untilReady(stack, [`http://127.0.0.1:${port}/api/health/ready`, `http://127.0.0.1:${portalPort}/`]);
}

/** npm passes a signal on to its shell alone: once that is gone, nobody is left to stop the launcher. */
function stopWithParent() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && void stop(0), 300).unref();
}

endWithLauncher();
stopWithParent();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));
start().catch(fail);
