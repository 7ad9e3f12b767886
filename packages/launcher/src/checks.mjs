import fs from 'node:fs';
import { Failure, say } from './failure.mjs';
import { logs } from './folders.mjs';
import { runStep } from './run-step.mjs';
import { oneFailed, onePassed } from './tally.mjs';

const checks = [
  { script: 'format:check', title: 'format' },
  { script: 'lint', title: 'lint' },
  { script: 'boundaries', title: 'boundaries' },
  { script: 'types', title: 'types' },
];

/**
 * The checks of `pnpm check`, each of which counts as one test.
 * @param {import('./workspace.mjs').Tools} tools
 */
export async function runChecks(tools) {
  const tallies = [];
  for (const check of checks) tallies.push(await runCheck(tools, check));
  return tallies;
}

/** @param {import('./workspace.mjs').Tools} tools @param {{ script: string, title: string }} check */
async function runCheck({ pnpm, env }, { script, title }) {
  const name = `check-${title}`;
  try {
    await runStep({ name, command: pnpm, args: ['run', script], env, failure: `The check of ${title} fails` });
    say(`PASS ${title}`);
    return onePassed;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    say(lastLines(fs.readFileSync(`${logs}/${name}.log`, 'utf8')));
    say(`FAIL ${title}: ${error.message}`);
    return oneFailed;
  }
}

/** @param {string} text */
const lastLines = (text) => text.trimEnd().split('\n').slice(-80).join('\n');
