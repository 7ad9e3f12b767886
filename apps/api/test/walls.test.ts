import pg from 'pg';
import { type DatabaseRole } from '../src/platform/config/config.ts';
import { startApi, testConfig } from './harness.ts';
import { fillEveryTable } from './one-of-everything.ts';
import { auditCatalogue } from './catalogue-audit.ts';

const api = startApi();

const connect = async (role: DatabaseRole) => {
  const client = new pg.Client({ connectionString: testConfig().databaseUrl(role) });
  await client.connect();
  return client;
};

async function centerTables(privilege = 'SELECT'): Promise<string[]> {
  const { rows } = await api.admin.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'center_id' and not a.attisdropped
     where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname not in ('plans', 'curricula', 'skills') and has_table_privilege('cartwheel_app', c.oid, $1) order by 1`,
    [privilege],
  );
  return rows.map((row) => row.name);
}

describe('the catalogue', () => {
  it('has no table, key, policy, view, function or grant through which a center could see another', async () => {
    expect(await auditCatalogue(api.admin)).toEqual([]);
  });

  it.each([
    ['alter table students disable row level security', /R04/],
    ['alter table students no force row level security', /R05/],
    ['create table loose (id int); grant select on loose to cartwheel_app', /R04/],
    ['create policy wide on students for select to public using (true)', /R09/],
    ['drop policy center_wall on students', /R10/],
    [
      'alter table leads add constraint loose_key foreign key (assigned_to_user_id) references users (id) on delete set null; create table c (center_id uuid not null, id uuid primary key, student_id uuid); alter table students add unique (id); alter table c add foreign key (student_id) references students (id)',
      /R13/,
    ],
    ['create unique index loose on students (id)', /R16/],
    ['create view open_students as select * from students; grant select on open_students to cartwheel_app', /R17/],
    [
      'create function open_door() returns int language sql security definer as $$ select 1 $$; grant execute on function open_door to cartwheel_app',
      /R19/,
    ],
    ['grant truncate on students to cartwheel_app', /R21/],
    ['grant create on schema public to cartwheel_app', /R22/],
    ['grant select on students to public', /R23/],
    ['alter role cartwheel_app bypassrls', /R01/],
    ['grant cartwheel_owner to cartwheel_app', /R02/],
  ])('is found out when somebody runs: %s', async (mutation, rule) => {
    const client = await api.admin.connect();
    try {
      await client.query('begin');
      await client.query(mutation);
      expect((await auditCatalogue(client)).join('\n')).toMatch(rule);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

describe('two centers in every table', () => {
  it('never meet: not in reading, adding, moving, changing or deleting', async () => {
    const [ours, theirs] = [await api.newCenter(), await api.newCenter()];
    await fillEveryTable(ours);
    await fillEveryTable(theirs);
    const app = await connect('cartwheel_app');
    const breaches: string[] = [];
    const enter = (center: { id: string; organizationId: string } | null) =>
      app.query(
        `select set_config('app.center_id', $1, false), set_config('app.organization_id', $2, false), set_config('app.user_id', '', false)`,
        [center?.id ?? '', center?.organizationId ?? ''],
      );
    const count = async (table: string, condition = 'true') =>
      Number((await app.query(`select count(*) as n from ${table} where ${condition}`)).rows[0].n);

    for (const table of await centerTables()) {
      await enter(null);
      if ((await count(table)) > 0) breaches.push(`${table}: rows without a center`);
      await enter(theirs);
      if ((await count(table)) === 0) breaches.push(`${table}: nothing planted for the other center`);
      await enter(ours);
      if ((await count(table)) === 0) breaches.push(`${table}: nothing planted for ours`);
      if ((await count(table, `center_id <> '${ours.id}'`)) > 0) breaches.push(`${table}: reads another center`);
      breaches.push(...(await tryToBreakOut(app, table, theirs.id)));
    }
    await app.end();
    expect(breaches).toEqual([]);
  });

  it('are kept apart for headquarters by the organization', async () => {
    const [ours, theirs] = [await api.newCenter(), await api.newCenter()];
    await fillEveryTable(ours);
    await fillEveryTable(theirs);
    const hq = await connect('cartwheel_hq');
    await hq.query(`select set_config('app.organization_id', $1, false)`, [ours.organizationId]);
    for (const table of await centerTables()) {
      const { rows } = await hq.query(`select distinct center_id from ${table}`);
      expect([table, rows]).toEqual([table, [{ center_id: ours.id }]]);
      await expect(hq.query(`delete from ${table}`)).rejects.toThrow(/permission denied|read-only/);
    }
    await hq.end();
  });

  it('never show money to a trainer, whatever is asked', async () => {
    const center = await api.newCenter();
    await fillEveryTable(center);
    const app = await connect('cartwheel_app');
    await app.query(
      `select set_config('app.center_id', $1, false), set_config('app.organization_id', $2, false), set_config('app.role', 'TRAINER', false)`,
      [center.id, center.organizationId],
    );
    for (const table of [
      'invoices',
      'invoice_lines',
      'discounts',
      'payments',
      'payment_allocations',
      'invoice_counters',
    ]) {
      expect([table, (await app.query(`select * from ${table}`)).rows]).toEqual([table, []]);
    }
    await app.end();
  });
});

describe('what has happened', () => {
  it.each(['audit_log', 'credit_entries', 'skill_assessments', 'timeline_entries', 'center_settings'])(
    'cannot be rewritten in %s',
    async (table) => {
      const app = await connect('cartwheel_app');
      await expect(app.query(`update ${table} set center_id = center_id`)).rejects.toThrow('permission denied');
      await expect(app.query(`delete from ${table}`)).rejects.toThrow('permission denied');
      await app.end();
    },
  );

  it('hides the hash of a password from everything but signing in', async () => {
    const app = await connect('cartwheel_app');
    await expect(app.query('select password_hash from users')).rejects.toThrow('permission denied');
    await expect(app.query('select * from login_sessions')).rejects.toThrow('permission denied');
    await app.end();
  });
});

async function tryToBreakOut(app: pg.Client, table: string, other: string): Promise<string[]> {
  const breaches: string[] = [];
  const refused = async (what: string, statement: string) => {
    await app.query('begin');
    const outcome = await app.query(statement).then(
      (result) => (result.rowCount ? 'done' : 'nothing'),
      (error: { code: string }) => error.code,
    );
    await app.query('rollback');
    if (outcome !== '42501' && outcome !== 'nothing') breaches.push(`${table}: ${what}: ${outcome}`);
  };
  const written = await app.query<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ') as columns from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  const { columns } = written.rows[0]!;
  // Deferring triggers would only hide which wall stood: the row's own policy must refuse first.
  await refused(
    'adds a row for another center',
    `insert into ${table} (${columns}) select ${columns} from (
       select (jsonb_populate_record(x, jsonb_build_object('center_id', '${other}') || case when to_jsonb(x) ? 'id' then jsonb_build_object('id', gen_random_uuid()) else '{}' end)).* from ${table} x limit 1) copy`,
  );
  await refused('moves its row to another center', `update ${table} set center_id = '${other}'`);
  await refused(
    'changes rows of another center',
    `update ${table} set center_id = center_id where center_id = '${other}'`,
  );
  await refused('deletes rows of another center', `delete from ${table} where center_id = '${other}'`);
  return breaches;
}
