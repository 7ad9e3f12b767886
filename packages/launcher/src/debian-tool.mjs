import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { say } from './failure.mjs';
import { runStep } from './run-step.mjs';

/**
 * @param {string[]} names programs that serve alike, best first
 * @param {string} [searchPath]
 * @returns {string | undefined}
 */
export function findProgram(names, searchPath = process.env.PATH ?? '') {
  const folders = searchPath.split(path.delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Finds a program, or installs it from Debian's packages where this user may.
 * @param {string[]} names
 * @param {string} debianPackage
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | undefined>}
 */
export async function findOrInstall(names, debianPackage, env) {
  const found = findProgram(names);
  if (found || process.getuid?.() !== 0 || !findProgram(['apt-get'])) return found;
  say(`Installing ${debianPackage} …`);
  await apt(['update'], debianPackage, env);
  await apt(['install', '-y', '--no-install-recommends', debianPackage], debianPackage, env);
  return findProgram(names);
}

/** A failure shows itself in the program still missing. @param {string[]} args @param {string} name */
async function apt(args, name, env) {
  const failure = `apt-get could not install ${name}`;
  const quiet = { ...env, DEBIAN_FRONTEND: 'noninteractive' };
  await runStep({ name: `apt-${args[0]}-${name}`, command: 'apt-get', args, env: quiet, failure }).catch(() => {});
}
