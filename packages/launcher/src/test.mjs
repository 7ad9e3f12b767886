import { randomBytes } from 'node:crypto';
import { runChecks } from './checks.mjs';
import { findOrInstall } from './debian-tool.mjs';
import { readEnvironment } from './environment.mjs';
import { say, showFailure } from './failure.mjs';
import { runJourneys } from './journeys.mjs';
import { runPackageTests } from './package-tests.mjs';
import { assertOwnFolder, prepare } from './prepare.mjs';
import { endWithLauncher } from './started.mjs';
import { oneFailed, sum, tallyLine } from './tally.mjs';

/** What a person has set for running the product must not reach the tests. */
const ofTheProduct = ['DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'PORT', 'PUBLIC_URL', 'NODE_ENV', 'LOG_LEVEL'];

function testEnvironment() {
  const env = readEnvironment();
  for (const name of ofTheProduct) delete env[name];
  return { ...env, APP_SECRET: randomBytes(32).toString('base64url') };
}

/** @param {NodeJS.ProcessEnv} env */
async function withRedis(env) {
  const redis = env.TEST_REDIS_SERVER ?? (await findOrInstall(['redis-server'], 'redis-server', env));
  if (redis) return { ...env, TEST_REDIS_SERVER: redis };
  say('There is no redis-server here: the tests of the queues on Redis are skipped, those on PostgreSQL run.');
  return env;
}

/**
 * A part that cannot run counts as one failure, and the others still run.
 * @param {() => Promise<import('./tally.mjs').Tally | import('./tally.mjs').Tally[]>} part
 */
async function attempt(part) {
  try {
    return sum([await part()].flat());
  } catch (error) {
    showFailure(error);
    return oneFailed;
  }
}

async function runEverything() {
  assertOwnFolder();
  const tools = await prepare(testEnvironment());
  const checks = await attempt(() => runChecks(tools));
  const withServers = { ...tools, env: await withRedis(tools.env) };
  const packages = await attempt(() => runPackageTests(withServers));
  const journeys = await attempt(() => runJourneys(withServers));
  return sum([checks, packages, journeys]);
}

endWithLauncher();
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));
const tally = await attempt(runEverything);
say(`\n${tallyLine(tally)}`);
process.exitCode = tally.failed > 0 ? 1 : 0;
