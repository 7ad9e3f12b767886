import pg from 'pg';

const { builtins } = pg.types;
const parsers = new Map<number, (text: string) => unknown>([
  // Amounts are bounded by a CHECK far below where a double loses a unit.
  [builtins.INT8, Number],
  [builtins.NUMERIC, Number],
  [builtins.DATE, (text) => text],
  [builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString()],
]);

type TypeId = Parameters<typeof pg.types.getTypeParser>[0];

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: TypeId, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/**
 * A pool that never hands on a connection with a transaction open in it: such a connection would carry one center's
 * context into another's request. No `query_timeout`: giving up on the client's side is how that happens.
 */
export function createPool(connectionString: string, name: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    types,
    application_name: name,
    connectionTimeoutMillis: 4_000,
    idleTimeoutMillis: 300_000,
  });
  // A connection that dies fails its query, and the pool replaces it; unheard, it would take the process along.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on(
    'release',
    (
      _error: Error,
      client: pg.PoolClient & { getTransactionStatus?: () => string | null; end?: () => Promise<void> },
    ) => {
      const status = client.getTransactionStatus?.();
      if (status && status !== 'I') void client.end?.();
    },
  );
  return pool;
}
