import fs from 'node:fs';
import path from 'node:path';
import { say } from './failure.mjs';
import { data, root } from './folders.mjs';
import { ending } from './run-step.mjs';
import { startProgram } from './started.mjs';
import { jestTally, nodeTally } from './tally.mjs';

/** @typedef {import('./workspace.mjs').Tools} Tools */

const launcher = path.join(root, 'packages/launcher');
const results = path.join(data, 'test-results');

/** @returns {string[]} the folders of the packages that jest tests */
function jestPackages() {
  const folders = ['packages', 'apps'].flatMap((parent) => {
    const names = fs.readdirSync(path.join(root, parent)).toSorted();
    return names.map((name) => path.join(root, parent, name));
  });
  return folders.filter((folder) => testScript(folder).includes('jest.mjs'));
}

/** @param {string} folder @returns {string} */
function testScript(folder) {
  const file = path.join(folder, 'package.json');
  if (!fs.existsSync(file)) return '';
  return JSON.parse(fs.readFileSync(file, 'utf8')).scripts?.test ?? '';
}

/** @param {Tools} tools */
export async function runPackageTests(tools) {
  const tallies = [await runLauncherTests(tools)];
  for (const folder of jestPackages()) tallies.push(await runJest(tools, folder, path.basename(folder)));
  return tallies;
}

/**
 * @param {Tools} tools
 * @param {string} folder
 * @param {string} name of the part, in what is shown and in the name of the result
 */
export async function runJest({ node, env }, folder, name) {
  say(`\n── ${name}`);
  const outputFile = resultFile(`${name}.json`);
  const args = [path.join(launcher, 'src/jest.mjs'), '--silent', '--json', `--outputFile=${outputFile}`];
  const code = await ending(startProgram(node, args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] }));
  return jestTally(outputFile, Number(code));
}

/** The launcher runs before anything is installed, and so do its tests. @param {Tools} tools */
async function runLauncherTests({ node, env }) {
  say('\n── launcher');
  const tap = resultFile('launcher.tap');
  const reporters = ['dot', 'stdout', 'tap', tap];
  const flags = reporters.map((value, index) => `--test-reporter${index % 2 ? '-destination' : ''}=${value}`);
  const args = ['--test', ...flags, 'src/*.test.mjs'];
  const child = startProgram(node, args, { cwd: launcher, env, stdio: ['ignore', 'inherit', 'inherit'] });
  const code = await ending(child);
  return nodeTally(fs.existsSync(tap) ? fs.readFileSync(tap, 'utf8') : '', Number(code));
}

/** @param {string} name */
function resultFile(name) {
  fs.mkdirSync(results, { recursive: true });
  const file = path.join(results, name);
  fs.rmSync(file, { force: true });
  return file;
}
