import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Failure, say } from './failure.mjs';
import { data } from './folders.mjs';
import { birthOf, isAlive } from './processes.mjs';
import { runningIds, watchPrograms } from './started.mjs';

/** @typedef {{ pid: number, birth: string }} Known a process, told from a later one with the same id */

const patience = 10_000;

/** @param {number} pid @returns {Known} */
const known = (pid) => ({ pid, birth: birthOf(pid) });

/** @param {Known} one */
const stillRuns = ({ pid, birth }) => birth !== '' && isAlive(pid) && birthOf(pid) === birth;

/**
 * Makes this launcher the only one of the folder, ends what one that was killed has left running, and from
 * now on keeps a record of what runs.
 * @param {string} [file]
 * @returns {Promise<() => void>} gives the folder free
 */
export async function claimFolder(file = path.join(data, 'running.json')) {
  const before = readClaim(file);
  if (before && stillRuns(before.launcher)) {
    throw new Failure(`Cartwheel already runs from this folder (process ${before.launcher.pid}): stop that one first.`);
  }
  await endLeftovers(before?.programs.filter(stillRuns) ?? []);
  const note = () => writeClaim(file, { launcher: known(process.pid), programs: runningIds().map(known) });
  note();
  watchPrograms(note);
  return () => {
    watchPrograms(() => {});
    fs.rmSync(file, { force: true });
  };
}

/** @param {string} file @returns {{ launcher: Known, programs: Known[] } | undefined} */
function readClaim(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {string} file @param {{ launcher: Known, programs: Known[] }} claim */
function writeClaim(file, claim) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(`${file}.new`, JSON.stringify(claim));
  fs.renameSync(`${file}.new`, file);
}

/** @param {Known[]} programs */
async function endLeftovers(programs) {
  if (programs.length === 0) return;
  say('Stopping what an interrupted start has left running …');
  for (const { pid } of programs) signal(pid, 'SIGTERM');
  const deadline = Date.now() + patience;
  while (programs.some(stillRuns) && Date.now() < deadline) await pause(100);
  for (const one of programs.filter(stillRuns)) signal(one.pid, 'SIGKILL');
}

/** Each was started with a process group of its own. @param {number} pid @param {NodeJS.Signals} name */
function signal(pid, name) {
  try {
    process.kill(-pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
