import * as z from 'zod';
import { type Sql, sql } from '../database/sql.ts';
import { refuse } from '../problems/problem.ts';

const Position = z.tuple([z.union([z.string(), z.number()]), z.string()]);
type Key = [string | number, string];

/** A page from one row more than asked for. The cursor is where the last shown row stands in the order. */
export function pageOf<Row>(
  rows: Row[],
  limit: number,
  keyOf: (row: Row) => Key,
): { items: Row[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const nextCursor =
    rows.length > limit && last !== undefined ? Buffer.from(JSON.stringify(keyOf(last))).toString('base64url') : null;
  return { items, nextCursor };
}

/** The rows behind the cursor, in a list ordered by `value`, then `id`. */
export function after(cursor: string | undefined, value: Sql, id: Sql, order: 'asc' | 'desc' = 'asc'): Sql | undefined {
  if (cursor === undefined) return undefined;
  const [at, last] = read(cursor);
  return order === 'asc' ? sql`(${value}, ${id}) > (${at}, ${last})` : sql`(${value}, ${id}) < (${at}, ${last})`;
}

function read(cursor: string): Key {
  try {
    return Position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw refuse('query.cursor', 'This cursor is not one of ours');
  }
}
