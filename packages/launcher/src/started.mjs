import { spawn } from 'node:child_process';

const grouped = process.platform !== 'win32';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
let onChange = () => {};

/** @param {() => void} listener called whenever a program starts or ends */
export function watchPrograms(listener) {
  onChange = listener;
}

/**
 * Starts a program in a process group of its own, so that Ctrl C reaches it only through the launcher and
 * a signal also reaches the programs that it started itself.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function startProgram(command, args, options) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options, detached: grouped });
  running.add(child);
  onChange();
  const forget = () => {
    running.delete(child);
    onChange();
  };
  child.once('exit', forget);
  child.once('error', forget);
  return child;
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
export function signalGroup(child, signal) {
  if (!child.pid) return;
  try {
    process.kill(grouped ? -child.pid : child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** @returns {number[]} the ids of what runs now */
export const runningIds = () => [...running].flatMap(({ pid }) => pid ?? []);

/** The last resort when the launcher itself ends: nothing that it started stays. */
export function endWithLauncher() {
  process.on('exit', () => {
    for (const child of running) signalGroup(child, 'SIGTERM');
  });
}
