import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { claimFolder } from './claim.mjs';
import { Failure } from './failure.mjs';
import { birthOf, isAlive } from './processes.mjs';

function claimFile(context) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'claim-'));
  context.after(() => fs.rmSync(folder, { recursive: true }));
  return path.join(folder, 'running.json');
}

function sleeper(context) {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' });
  context.after(() => child.kill('SIGKILL'));
  return child;
}

test('a folder has one launcher at a time', async (context) => {
  const file = claimFile(context);
  const release = await claimFolder(file);
  await assert.rejects(
    claimFolder(file),
    (error) => error instanceof Failure && error.message.includes(String(process.pid)),
  );
  release();
  (await claimFolder(file))();
});

test('what a killed launcher has left running is ended, and nothing else', { timeout: 20_000 }, async (context) => {
  const file = claimFile(context);
  const [left, stranger] = [sleeper(context), sleeper(context)];
  const programs = [
    { pid: left.pid, birth: birthOf(left.pid) },
    { pid: stranger.pid, birth: 'another time' },
  ];
  fs.writeFileSync(file, JSON.stringify({ launcher: { pid: process.pid, birth: 'another time' }, programs }));
  const ended = new Promise((resolve) => left.once('exit', resolve));
  (await claimFolder(file))();
  await ended;
  assert.equal(isAlive(stranger.pid), true);
});
