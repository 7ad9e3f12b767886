import fs from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { logs, root, shown } from './folders.mjs';
import { signalGroup, startProgram } from './started.mjs';

/**
 * @typedef {object} Step
 * @property {string} name also the name of its log file
 * @property {string} command
 * @property {string[]} args
 * @property {NodeJS.ProcessEnv} env
 * @property {string} [cwd]
 * @property {string} failure the beginning of the sentence shown when it fails
 * @property {import('node:child_process').SpawnOptions} [as] user and group, where they differ
 */

/** @type {Set<import('node:child_process').ChildProcess>} */
const steps = new Set();

/** Ends the steps that run now; each fails. */
export function interruptSteps() {
  for (const step of steps) signalGroup(step, 'SIGTERM');
}

/** @param {string} name */
export function openLog(name) {
  fs.mkdirSync(logs, { recursive: true });
  const file = path.join(logs, `${name}.log`);
  return { file, descriptor: fs.openSync(file, 'w') };
}

/**
 * Runs a program to its end with what it prints in its log.
 * @param {Step} step
 */
export async function runStep({ name, command, args, env, cwd = root, failure, as = {} }) {
  const { file, descriptor } = openLog(name);
  try {
    const stdio = ['ignore', descriptor, descriptor];
    const ended = await endingStep(startProgram(command, args, { ...as, cwd, env: { ...env, NO_COLOR: '1' }, stdio }));
    if (ended !== 0) throw new Failure(`${failure} (${describeEnd(ended)}). Details are in ${shown(file)}.`);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** @param {import('node:child_process').ChildProcess} child */
async function endingStep(child) {
  steps.add(child);
  const ended = await ending(child);
  steps.delete(child);
  return ended;
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number | string>} the exit code, the signal that ended it, or why it did not start
 */
export function ending(child) {
  return new Promise((resolve) => {
    child.once('error', (error) =>
      resolve(error.code === 'ENOENT' ? `there is no ${child.spawnfile} here` : error.message),
    );
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 'ended'));
  });
}

/** @param {number | string} ended */
export const describeEnd = (ended) => (typeof ended === 'number' ? `exit code ${ended}` : ended);
