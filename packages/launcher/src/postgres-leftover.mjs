import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { commandOf, isAlive } from './processes.mjs';

const patience = 20_000;

/**
 * After a crash of the launcher its PostgreSQL may still run on the folder, or only its lock file may be left,
 * naming a process id that belongs to another program by now. Both are cleared away.
 * @param {string} folder
 */
export async function endPostmasterOf(folder) {
  const lock = path.join(folder, 'postmaster.pid');
  if (!fs.existsSync(lock)) return;
  const pid = Number.parseInt(fs.readFileSync(lock, 'utf8'), 10);
  if (isPostmasterOf(pid, folder)) await endPostmaster(pid, folder);
  fs.rmSync(lock, { force: true });
}

/** @param {number} pid @param {string} folder */
const isPostmasterOf = (pid, folder) => isAlive(pid) && commandOf(pid).includes(`-D ${folder} `);

/** @param {number} pid @param {string} folder */
async function endPostmaster(pid, folder) {
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + patience;
  while (isPostmasterOf(pid, folder)) {
    if (Date.now() > deadline) process.kill(pid, 'SIGQUIT');
    await pause(100);
  }
}
