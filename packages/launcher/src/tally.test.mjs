import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { jestTally, nodeTally, oneFailed, onePassed, sum, tallyLine } from './tally.mjs';

function jestResult(context, result) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tally-'));
  context.after(() => fs.rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'api.json');
  const none = {
    numPassedTests: 0,
    numFailedTests: 0,
    numRuntimeErrorTestSuites: 0,
    numPendingTests: 0,
    numTodoTests: 0,
  };
  fs.writeFileSync(file, JSON.stringify({ ...none, ...result }));
  return file;
}

test('the last line names skipped tests only when there are some', () => {
  assert.equal(tallyLine(sum([onePassed, onePassed, oneFailed])), '2 passed, 1 failed');
  assert.equal(tallyLine({ passed: 2, failed: 0, skipped: 3 }), '2 passed, 0 failed, 3 skipped');
});

test('a test file that does not load is a failure', (context) => {
  const file = jestResult(context, { numPassedTests: 4, numRuntimeErrorTestSuites: 1 });
  assert.deepEqual(jestTally(file, 1), { passed: 4, failed: 1, skipped: 0 });
});

test('a run that fails without a failed test is a failure', (context) => {
  assert.equal(jestTally(jestResult(context, { numPassedTests: 4 }), 1).failed, 1);
  assert.deepEqual(jestTally('/nowhere/at-all.json', 0), oneFailed);
  assert.equal(nodeTally('', 1).failed, 1);
});

test("node's own runner is counted from its summary", () => {
  const tap = '# tests 5\n# suites 0\n# pass 3\n# fail 1\n# cancelled 0\n# skipped 1\n# todo 0\n';
  assert.deepEqual(nodeTally(tap, 1), { passed: 3, failed: 1, skipped: 1 });
});
