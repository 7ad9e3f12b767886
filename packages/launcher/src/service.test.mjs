import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from './folders.mjs';
import { Service } from './service.mjs';
import { runningIds } from './started.mjs';

/** @param {string} script */
function nodeService(context, script) {
  const name = `test-service-${process.pid}`;
  const options = { name, title: 'The bell', command: process.execPath, args: ['-e', script], env: process.env };
  const service = new Service({ ...options, showsErrors: false });
  context.after(() => fs.rmSync(path.join(root, service.logFile), { force: true }));
  return service;
}

async function until(condition) {
  while (!condition()) await pause(20);
}

test('a service that is killed comes back, and stays away once stopped', { timeout: 20_000 }, async (context) => {
  const service = nodeService(context, 'setInterval(() => {}, 1000)');
  service.start();
  const [first] = runningIds();
  process.kill(first, 'SIGKILL');
  await until(() => runningIds().length === 1 && runningIds()[0] !== first);
  await service.stop();
  await pause(500);
  assert.deepEqual(runningIds(), []);
});

test('a service that keeps ending is given up', { timeout: 30_000 }, async (context) => {
  const service = nodeService(context, 'process.exit(3)');
  const givenUp = new Promise((resolve) => (service.onGivenUp = resolve));
  service.start();
  assert.equal(await givenUp, service);
  assert.equal(service.lastEnd, 'exit code 3');
});
