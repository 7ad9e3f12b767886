import { operations } from '@cartwheel/contracts';

/** Method and path of every operation, as text that can be inlined into the browser's code. */
export function contractRoutes(): string {
  const entries = operations.map(({ id, method, path, permission }) => [id, [method, path, permission === 'public']]);
  return JSON.stringify(Object.fromEntries(entries));
}
