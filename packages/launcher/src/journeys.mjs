import fs from 'node:fs';
import path from 'node:path';
import { findOrInstall } from './debian-tool.mjs';
import { say } from './failure.mjs';
import { web } from './folders.mjs';
import { runJest } from './package-tests.mjs';
import { freePort } from './ports.mjs';
import { startPrivateDatabase } from './private-database.mjs';
import { fillDatabase, stackServices, untilReady } from './stack.mjs';
import { oneFailed, sum } from './tally.mjs';
import { buildPortal } from './workspace.mjs';

const browsers = ['chromium', 'chromium-browser', 'google-chrome'];

/** @typedef {import('./workspace.mjs').Tools} Tools */

function journeysExist() {
  const folder = path.join(web, 'journeys');
  return (
    fs.existsSync(folder) && fs.readdirSync(folder, { recursive: true }).some((name) => name.endsWith('.journey.ts'))
  );
}

/**
 * The browser journeys, on a stack with a database and demo data of its own.
 * @param {Tools} tools
 */
export async function runJourneys(tools) {
  if (!journeysExist()) return sum([]);
  const chromium = await chromiumProgram(tools.env);
  if (!chromium) {
    say('FAIL journeys: there is no Chromium here: install the package "chromium", or name its program in CHROMIUM.');
    return oneFailed;
  }
  await buildPortal(tools);
  return onDemoStack(tools, 'journeys', (origin) => {
    const env = { ...tools.env, JOURNEYS: '1', PORTAL_ORIGIN: origin, CHROMIUM: chromium };
    return runJest({ ...tools, env }, web, 'journeys');
  });
}

/** @param {NodeJS.ProcessEnv} env */
export const chromiumProgram = async (env) => env.CHROMIUM ?? (await findOrInstall(browsers, 'chromium', env));

/**
 * The whole product with the demo data in a database of its own, gone afterwards.
 * @template Result
 * @param {Tools} tools
 * @param {string} name of its logs
 * @param {(origin: string) => Promise<Result>} run
 * @returns {Promise<Result>}
 */
export async function onDemoStack(tools, name, run) {
  const [port, portalPort] = [await freePort(), await freePort()];
  const database = await startPrivateDatabase(tools.env);
  const origin = `http://127.0.0.1:${port}`;
  const env = { NODE_ENV: 'development', ...tools.env, DATABASE_URL: database.url, PUBLIC_URL: origin };
  const services = stackServices({ ...tools, env }, { port, portalPort, dev: false, logPrefix: `${name}-` });
  try {
    await fillDatabase({ ...tools, env }, { demo: true });
    for (const service of services) service.start();
    await untilReady(services, [`${origin}/api/health/ready`, `http://127.0.0.1:${portalPort}/`]);
    return await run(origin);
  } finally {
    await Promise.all(services.map((service) => service.stop()));
    await database.remove();
  }
}
