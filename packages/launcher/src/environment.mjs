import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { data, root } from './folders.mjs';

const quiet = {
  CHECKPOINT_DISABLE: '1',
  DO_NOT_TRACK: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  // The launcher brings the pinned pnpm itself; pnpm otherwise wants to resolve its own version again.
  pnpm_config_pm_on_fail: 'ignore',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
};

/**
 * What the environment says wins over the file; an empty value counts as not set.
 * @param {string} text the content of a `.env` file
 * @param {NodeJS.ProcessEnv} environment
 * @returns {NodeJS.ProcessEnv}
 */
export function mergeEnvironment(text, environment) {
  const given = (values) => Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries([...given(parseEnv(text)), ...given(environment)]);
}

/** The environment for everything the launcher starts. */
export function readEnvironment() {
  const file = path.join(root, '.env');
  const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  return { ...withUsableHome(mergeEnvironment(text, process.env)), ...quiet };
}

/**
 * npm and pnpm keep caches in the home folder; where it cannot be written, `.data/home` takes its place.
 * @param {NodeJS.ProcessEnv} environment
 */
function withUsableHome(environment) {
  const home = isWritable(environment.HOME ?? os.homedir()) ? {} : ownHome();
  const cache = environment.npm_config_cache;
  if (cache && !isWritable(nearestExisting(cache))) home.npm_config_cache = path.join(data, 'home/.npm');
  const registry = environment.pnpm_config_registry ?? environment.npm_config_registry;
  return { ...environment, ...home, ...(registry && { pnpm_config_registry: registry }) };
}

/** @returns {NodeJS.ProcessEnv} */
function ownHome() {
  const home = path.join(data, 'home');
  fs.mkdirSync(home, { recursive: true });
  return { HOME: home, XDG_CACHE_HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, XDG_STATE_HOME: home };
}

/** @param {string} folder */
function isWritable(folder) {
  try {
    fs.accessSync(folder, fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} folder */
function nearestExisting(folder) {
  let existing = path.resolve(folder);
  while (!fs.existsSync(existing)) existing = path.dirname(existing);
  return existing;
}

/**
 * A secret for this folder alone, made once and readable by its user alone.
 * @param {string} name the file's name in `.data`
 */
export function keptSecret(name) {
  const file = path.join(data, name);
  if (!fs.existsSync(file)) {
    fs.mkdirSync(data, { recursive: true });
    fs.writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  }
  return fs.readFileSync(file, 'utf8').trim();
}
