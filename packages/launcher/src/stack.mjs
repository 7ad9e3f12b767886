import { setTimeout as pause } from 'node:timers/promises';
import { Failure } from './failure.mjs';
import { api, web } from './folders.mjs';
import { runStep } from './run-step.mjs';
import { Service } from './service.mjs';
import { nextProgram } from './workspace.mjs';

const patience = 120_000;
const typescript = ['--import', '@swc-node/register/esm-register'];

/** @typedef {import('./workspace.mjs').Tools} Tools `env` holds DATABASE_URL */

/**
 * Brings the database up to date and, when asked, fills an empty one with the demo organizations.
 * @param {Tools} tools @param {{ demo: boolean }} wanted
 */
export async function fillDatabase(tools, { demo }) {
  await migrateDatabase(tools);
  if (demo) await runApiStep(tools, 'seed', 'The demo data could not be made');
}

/** @param {Pick<Tools, 'node' | 'env'>} tools */
export const migrateDatabase = (tools) => runApiStep(tools, 'migrate', 'The database could not be brought up to date');

/** @param {Pick<Tools, 'node' | 'env'>} tools @param {string} name @param {string} failure */
function runApiStep({ node, env }, name, failure) {
  return runStep({ name, command: node, args: [...typescript, `src/${name}.ts`], cwd: api, env, failure });
}

/**
 * The API as the front door, the worker, and the portal behind the API.
 * @param {Tools} tools
 * @param {{ port: number, portalPort: number, dev: boolean, logPrefix?: string }} where
 * @returns {Service[]} not started yet
 */
export function stackServices({ node, env }, { port, portalPort, dev, logPrefix = '' }) {
  const watch = dev ? ['--watch', '--watch-preserve-output'] : [];
  const apiProgram = (file) => ({ command: node, args: [...watch, ...typescript, file], cwd: api });
  const apiEnv = { ...env, PORT: String(port), PORTAL_URL: `http://127.0.0.1:${portalPort}` };
  const portal = [nextProgram(), dev ? 'dev' : 'start', '-H', '127.0.0.1', '-p', String(portalPort)];
  // Next decides by its own command whether it is production.
  const portalEnv = { ...env, NODE_ENV: undefined, PORT: undefined };
  return [
    new Service({ name: `${logPrefix}api`, title: 'The API', ...apiProgram('src/main.ts'), env: apiEnv }),
    new Service({ name: `${logPrefix}worker`, title: 'The worker', ...apiProgram('src/worker.ts'), env: apiEnv }),
    new Service({
      name: `${logPrefix}portal`,
      title: 'The portal',
      command: node,
      args: portal,
      cwd: web,
      env: portalEnv,
    }),
  ];
}

/**
 * @param {Service[]} services
 * @param {string[]} addresses each has to answer without a server error
 */
export async function untilReady(services, addresses) {
  const deadline = Date.now() + patience;
  for (const address of addresses) {
    while (!(await answers(address))) {
      const failed = services.find(({ gaveUp }) => gaveUp);
      if (failed) throw new Failure(givenUp(failed));
      if (Date.now() > deadline) {
        throw new Failure(`${address} did not answer in two minutes. Details are in .data/logs.`);
      }
      await pause(150);
    }
  }
}

/** @param {Service} service */
export const givenUp = ({ title, lastEnd, logFile }) =>
  `${title} keeps ending (${lastEnd}) and is not started again. Details are in ${logFile}.`;

/** @param {string} address */
async function answers(address) {
  try {
    const response = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(30_000) });
    await response.body?.cancel();
    return response.status < 500;
  } catch {
    return false;
  }
}
