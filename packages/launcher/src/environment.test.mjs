import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeEnvironment } from './environment.mjs';

test('a .env file fills what the environment leaves open', () => {
  const merged = mergeEnvironment('# the port\nPORT=4000\nMAIL_FROM="Sunrise <hi@sunrise.example>"\n', {
    HOME: '/home/asha',
  });
  assert.deepEqual(merged, { PORT: '4000', MAIL_FROM: 'Sunrise <hi@sunrise.example>', HOME: '/home/asha' });
});

test('the environment wins over the file', () => {
  assert.equal(mergeEnvironment('PORT=4000', { PORT: '5000' }).PORT, '5000');
});

test('an empty value counts as not set, in both places', () => {
  assert.deepEqual(mergeEnvironment('DATABASE_URL=\nREDIS_URL=', { DATABASE_URL: '' }), {});
  assert.equal(mergeEnvironment('PORT=4000', { PORT: '' }).PORT, '4000');
});
