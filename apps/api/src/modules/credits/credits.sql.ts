import { type Sql, sql } from '../../platform/database/sql.ts';

/** What a session took and has not been given back. `whose` is about `e`, a row of `credit_entries`. */
export function standingUses(kinds: readonly ('VISIT' | 'MAKEUP')[], sessionId: string, whose: Sql): Sql {
  return sql`select e.* from credit_entries e where e.center_id = current_center() and e.kind = any (${kinds}::text[])
    and e.session_id = ${sessionId} and ${whose}
    and not exists (select from credit_entries r where r.center_id = e.center_id and r.reverses_id = e.id)`;
}
