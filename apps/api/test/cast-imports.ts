import { readFileSync } from 'node:fs';
import type { AnswerOf, Import, listImportRows } from '@cartwheel/contracts';
import type { Cast, Person } from './cast.ts';
import type { TestApi } from './harness.ts';

type Row = AnswerOf<typeof listImportRows>['items'][number];

const fixtures = new URL('../../../packages/sheets/fixtures/', import.meta.url);

export const sample = (name: string): Buffer => readFileSync(new URL(name, fixtures));
export const truthOf = (name: string) => JSON.parse(sample(`${name}.truth.json`).toString());

export const upload = (person: Person, kind: string, bytes: Buffer | string, name = 'list.csv') =>
  person.post('/imports').field('kind', kind).attach('file', Buffer.from(bytes), name);

/** Uploads, runs and waits. Answers the import as it ended. */
export async function importFile(
  api: TestApi,
  person: Person,
  file: { kind: string; bytes: Buffer | string; name?: string; change?: object },
): Promise<Import> {
  const uploaded = await upload(person, file.kind, file.bytes, file.name).expect(201);
  const { id } = uploaded.body as Import;
  if (file.change) await person.patch(`/imports/${id}`).send(file.change).expect(200);
  await person.post(`/imports/${id}/run`).expect(202);
  await api.settle();
  return (await person.get(`/imports/${id}`).expect(200)).body as Import;
}

export async function undoImport(api: TestApi, person: Person, id: string): Promise<Import> {
  await person.post(`/imports/${id}/undo`).expect(202);
  await api.settle();
  return (await person.get(`/imports/${id}`).expect(200)).body as Import;
}

export async function rowsOf(person: Person, id: string, outcome?: string, cursor?: string): Promise<Row[]> {
  const query = { limit: 100, ...(outcome && { outcome }), ...(cursor && { cursor }) };
  const { body } = await person.get(`/imports/${id}/rows`).query(query).expect(200);
  const page = body as AnswerOf<typeof listImportRows>;
  return page.nextCursor ? [...page.items, ...(await rowsOf(person, id, outcome, page.nextCursor))] : page.items;
}

/** Logs, what belongs to imports themselves and figures counted from the rest differ by nature; all else must be as it was. */
const apart = new Set([
  'audit_log',
  'imports',
  'import_rows',
  'import_files',
  'outbox_events',
  'handled_events',
  'daily_figures',
  'hourly_figures',
  'outdated_figures',
]);

/** Everything a center has, table by table. */
export async function everythingOf(center: Cast): Promise<Record<string, unknown[]>> {
  const tables = await center.rows<{ name: string }>(
    `select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'center_id' and t.table_type = 'BASE TABLE' order by 1`,
  );
  const all: Record<string, unknown[]> = {};
  for (const { name } of tables.filter((table) => !apart.has(table.name))) {
    const rows = await center.rows<{ row: string }>(
      `select to_jsonb(t)::text as row from "${name}" t where center_id = $1 order by 1`,
      [center.id],
    );
    all[name] = rows.map(({ row }) => row);
  }
  return all;
}
