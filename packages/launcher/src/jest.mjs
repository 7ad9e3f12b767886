import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readEnvironment } from './environment.mjs';
import { Failure, showFailure } from './failure.mjs';
import { shown } from './folders.mjs';
import { ending } from './run-step.mjs';
import { nodeProgram } from './runtime.mjs';
import { migrateDatabase } from './stack.mjs';
import { endWithLauncher, signalGroup, startProgram } from './started.mjs';

// Runs jest for the package of the current folder: `node ../../packages/launcher/src/jest.mjs attendance -t 'late'`.

const here = path.dirname(fileURLToPath(import.meta.url));
const folder = process.cwd();

// Always the same, so that it also fits a database that an earlier run has prepared.
const testSecret = 'only-for-tests-never-for-a-database-that-matters';

/** A package with migrations is tested on a database of its own. */
const usesDatabase = () => fs.existsSync(path.join(folder, 'src/migrate.ts'));

/** @param {NodeJS.ProcessEnv} env */
async function withDatabase(env, run) {
  if (!usesDatabase()) return run(env);
  const given = env.TEST_DATABASE_URL;
  if (given) return run({ ...env, DATABASE_URL: given });
  const { startPrivateDatabase } = await import('./private-database.mjs');
  const { url, remove } = await startPrivateDatabase(env);
  try {
    const withUrl = { ...env, DATABASE_URL: url };
    await migrateDatabase({ node: nodeProgram(), env: withUrl });
    return await run(withUrl);
  } finally {
    await remove();
  }
}

/** @param {NodeJS.ProcessEnv} env */
async function runJest(env) {
  const own = path.join(folder, 'jest.config.mjs');
  const config = fs.existsSync(own) && !env.JOURNEYS ? own : path.join(here, 'jest.config.mjs');
  const jest = startProgram(nodeProgram(), [jestProgram(), '--config', config, ...jestArguments()], {
    cwd: folder,
    stdio: 'inherit',
    env: { NODE_ENV: 'test', ...env, NODE_OPTIONS: nodeOptions(env) },
  });
  const stop = (signal) => signalGroup(jest, signal);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop('SIGTERM'));
  const ended = await ending(jest);
  return typeof ended === 'number' ? ended : 1;
}

function jestProgram() {
  try {
    return createRequire(path.join(folder, 'package.json')).resolve('jest/bin/jest');
  } catch {
    throw new Failure(
      `There is no jest in ${shown(folder)}: run npm test once, or start from a package that has tests.`,
    );
  }
}

function jestArguments() {
  const given = process.argv.slice(2);
  return given.some((argument) => /^(--maxWorkers|-w|--runInBand|-i$)/.test(argument))
    ? given
    : ['--maxWorkers=2', ...given];
}

/** @param {NodeJS.ProcessEnv} env */
const nodeOptions = ({ NODE_OPTIONS = '' }) => `${NODE_OPTIONS} --experimental-vm-modules --no-warnings`.trim();

endWithLauncher();
try {
  process.exitCode = await withDatabase({ APP_SECRET: testSecret, ...readEnvironment() }, runJest);
} catch (error) {
  showFailure(error);
  process.exitCode = 1;
}
