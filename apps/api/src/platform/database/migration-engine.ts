import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';

const prismaFolder = new URL('../../../../../prisma/', import.meta.url);
const filters = { externalTables: [], externalEnums: [] };
let started = false;
type SchemaEngine = Awaited<ReturnType<typeof bindings.SchemaEngine.new>>;

/** The adapter cuts a script at every semicolon, also within a function's body. This sends it whole, as one transaction. */
class WholeScripts extends PrismaPg {
  constructor(private readonly pool: pg.Pool) {
    super(pool);
  }

  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      const client = await this.pool.connect();
      try {
        await client.query(script);
      } catch (error) {
        process.stderr.write(`${String(error)}\n`); // the engine keeps the cause to itself
        throw error;
      } finally {
        client.release();
      }
    };
    return adapter;
  }
}

/** Prisma's own migration engine as WebAssembly: no binary has to be downloaded for it. */
async function withEngine<T>(connectionString: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  if (!started) {
    const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
    const path = entry.replace(/\.js$/, '.wasm');
    const { instance } = await WebAssembly.instantiate(readFileSync(path), { './schema_engine_bg.js': bindings });
    // oxlint-disable-next-line no-underscore-dangle -- what wasm-bindgen calls it
    bindings.__wbg_set_wasm(instance.exports);
    (instance.exports['__wbindgen_start'] as () => void)();
    started = true;
  }
  const pool = new pg.Pool({ connectionString });
  try {
    const factory = bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool));
    return await work(await bindings.SchemaEngine.new({ datamodels: schemaFiles() }, () => {}, factory));
  } finally {
    await pool.end();
  }
}

function schemaFiles(): [string, string][] {
  const folder = new URL('schema/', prismaFolder);
  return readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]);
}

function migrationFiles() {
  const folder = new URL('migrations/', prismaFolder);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted()
    .map((path) => {
      const value = readFileSync(new URL(`${path}/migration.sql`, folder), 'utf8');
      return { path, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } };
    });
}

/** Applies what is missing and answers the names of what it applied; `prisma migrate deploy` continues from there. */
export async function applyMigrations(connectionString: string): Promise<string[]> {
  const migrationsList = {
    baseDir: 'migrations',
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"' },
    shadowDbInitScript: '',
    migrationDirectories: migrationFiles(),
  };
  const applied = await withEngine(connectionString, (engine) => engine.applyMigrations({ migrationsList, filters }));
  return applied.appliedMigrationNames;
}

/** The SQL that builds the models of `prisma/schema` from nothing. */
export async function schemaScript(connectionString: string): Promise<string> {
  const files = schemaFiles().map(([path, content]) => ({ path, content }));
  const { stdout } = await withEngine(connectionString, (engine) =>
    engine.diff({
      from: { tag: 'empty' },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters,
    }),
  );
  return stdout ?? '';
}
