import fs from 'node:fs';
import { Failure } from './failure.mjs';
import { data } from './folders.mjs';
import { ensureRuntime } from './runtime.mjs';
import { generateClient, installPackages } from './workspace.mjs';

/**
 * Everything that has to be there before the first line of the API can run.
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<import('./workspace.mjs').Tools>}
 */
export async function prepare(environment) {
  const tools = await ensureRuntime(environment);
  await installPackages(tools);
  await generateClient(tools);
  return tools;
}

export function assertOwnFolder() {
  try {
    fs.mkdirSync(data, { recursive: true });
    fs.accessSync(data, fs.constants.W_OK);
  } catch {
    throw new Failure(`This user may not write to ${data}: start as the user who owns the folder.`);
  }
}
