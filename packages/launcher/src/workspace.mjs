import fs from 'node:fs';
import path from 'node:path';
import { say } from './failure.mjs';
import { api, root, web } from './folders.mjs';
import { runStep } from './run-step.mjs';
import { fingerprint, onceFor } from './stamps.mjs';

/** @typedef {{ node: string, pnpm: string, env: NodeJS.ProcessEnv }} Tools */

const inRoot = (...names) => names.map((name) => path.join(root, name));
const lockfile = inRoot('pnpm-lock.yaml');

/** Packages as the lockfile names them. @param {Tools} tools */
export async function installPackages({ pnpm, env }) {
  const mark = `${process.platform} ${process.arch} ${fingerprint([...lockfile, ...inRoot('pnpm-workspace.yaml')])}`;
  const stands = [root, api, web].every((folder) => fs.existsSync(path.join(folder, 'node_modules')));
  await onceFor('install', mark, stands, async () => {
    say('Installing packages …');
    await runStep({
      name: 'install',
      command: pnpm,
      args: ['install', '--frozen-lockfile', '--config.confirmModulesPurge=false'],
      env: { ...env, NODE_ENV: undefined },
      failure: 'pnpm could not install the packages',
    });
  });
}

/** The database client from `prisma/schema`. @param {Tools} tools */
export async function generateClient({ node, env }) {
  const schema = path.join(root, 'prisma/schema');
  const generated = path.join(api, 'src/platform/database/generated');
  const mark = fingerprint([schema, ...lockfile]);
  await onceFor('generate', mark, fs.existsSync(generated), async () => {
    say('Generating the database client …');
    await runStep({
      name: 'generate',
      command: node,
      args: [path.join(api, 'node_modules/prisma/build/index.js'), 'generate', '--schema', schema],
      cwd: api,
      // Generating needs no schema engine, but looks for one and would download it: any program satisfies it.
      env: { ...env, PRISMA_SCHEMA_ENGINE_BINARY: node },
      failure: 'The database client could not be generated',
    });
  });
}

const notPortal = new Set([
  'node_modules',
  '.next',
  '.turbo',
  'bench',
  'journeys',
  'test',
  'next-env.d.ts',
  'tsconfig.tsbuildinfo',
]);

/** The portal for `next start`. @param {Tools} tools */
export async function buildPortal({ node, env }) {
  const places = [web, ...inRoot('packages/contracts', 'packages/domain', 'tsconfig.base.json'), ...lockfile];
  const mark = fingerprint(places, (name) => !notPortal.has(name) && !/\.test\.tsx?$/.test(name));
  const stands = fs.existsSync(path.join(web, '.next/BUILD_ID'));
  await onceFor('portal', mark, stands, async () => {
    say('Building the portal …');
    await runStep({
      name: 'build',
      command: node,
      args: [nextProgram(), 'build'],
      cwd: web,
      env: { ...env, NODE_ENV: undefined },
      failure: 'The portal could not be built',
    });
  });
}

/** @returns {string} */
export const nextProgram = () => path.join(web, 'node_modules/next/dist/bin/next');
