import { setTimeout as sleep } from 'node:timers/promises';
import type { TestApi } from './harness.ts';

/**
 * Starts the requests while somebody else holds a row they need, long enough that every one of them has read what it
 * decides on, then lets them go. What goes wrong between reading and writing goes wrong here each time.
 */
export async function whileHeld<T>(api: TestApi, query: string, ids: string[], start: () => Promise<T>): Promise<T> {
  const client = await api.admin.connect();
  try {
    await client.query('begin');
    await client.query(query, [ids]);
    const work = start();
    await sleep(500);
    await client.query('commit');
    return await work;
  } finally {
    client.release();
  }
}
