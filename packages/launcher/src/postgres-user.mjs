import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';

/**
 * @typedef {object} DatabaseUser who PostgreSQL runs as
 * @property {{ uid?: number, gid?: number }} as for `spawn`; empty for the user of the launcher
 * @property {{ uid: number, gid: number }} [owner] of its files, where that is not the user of the launcher
 * @property {string[]} through the program it has to be started through, if any
 */

/**
 * PostgreSQL refuses to run as root, so root hands it to the user `postgres`.
 * @param {string[]} needed files and folders that PostgreSQL must reach
 * @returns {DatabaseUser}
 */
export function databaseUser(needed) {
  if (process.getuid?.() !== 0) return { as: {}, through: [] };
  const owner = identity('postgres') ?? createUser();
  const { uid, gid } = owner;
  const blocked = needed.flatMap(foldersAbove).find((folder) => !maySearch(folder, uid, gid));
  if (!blocked) return { as: owner, owner, through: [] };
  // A clone in root's own home: its PostgreSQL is let past the permissions of files, the one right of root that it needs.
  return { as: {}, owner, through: passingFolders(uid, gid, blocked) };
}

/** @param {string} name */
function identity(name) {
  try {
    const number = (flag) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
    return { uid: number('-u'), gid: number('-g') };
  } catch {
    return undefined;
  }
}

function createUser() {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'pipe' });
  } catch {
    throw new Failure(
      'PostgreSQL does not run as root and the user "postgres" could not be made: start as another user, or set DATABASE_URL.',
    );
  }
  return identity('postgres');
}

/** @param {string} place @returns {string[]} */
function foldersAbove(place) {
  const above = path.dirname(place);
  return above === place ? [] : [...foldersAbove(above), above];
}

/** @param {string} folder @param {number} uid @param {number} gid */
function maySearch(folder, uid, gid) {
  const stat = fs.statSync(folder);
  if (stat.uid === uid) return Boolean(stat.mode & 0o100);
  if (stat.gid === gid) return Boolean(stat.mode & 0o010);
  return Boolean(stat.mode & 0o001);
}

/** @param {number} uid @param {number} gid @param {string} blocked */
function passingFolders(uid, gid, blocked) {
  const through = [
    'setpriv',
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
    // Without it access(2), by which PostgreSQL looks for its own programs, does not count the right.
    '--securebits=+no_setuid_fixup',
  ];
  try {
    execFileSync(through[0], [...through.slice(1), 'test', '-x', blocked], { stdio: 'pipe' });
  } catch {
    throw new Failure(
      `PostgreSQL does not run as root, and its user cannot enter ${blocked}: move the folder, start as another user, or set DATABASE_URL.`,
    );
  }
  return through;
}
