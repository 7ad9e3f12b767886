import { readdirSync, readFileSync, statSync } from 'node:fs';
import pg from 'pg';
import { schemaScript } from '../src/platform/database/migration-engine.ts';
import { routesOf } from '../src/platform/http/routes.ts';
import { startApi } from './harness.ts';

const root = new URL('../../../', import.meta.url).pathname;
const api = startApi();

const sourceFiles = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (['node_modules', 'generated', '.next', 'fixtures'].includes(entry.name)) return [];
    return entry.isDirectory() ? sourceFiles(path) : [path];
  });

const columnsOf = `select table_name || '.' || column_name || ' ' || udt_name || case is_nullable when 'NO' then ' required' else '' end as what
  from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
  where table_schema = 'public' and t.table_type = 'BASE TABLE' and table_name <> '_prisma_migrations' order by 1`;
const keysOf = `select conrelid::regclass || ' ' || pg_get_constraintdef(oid) as what from pg_constraint
  where contype in ('p', 'f') and connamespace = 'public'::regnamespace and conrelid::regclass::text <> '_prisma_migrations' order by 1`;
const indexesOf = `select regexp_replace(indexdef, '^(CREATE (UNIQUE )?INDEX) \\S+', '\\1') as what from pg_indexes where schemaname = 'public' and tablename <> '_prisma_migrations' order by 1`;

const read = async (client: pg.Pool | pg.Client, query: string) =>
  (await client.query<{ what: string }>(query)).rows.map((row) => row.what);

/** In order of their names. Whatever is not here is written by one domain; what is here for no reason any more must go. */
const writtenByTwo = new Map([
  ['centers', { domains: ['auth', 'centers'], why: 'signing up makes the first center before anybody is signed in' }],
  [
    'users',
    { domains: ['auth', 'users'], why: 'signing up and accepting an invitation happen before it is known who asks' },
  ],
]);

describe('the schema', () => {
  it('and the migrations build the same tables', async () => {
    const name = `schema_check_${process.pid}`;
    await api.admin.query(`create database ${name}`);
    const url = new URL(process.env['DATABASE_URL']!);
    url.pathname = `/${name}`;
    const fresh = new pg.Client({ connectionString: url.href });
    await fresh.connect();
    try {
      const ground = readFileSync(`${root}prisma/migrations/0001_ground/migration.sql`, 'utf8');
      await fresh.query(ground);
      await fresh.query(await schemaScript(process.env['DATABASE_URL']!));

      expect(await read(fresh, columnsOf)).toEqual(await read(api.admin, columnsOf));
      const migrated = new Set([...(await read(api.admin, keysOf)), ...(await read(api.admin, indexesOf))]);
      const wanted = [...(await read(fresh, keysOf)), ...(await read(fresh, indexesOf))];
      expect(wanted.filter((what) => !migrated.has(what))).toEqual([]);
    } finally {
      await fresh.end();
      await api.admin.query(`drop database ${name} with (force)`);
    }
  });
});

describe('the code', () => {
  it('names an operation, and with it a permission, for every route', () => {
    const routes = routesOf(api.app);

    expect(routes.length).toBeGreaterThan(10);
    expect(routes.filter(({ operation }) => !operation)).toEqual([]);
  });

  it('writes a table only from the domain that owns it', () => {
    const modules = `${root}apps/api/src/modules`;
    const owners = new Map<string, Set<string>>();
    for (const domain of readdirSync(modules)) {
      for (const file of readdirSync(`${modules}/${domain}`).filter((name) => name.endsWith('.repository.ts'))) {
        for (const [, table] of readFileSync(`${modules}/${domain}/${file}`, 'utf8').matchAll(
          /(?:insert into|update|delete from) (\w+)\b(?= (?:\(|set|where|as |[a-z] |using|select))/g,
        )) {
          if (table) owners.set(table, (owners.get(table) ?? new Set()).add(domain));
        }
      }
    }
    const shared = [...owners].filter(([, domains]) => domains.size > 1);

    expect(owners.size).toBeGreaterThan(3);
    expect(shared.map(([table, domains]) => `${table}: ${[...domains].toSorted().join(', ')}`).toSorted()).toEqual(
      [...writtenByTwo].map(([table, { domains }]) => `${table}: ${domains.join(', ')}`),
    );
  });

  it('keeps files short', () => {
    const long = ['apps/api/src', 'apps/web/src', 'packages/domain/src', 'packages/sheets/src']
      .flatMap((folder) => sourceFiles(root + folder))
      .filter((path) => /\.tsx?$/.test(path) && statSync(path).isFile())
      .map((path) => ({ path: path.slice(root.length), lines: readFileSync(path, 'utf8').split('\n').length }))
      .filter(({ path, lines }) => lines > (/\.test\.tsx?$/.test(path) ? 450 : 300));

    expect(long).toEqual([]);
  });

  it('never builds SQL from text', () => {
    const unsafe = sourceFiles(`${root}apps/api/src`).filter((path) =>
      /\$queryRawUnsafe|\$executeRawUnsafe|query_timeout:/.test(readFileSync(path, 'utf8')),
    );

    expect(unsafe).toEqual([]);
  });
});
