import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Failure, say } from './failure.mjs';
import { root, runtime } from './folders.mjs';
import { runStep } from './run-step.mjs';

const packages = path.join(runtime, 'node_modules');
const windows = process.platform === 'win32';
const nodePackage = `node-${windows ? 'win' : process.platform}-${process.arch}`;
// The packages for macOS do not have every version.
const nodeVersion = process.platform === 'darwin' ? '24' : '24.21.0';

/** @param {string} version such as `v22.15.0` */
export function isRecentNode(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 15);
}

/** @returns {string} the Node that everything but the launcher itself runs on */
export function nodeProgram() {
  if (isRecentNode(process.version)) return process.execPath;
  return path.join(packages, nodePackage, 'bin', windows ? 'node.exe' : 'node');
}

/** @returns {string | undefined} pnpm's own program; its wrapper in JavaScript needs a package manager to start */
function pnpmProgram() {
  const folder = path.join(packages, '@pnpm');
  if (!fs.existsSync(folder)) return undefined;
  const [platform] = fs.readdirSync(folder).filter((name) => name.startsWith('exe.'));
  return platform && path.join(folder, platform, windows ? 'pnpm.exe' : 'pnpm');
}

function pinnedPnpm() {
  const { packageManager } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  return packageManager.split('@')[1];
}

/** @param {string} name */
function installedVersion(name) {
  const file = path.join(packages, name, 'package.json');
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')).version : undefined;
}

function isInstalled() {
  if (installedVersion('pnpm') !== pinnedPnpm() || !pnpmProgram()) return false;
  if (isRecentNode(process.version)) return true;
  return Boolean(installedVersion(nodePackage)?.startsWith(nodeVersion)) && fs.existsSync(nodeProgram());
}

/**
 * Brings the pinned pnpm and, where the Node at hand is too old, a newer one into `.runtime`.
 * @param {NodeJS.ProcessEnv} env
 */
export async function ensureRuntime(env) {
  if (!isInstalled()) {
    say('Installing pnpm and the runtime …');
    await installRuntime(env);
  }
  const node = nodeProgram();
  assertRuns(node);
  const pnpm = pnpmProgram();
  const binaries = [path.dirname(node), path.dirname(pnpm)].join(path.delimiter);
  return { node, pnpm, env: { ...env, PATH: `${binaries}${path.delimiter}${env.PATH ?? ''}` } };
}

/** @param {NodeJS.ProcessEnv} env */
async function installRuntime(env) {
  const wanted = [`pnpm@${pinnedPnpm()}`];
  if (!isRecentNode(process.version)) wanted.push(`${nodePackage}@${nodeVersion}`);
  fs.mkdirSync(runtime, { recursive: true });
  const flags = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--no-update-notifier'];
  await runStep({
    name: 'runtime',
    ...npm(['install', '--prefix', runtime, ...flags, ...wanted]),
    env: { ...env, NODE_ENV: undefined },
    failure: `npm could not install ${wanted.join(' and ')}`,
  });
  if (!pnpmProgram()) throw new Failure(`There is no pnpm ${pinnedPnpm()} for ${process.platform} ${process.arch}.`);
}

/** npm as the person called it, else the one on the path. @param {string[]} args */
function npm(args) {
  const called = process.env.npm_execpath;
  if (called?.endsWith('npm-cli.js')) return { command: process.execPath, args: [called, ...args] };
  return windows ? { command: 'cmd', args: ['/c', 'npm', ...args] } : { command: 'npm', args };
}

/** @param {string} node */
function assertRuns(node) {
  try {
    const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
    if (isRecentNode(version)) return;
  } catch {
    // The sentence below says it.
  }
  throw new Failure(`The runtime in .runtime does not run on this machine: install Node 24 and start again.`);
}
