import type { Database } from './database.ts';
import { sql } from './sql.ts';

/** Ids for rows that are written many at once and name each other, in the order of time. */
export async function newIds(db: Database, count: number): Promise<string[]> {
  const rows = await db.rows<{ id: string }>(sql`select uuid_v7() as id from generate_series(1, ${count}::int)`);
  return rows.map(({ id }) => id);
}
