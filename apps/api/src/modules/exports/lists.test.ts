import { type ExportedList, exportedLists, type Operation } from '@cartwheel/contracts';
import { readWorkbook } from '@cartwheel/sheets';
import * as z from 'zod';
import type { Cast, Person } from '../../../test/cast.ts';
import { planOf } from '../../../test/cast-enrollments.ts';
import { importFile } from '../../../test/cast-imports.ts';
import { aTeachingCenter, fileOf } from '../../../test/cast-exports.ts';
import { pathWith } from '../../../test/foreign-ids.ts';
import { startApi } from '../../../test/harness.ts';
import { rowsIn } from './exports.rules.ts';

const api = startApi();
const PATIENCE = 120_000;
type Ids = Record<string, string>;
type Query = Record<string, string>;

beforeEach(() => api.setNow(new Date('2030-01-07T09:30:00Z')));

const lists: [ExportedList, Operation][] = Object.keys(exportedLists).map((kind) => [
  kind as ExportedList,
  exportedLists[kind as ExportedList],
]);
/** Which list it is, where it is one of many: the first of its things. */
const whose = (operation: Operation, ids: Ids): Query => {
  const [name] = /:\w+/.exec(operation.path) ?? [];
  return name ? { id: idIn(operation.path, ids) } : {};
};
const idIn = (path: string, ids: Ids) =>
  pathWith(path, ids)
    .split('/')
    .find((part, n) => path.split('/')[n]?.startsWith(':'))!;
const filtersById = (operation: Operation) =>
  operation.query instanceof z.ZodObject
    ? Object.keys(operation.query.shape).filter((name) => name.endsWith('Id'))
    : [];

async function table(person: Person, kind: string, query: Query = {}) {
  const answer = await fileOf(person, `${kind}.csv`, query);
  const [header = [], ...rows] = answer.body.length > 3 ? cellsOf(answer.body) : [];
  return {
    status: answer.status,
    rows: rows.map((row) => Object.fromEntries(header.map((name, n) => [name, row[n]!]))),
  };
}
const cellsOf = (bytes: Buffer) =>
  readWorkbook(bytes, 'list.csv').sheets[0]!.rows.map((row) => row.map(({ text }) => text));

/** All pages, two at a time. */
async function listed(person: Person, kind: ExportedList, query: Query, ids: Ids = {}) {
  const operation: Operation = exportedLists[kind];
  const isPaged = operation.query instanceof z.ZodObject && 'limit' in operation.query.shape;
  const items: Record<string, unknown>[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await person
      .get(pathWith(operation.path, ids))
      .query({ ...query, ...(isPaged && { limit: 2 }), ...(cursor && { cursor }) })
      .expect(200);
    items.push(...body[rowsIn[kind] ?? 'items']);
    cursor = body.nextCursor ?? undefined;
  } while (cursor);
  return items;
}

describe('the file of a list', () => {
  // What is planted as an import was never read as a file; real ones are below.
  it.each(lists.filter(([kind]) => kind !== 'imports'))('has as many rows as the list: %s', async (kind, operation) => {
    const { admin, own } = await shared();
    const file = await table(admin, kind, whose(operation, own));

    expect(file.status).toBe(200);
    expect(file.rows).toHaveLength((await listed(admin, kind, {}, own)).length);
  });

  it.each(lists)('is refused to who may not read the list, and to who may not export: %s', async (kind, operation) => {
    const { desk, trainer, own } = await shared();
    for (const person of [desk, trainer]) expect((await table(person, kind, whose(operation, own))).status).toBe(403);
  });

  it.each(lists)('refuses a filter that the list does not have: %s', async (kind, operation) => {
    const { admin, own } = await shared();
    const { query } = operation;
    const stranger = ['tab', 'due'].find((name) => !(query instanceof z.ZodObject) || !(name in query.shape))!;
    expect((await table(admin, kind, { ...whose(operation, own), [stranger]: 'now' })).status).toBe(400);
  });

  it.each(lists.filter(([, { path }]) => path.includes(':')))(
    "does not exist for another center's: %s",
    async (kind, operation) => {
      const { admin, own, sister, stranger } = await shared();
      expect((await table(admin, kind, { id: 'not-an-id' })).status).toBe(400);
      expect((await table(admin, kind)).status).toBe(400);
      expect((await table(admin, kind, whose(operation, own))).status).toBe(200);
      for (const ids of [sister, stranger]) expect((await table(admin, kind, whose(operation, ids))).status).toBe(404);
    },
  );

  it.each(lists.flatMap(([kind, operation]) => filtersById(operation).map((name) => [kind, name, operation] as const)))(
    'is empty for an id of another center: %s by %s',
    async (kind, name, operation) => {
      const { admin, own, sister } = await shared();
      const id = idIn(`/${pathOfFilter[name]}/:id`, sister);
      const file = await table(admin, kind, { ...whose(operation, own), [name]: id });
      expect([
        [200, 0],
        [404, 0],
      ]).toContainEqual([file.status, file.rows.length]);
    },
  );
});

const pathOfFilter: Record<string, string> = {
  studentId: 'students',
  batchId: 'batches',
  skillId: 'skills',
  classSessionId: 'class-sessions',
  assignedToUserId: 'users',
  trainerUserId: 'users',
};

let stage: ReturnType<typeof aTeachingCenter> | undefined;
const shared = () => (stage ??= aTeachingCenter(api));

describe('a filter, a search and an order', () => {
  beforeEach(() => api.setNow(new Date('2026-11-21T06:00:00Z')));
  const nameOf = (item: Record<string, unknown>) => item['studentName'] ?? item['name'] ?? item['fileName'];

  it.each<[ExportedList, Query, number]>([
    ['leads', { source: 'Instagram' }, 2],
    ['leads', { q: 'rao' }, 2],
    ['leads', { status: 'DEAD_LEAD' }, 0],
    ['students', { q: 'da' }, 3],
    ['students', { status: 'ACTIVE' }, 2],
    ['enrollments', { status: 'ACTIVE' }, 2],
    ['payments', { method: 'UPI' }, 2],
    ['payments', { method: 'UPI', from: '2026-11-02', to: '2026-11-02' }, 1],
    ['invoices', { q: 'kabir' }, 1],
    ['invoices', { due: 'true' }, 0],
    ['renewals', { tab: 'DAYS_14' }, 1],
    ['renewals', {}, 0],
    ['plans', { active: 'true' }, 1],
    ['imports', {}, 2],
  ])(
    'give the rows of the list, in its order: %s %j',
    async (kind, query, many) => {
      const { admin } = await registers();
      const [file, list] = [await table(admin, kind, query), await listed(admin, kind, query)];

      expect(file.rows.map((row) => row['Child'] ?? row['Name'] ?? row['File name'])).toEqual(list.map(nameOf));
      expect(list).toHaveLength(many);
    },
    PATIENCE,
  );

  it(
    'hold over all pages',
    async () => {
      const { center, admin } = await registers();
      await center.rows(
        `insert into students (center_id, first_name, search_name)
         select $1, 'Many ' || n, 'many ' || lpad(n::text, 5, '0') from generate_series(1, 4100) n`,
        [center.id],
      );
      const { rows } = await table(admin, 'students', { q: 'many' });

      expect([rows.length, rows[0]!['Child'], rows.at(-1)!['Child']]).toEqual([4100, 'Many 1', 'Many 4100']);
    },
    PATIENCE,
  );

  let filled: Promise<{ center: Cast; admin: Person }> | undefined;
  const registers = () => (filled ??= fill());
  async function fill() {
    const center = await api.newCenter();
    const admin = await center.staff('CENTER_ADMIN');
    const leads =
      'Child,Phone,Source\nAsha Rao,9876543210,Instagram\nIla Rao,9876543211,Walk-in\nDev Das,9876543212,Instagram\n';
    await importFile(api, admin, { kind: 'LEADS', bytes: leads });
    const students = `Child,Phone,Plan,Start,End,Fees,Mode,Paid on
Mira Dash,9876543220,Monthly,2026-11-01,2026-11-30,5000,UPI,2026-11-02
Kabir Das,9876543221,Monthly,2026-11-01,2026-12-31,7000,UPI,2026-11-03
Zoya Ali,9876543222,Monthly,2026-10-01,2026-10-31,7000,Cash,2026-10-02
`;
    await importFile(api, admin, { kind: 'STUDENTS', bytes: students });
    await planOf(admin);
    return { center, admin };
  }
});
