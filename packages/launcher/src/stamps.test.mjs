import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fingerprint, onceFor } from './stamps.mjs';

function emptyFolder(context) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stamps-'));
  context.after(() => fs.rmSync(folder, { recursive: true }));
  return folder;
}

/** Runs the work once and tells whether it was done. */
async function doneFor(mark, file, { resultStands = true } = {}) {
  let done = false;
  const work = async () => void (done = true);
  await onceFor('work', mark, resultStands, work, file);
  return done;
}

test('work is done once for each mark', async (context) => {
  const file = path.join(emptyFolder(context), 'stamps/work');
  assert.equal(await doneFor('first', file), true);
  assert.equal(await doneFor('first', file), false);
  assert.equal(await doneFor('second', file), true);
});

test('work is done again when its result is gone', async (context) => {
  const file = path.join(emptyFolder(context), 'work');
  await doneFor('first', file);
  assert.equal(await doneFor('first', file, { resultStands: false }), true);
});

test('work that fails is done again, even for the mark before', async (context) => {
  const file = path.join(emptyFolder(context), 'work');
  await doneFor('first', file);
  await assert.rejects(onceFor('work', 'second', true, () => Promise.reject(new Error('full disk')), file));
  assert.equal(await doneFor('first', file), true);
});

test('a fingerprint changes with content and with names, and passes over what does not count', (context) => {
  const folder = emptyFolder(context);
  const write = (name, text) => fs.writeFileSync(path.join(folder, name), text);
  const now = () => fingerprint([folder], (name) => !name.endsWith('.log'));
  write('page.tsx', 'one');
  const before = now();
  write('next.log', 'noise');
  assert.equal(now(), before);
  write('page.tsx', 'two');
  const changed = now();
  assert.notEqual(changed, before);
  fs.renameSync(path.join(folder, 'page.tsx'), path.join(folder, 'home.tsx'));
  assert.notEqual(now(), changed);
});
