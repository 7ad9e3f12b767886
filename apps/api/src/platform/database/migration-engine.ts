import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';

const prismaFolder = new URL('../../../../../prisma/', import.meta.url);
const filters = { externalTables: [], externalEnums: [] };
let started = false;

/** The adapter cuts a script at every semicolon, also within a function's body. This sends it whole, as one transaction. */
class WholeScripts extends PrismaPg {
  constructor(private readonly connectionString: string) {
    super({ connectionString });
  }

  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      const client = new pg.Client({ connectionString: this.connectionString });
      await client.connect();
      try {
        await client.query(script);
      } catch (error) {
        process.stderr.write(`${String(error)}\n`); // the engine keeps the cause to itself
        throw error;
      } finally {
        await client.end();
      }
    };
    return adapter;
  }
}

/** Prisma's own migration engine as WebAssembly: no binary has to be downloaded for it. */
async function engineFor(connectionString: string) {
  if (!started) {
    const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
    const path = entry.replace(/\.js$/, '.wasm');
    const { instance } = await WebAssembly.instantiate(readFileSync(path), { './schema_engine_bg.js': bindings });
    bindings.__wbg_set_wasm(instance.exports);
    (instance.exports['__wbindgen_start'] as () => void)();
    started = true;
  }
  const factory = bindMigrationAwareSqlAdapterFactory(new WholeScripts(connectionString));
  return bindings.SchemaEngine.new({ datamodels: schemaFiles() }, () => {}, factory);
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
    .sort()
    .map((path) => {
      const value = readFileSync(new URL(`${path}/migration.sql`, folder), 'utf8');
      return { path, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } };
    });
}

/** Applies what is missing and answers the names of what it applied; `prisma migrate deploy` continues from there. */
export async function applyMigrations(connectionString: string): Promise<string[]> {
  const engine = await engineFor(connectionString);
  const { appliedMigrationNames } = await engine.applyMigrations({
    migrationsList: {
      baseDir: 'migrations',
      lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"' },
      shadowDbInitScript: '',
      migrationDirectories: migrationFiles(),
    },
    filters,
  });
  return appliedMigrationNames;
}

/** The SQL that builds the models of `prisma/schema` from nothing. */
export async function schemaScript(connectionString: string): Promise<string> {
  const engine = await engineFor(connectionString);
  const files = schemaFiles().map(([path, content]) => ({ path, content }));
  const { stdout } = await engine.diff({
    from: { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: null,
    filters,
  });
  return stdout ?? '';
}
