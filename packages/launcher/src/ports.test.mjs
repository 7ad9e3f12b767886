import assert from 'node:assert/strict';
import net from 'node:net';
import { test } from 'node:test';
import { Failure } from './failure.mjs';
import { assertFree, freePort, isFree, publicPort } from './ports.mjs';

/** @param {string} host @param {(port: number) => Promise<void>} run */
async function whileTaken(host, run) {
  const server = net.createServer();
  await new Promise((resolve) => server.listen(0, host, resolve));
  try {
    await run(server.address().port);
  } finally {
    server.close();
  }
}

test('a taken port is refused with one sentence that names another', async () => {
  await whileTaken('127.0.0.1', async (port) => {
    const refusal = new RegExp(`^Port ${port} is taken by another program: .*PORT=${port + 1} npm start\\.$`);
    await assert.rejects(assertFree(port), (error) => error instanceof Failure && refusal.test(error.message));
    assert.equal(await isFree(port), false);
  });
});

test('a port that is taken on every address is refused too', async () => {
  await whileTaken('0.0.0.0', (port) => assert.rejects(assertFree(port), Failure));
});

test('a free port is accepted', async () => {
  await assertFree(await freePort());
});

test('PORT is a port, or 3000', () => {
  assert.equal(publicPort(undefined), 3000);
  assert.equal(publicPort('8080'), 8080);
  for (const wrong of ['abc', '0', '70000', '80.5']) assert.throws(() => publicPort(wrong), Failure);
});
