import { getImport } from '@cartwheel/contracts';
import { Database } from '../../platform/database/database.ts';
import type { Cast, Person } from '../../../test/cast.ts';
import { importFile, rowsOf, upload } from '../../../test/cast-imports.ts';
import { startApi } from '../../../test/harness.ts';
import { ImportsRepository } from './imports.repository.ts';

const api = startApi();
const PATIENCE = 120_000;
const leads =
  'Child,Parent,Phone,Status\nAsha Rao,Meera Rao,98765 43210,cb later\nKabir Das,Anu Das,98765 00001,Interested\n';

let center: Cast;
let admin: Person;
beforeEach(async () => {
  api.setNow(new Date('2026-11-21T06:00:00Z'));
  center = await api.newCenter();
  admin = await center.staff('CENTER_ADMIN');
});

const count = async (table: string) =>
  (await center.rows(`select from ${table} where center_id = $1`, [center.id])).length;

describe('uploading a file', () => {
  it(
    'says what was recognised, and keeps the original',
    async () => {
      const { body } = await upload(admin, 'LEADS', leads, 'leads.csv').expect(201);

      expect(getImport.answer.safeParse(body).success).toBe(true);
      expect(body).toMatchObject({
        kind: 'LEADS',
        status: 'UPLOADED',
        format: 'CSV',
        delimiter: ',',
        headerRow: 1,
        sameFileImportedAt: null,
      });
      expect(body.mapping).toEqual({ 0: 'childName', 1: 'guardianName', 2: 'phone', 3: 'status' });
      expect(body.values).toContainEqual({ field: 'status', value: 'Interested', count: 1, becomes: 'FOLLOW_UP' });
      expect(body.createdBy.id).toBe(admin.id);
      expect(await count('import_files')).toBe(1);
      expect(await count('students')).toBe(0);
    },
    PATIENCE,
  );

  it('is for center admins only', async () => {
    for (const role of ['COUNSELOR', 'TRAINER'] as const) {
      const person = await center.staff(role);
      await upload(person, 'LEADS', leads).expect(403);
      await person.get('/imports').expect(403);
    }
  });

  it('is open to the front desk for leads, where the center says so', async () => {
    await admin
      .patch(`/centers/${center.id}/settings`)
      .send({ leads: { frontDeskMayImport: true } })
      .expect(200);
    const desk = await center.staff('COUNSELOR');
    const students = await upload(admin, 'STUDENTS', 'Child,Phone,Plan\nAsha Rao,9876543210,Monthly\n').expect(201);

    const { body } = await upload(desk, 'LEADS', leads).expect(201);
    expect((await desk.get('/imports').expect(200)).body.items).toMatchObject([{ id: body.id }]);
    await upload(desk, 'STUDENTS', leads).expect(403);
    for (const path of ['', '/rows']) await desk.get(`/imports/${students.body.id}${path}`).expect(404);
    await desk.post(`/imports/${students.body.id}/run`).expect(404);
    await desk.get('/exports/leads.csv').expect(403);
  });

  it.each([
    [413, 'payload_too_large', 'huge.csv', Buffer.alloc(10 * 1024 * 1024 + 1, 'a')],
    [415, 'unsupported_media_type', 'photo.png', Buffer.from('no spreadsheet')],
    [422, 'unreadable_file', 'empty.csv', Buffer.alloc(0)],
    [422, 'unreadable_file', 'nul.csv', Buffer.from('Child,Phone\nAs\0ha,9876543210\n')],
    [422, 'unreadable_file', 'broken.xlsx', Buffer.from('PK\x03\x04 and nothing')],
  ] as const)(
    'answers %i %s for %s',
    async (status, code, name, bytes) => {
      const { body } = await upload(admin, 'LEADS', bytes, name).expect(status);

      expect(body.code).toBe(code);
      expect(await count('imports')).toBe(0);
    },
    PATIENCE,
  );

  it(
    'asks for the encoding when the file does not tell, and takes the answer',
    async () => {
      const bytes = Buffer.concat([
        Buffer.from('Child,Phone\nJos'),
        Buffer.from([0xe9]),
        Buffer.from(' Rao,9876543210\n'),
      ]);
      const refused = await upload(admin, 'LEADS', bytes).expect(422);
      expect(refused.body).toMatchObject({ code: 'unreadable_file', errors: [{ path: 'encoding' }] });
      expect(refused.body.allowed).toContain('windows-1252');

      const { body } = await admin
        .post('/imports')
        .field('kind', 'LEADS')
        .field('encoding', 'windows-1252')
        .attach('file', bytes, 'list.csv')
        .expect(201);
      expect(body).toMatchObject({ encoding: 'windows-1252', columns: [{ samples: ['José Rao'] }, {}] });
    },
    PATIENCE,
  );

  it(
    'is one import however often the same file is sent, and refuses another file with its key',
    async () => {
      const key = 'upload-of-tuesday';
      const send = (bytes: string, name = 'leads.csv') =>
        upload(admin, 'LEADS', bytes, name).set('idempotency-key', key);
      const first = await send(leads).expect(201);
      const again = await send(leads).expect(201);
      const other = await send(leads.replace('Asha', 'Usha')).expect(422);
      const renamed = await send(leads, 'other.csv').expect(422);

      expect(again.headers['idempotent-replayed']).toBe('true');
      expect(again.body.id).toBe(first.body.id);
      expect([other.body.code, renamed.body.code]).toEqual(['idempotency_key_reused', 'idempotency_key_reused']);
      expect(await count('imports')).toBe(1);
    },
    PATIENCE,
  );

  it('names a missing file and a kind that cannot be imported', async () => {
    expect((await admin.post('/imports').field('kind', 'LEADS').expect(400)).body.errors[0].path).toBe('file');
    expect((await upload(admin, 'RECIPES', leads).expect(400)).body.errors[0].path).toBe('kind');
    expect((await admin.post('/imports').send({ kind: 'LEADS' }).expect(415)).body.code).toBe('unsupported_media_type');
  });

  it(
    'leaves columns that are ours alone, with a warning',
    async () => {
      const other = await api.newCenter();
      const bytes = `id,center_id,role,Child,Phone\n${other.id},${other.id},SUPER_ADMIN,Asha Rao,9876543210\n`;
      const done = await importFile(api, admin, { kind: 'LEADS', bytes });

      expect(done.columns.slice(0, 3).map(({ confidence }) => confidence)).toEqual(['IGNORED', 'IGNORED', 'IGNORED']);
      expect(done.warnings.join()).toMatch(/center_id.*never imported/);
      expect(done.counts.created).toBe(1);
      expect(await other.rows('select from students where center_id = $1', [other.id])).toEqual([]);
      expect(await count('students')).toBe(1);
    },
    PATIENCE,
  );

  it(
    'says that the same file was imported before',
    async () => {
      await importFile(api, admin, { kind: 'LEADS', bytes: leads });
      const { body } = await upload(admin, 'LEADS', leads, 'renamed.csv').expect(201);

      expect(body.sameFileImportedAt).toBe('2026-11-21T06:00:00.000Z');
    },
    PATIENCE,
  );
});

describe('correcting what was recognised', () => {
  it(
    'reads the file again, with other columns, words and defaults',
    async () => {
      const { body } = await upload(admin, 'LEADS', leads).expect(201);
      const change = {
        mapping: { 1: null },
        valueMap: { status: { 'cb later': 'NO_SHOW' } },
        defaults: { source: 'Instagram' },
      };
      const changed = await admin
        .patch(`/imports/${body.id}`)
        .set('if-match', `"${body.version}"`)
        .send(change)
        .expect(200);
      expect(changed.body.mapping).toMatchObject({ 1: null, 2: 'phone' });
      expect(changed.body.values).toContainEqual({ field: 'status', value: 'cb later', count: 1, becomes: 'NO_SHOW' });
      await admin.patch(`/imports/${body.id}`).set('if-match', `"${body.version}"`).send(change).expect(412);

      await admin.post(`/imports/${body.id}/run`).expect(202);
      await api.settle();
      const rows = await center.rows(
        `select l.status, l.source, g.name from leads l join students s on s.id = l.student_id
      join family_links f on f.student_id = s.id join guardians g on g.id = f.guardian_id where l.center_id = $1 order by s.search_name`,
        [center.id],
      );
      expect(rows).toEqual([
        { status: 'NO_SHOW', source: 'Instagram', name: 'Parent of Asha' },
        { status: 'FOLLOW_UP', source: 'Instagram', name: 'Parent of Kabir' },
      ]);
    },
    PATIENCE,
  );

  it(
    'refuses fields that are none, and sheets with other columns',
    async () => {
      const { body } = await upload(admin, 'LEADS', leads).expect(201);
      const wrong = await admin
        .patch(`/imports/${body.id}`)
        .send({ mapping: { 1: 'passwordHash' } })
        .expect(400);
      expect(wrong.body.errors[0].path).toBe('mapping.1');
      await admin
        .patch(`/imports/${body.id}`)
        .send({ defaults: { center_id: 'x' } })
        .expect(400);
    },
    PATIENCE,
  );

  it(
    'lets the person decide dates that could be two days',
    async () => {
      const bytes = 'Child,Phone,Enquiry date\nAsha Rao,9876543210,03/04/2026\n';
      const { body } = await upload(admin, 'LEADS', bytes).expect(201);
      expect(body).toMatchObject({ dateOrder: 'DMY', dateOrderProven: false, dateSamples: ['03/04/2026'] });

      const done = await importFile(api, admin, { kind: 'LEADS', bytes, change: { dateOrder: 'MDY' } });
      expect(done.counts.created).toBe(1);
      const [lead] = await center.rows(
        `select (created_at at time zone 'Asia/Kolkata')::date::text as day from leads where center_id = $1`,
        [center.id],
      );
      expect(lead).toEqual({ day: '2026-03-04' });
    },
    PATIENCE,
  );
});

describe('another center', () => {
  it(
    'sees nothing of an import',
    async () => {
      const { body } = await upload(admin, 'LEADS', leads).expect(201);
      const stranger = await (await api.newCenter()).staff('CENTER_ADMIN');

      expect((await stranger.get('/imports').expect(200)).body.items).toEqual([]);
      for (const path of [`/imports/${body.id}`, `/imports/${body.id}/rows`, `/jobs/${body.id}`])
        await stranger.get(path).expect(404);
      for (const step of ['dry-run', 'run', 'undo']) await stranger.post(`/imports/${body.id}/${step}`).expect(404);
      await stranger.patch(`/imports/${body.id}`).send({ dateOrder: 'DMY' }).expect(404);
    },
    PATIENCE,
  );

  it(
    'may have a family with the same phone',
    async () => {
      const other = await api.newCenter();
      await importFile(api, await other.staff('CENTER_ADMIN'), { kind: 'LEADS', bytes: leads });
      const done = await importFile(api, admin, { kind: 'LEADS', bytes: leads });

      expect(done).toMatchObject({ sameFileImportedAt: null, counts: { created: 2 } });
    },
    PATIENCE,
  );
});

describe('the original', () => {
  it(
    'is gone after thirty days, with what the rows said',
    async () => {
      const done = await importFile(api, admin, { kind: 'LEADS', bytes: leads });
      const nightfall = async (day: string) => {
        api.setNow(new Date(`${day}T20:00:00Z`));
        const context = {
          organizationId: center.organizationId,
          centerId: center.id,
          userId: null,
          role: 'SYSTEM',
          requestId: 'night',
        };
        await api.app.get(Database).inUnit(context, () => api.app.get(ImportsRepository).forgetOldFiles());
      };
      await nightfall('2026-12-20');
      expect(await count('import_files')).toBe(1);
      await nightfall('2026-12-21');

      expect(await count('import_files')).toBe(0);
      expect(await center.rows(`select distinct cells from import_rows where import_id = $1`, [done.id])).toEqual([
        { cells: {} },
      ]);
      const late = await center.staff('CENTER_ADMIN');
      expect((await rowsOf(late, done.id))[0]).toMatchObject({ outcome: 'CREATED', cells: {} });
    },
    PATIENCE,
  );
});
