import { importFile, rowsOf, undoImport, everythingOf, upload } from '../../../test/cast-imports.ts';
import type { Cast, Person } from '../../../test/cast.ts';
import { startApi } from '../../../test/harness.ts';

const PATIENCE = 30_000;
const api = startApi();
let center: Cast;
let admin: Person;

beforeEach(async () => {
  api.setNow(new Date('2026-11-21T06:00:00Z'));
  center = await api.newCenter();
  admin = await center.staff('CENTER_ADMIN');
  await center.rows(
    `insert into batches (center_id, name, days_of_week, start_time, end_time, capacity) values ($1, 'Pre-K Gym', '{TUE}', '10:00', '11:00', 9)`,
    [center.id],
  );
  const students =
    'Child,Phone,Plan,Start,End,Days,Batch,Visits\nAsha Rao,9876543210,Custom,2026-11-01,2026-12-31,Tue,Pre-K Gym,10\nKabir Das,9876500001,Monthly,2026-11-01,2026-12-31,Tue,Pre-K Gym,\n';
  await importFile(api, admin, { kind: 'STUDENTS', bytes: students });
});

const addSession = (date: string) =>
  center.rows(
    `insert into class_sessions (center_id, batch_id, name, date, start_time, end_time, starts_at, ends_at, capacity, slot)
     select center_id, id, name, $2::date, '10:00', '11:00', ($2 || 'T04:30:00Z')::timestamptz, ($2 || 'T05:30:00Z')::timestamptz, 9, $2
     from batches where center_id = $1`,
    [center.id, date],
  );

const marks = async () =>
  (
    await center.rows<{ told: string }>(
      `select concat_ws(' ', s.first_name, c.date, m.status, m.method) as told from attendance_marks m
       join students s on s.id = m.student_id join class_sessions c on c.id = m.session_id where m.center_id = $1 order by 1`,
      [center.id],
    )
  ).map(({ told }) => told);

const register = 'Child,Batch,03/11/2026,10/11/2026,17/11/2026\nAsha Rao,Pre-K Gym,P,✓,L\nKabir Das,Pre-K Gym,A,,P\n';
const creating = { defaults: { missingSession: 'CREATE' } };

describe('importing attendance', () => {
  it(
    'reads one row per student and date',
    async () => {
      await addSession('2026-11-03');
      const bytes =
        'Child,Phone,Date,Batch,Attendance\nAsha Rao,9876543210,2026-11-03,Pre–K  gym,Present\nKabir Das,,2026-11-03,Pre-K Gym,Absent\n';
      const done = await importFile(api, admin, { kind: 'ATTENDANCE', bytes });

      expect(done.counts).toEqual({ created: 2, updated: 0, skipped: 0, failed: 0 });
      expect(await marks()).toEqual(['Asha 2026-11-03 PRESENT MANUAL', 'Kabir 2026-11-03 ABSENT MANUAL']);
    },
    PATIENCE,
  );

  it(
    'reads a register of students and days, and writes down the classes when asked to',
    async () => {
      const before = await everythingOf(center);
      const done = await importFile(api, admin, { kind: 'ATTENDANCE', bytes: register, change: creating });

      expect(done.counts).toEqual({ created: 5, updated: 0, skipped: 0, failed: 0 });
      expect(await marks()).toEqual([
        'Asha 2026-11-03 PRESENT MANUAL',
        'Asha 2026-11-10 PRESENT MANUAL',
        'Asha 2026-11-17 LATE MANUAL',
        'Kabir 2026-11-03 ABSENT MANUAL',
        'Kabir 2026-11-17 PRESENT MANUAL',
      ]);
      const sessions = await center.rows(`select status from class_sessions where center_id = $1`, [center.id]);
      expect(sessions).toEqual([{ status: 'COMPLETED' }, { status: 'COMPLETED' }, { status: 'COMPLETED' }]);
      const used = `select from credit_entries where center_id = $1 and kind = 'VISIT'`;
      expect(await center.rows(used, [center.id])).toEqual([]);
      expect((await undoImport(api, admin, done.id)).keptRows).toEqual([]);
      expect(await marks()).toEqual([]);
      const { class_sessions: sessionsNow, attendance_marks: marksNow } = await everythingOf(center);
      expect([sessionsNow, marksNow]).toEqual([before['class_sessions'], before['attendance_marks']]);
    },
    PATIENCE,
  );

  it(
    'reads a register whose title says the batch and the month',
    async () => {
      const bytes =
        'Attendance register\nBatch: PRE-K GYM,Month: November 2026\nNo,Name,3,10,17,Total\n1,Asha Rao,P,✓,L,3\n2,Kabir Das,A,,P,1\n,Total,1,1,2,4\n';
      const { body } = await upload(admin, 'ATTENDANCE', bytes, 'nov.csv').expect(201);
      expect(body).toMatchObject({ titledBatches: { nov: 'Pre-K Gym' }, warnings: expect.any(Array) });
      expect(body.values.map(({ value, count }: { value: string; count: number }) => `${value} ${count}`)).toEqual([
        'P 2',
        '✓ 1',
        'L 1',
        'A 1',
      ]);
      const done = await importFile(api, admin, { kind: 'ATTENDANCE', bytes, name: 'nov.csv', change: creating });

      expect(done.counts).toEqual({ created: 5, updated: 0, skipped: 0, failed: 0 });
      expect((await rowsOf(admin, done.id)).slice(0, 2).map(({ cells }) => cells)).toEqual([
        { No: '1', Name: 'Asha Rao', '2026-11-03': 'P', Total: '3' },
        { No: '1', Name: 'Asha Rao', '2026-11-10': '✓', Total: '3' },
      ]);
      expect(await marks()).toEqual([
        'Asha 2026-11-03 PRESENT MANUAL',
        'Asha 2026-11-10 PRESENT MANUAL',
        'Asha 2026-11-17 LATE MANUAL',
        'Kabir 2026-11-03 ABSENT MANUAL',
        'Kabir 2026-11-17 PRESENT MANUAL',
      ]);
    },
    PATIENCE,
  );

  it(
    'takes the batch that was chosen rather than the one in the title',
    async () => {
      const bytes = 'Batch: Pre-K Gym\nName,03/11/2026,10/11/2026,17/11/2026\nAsha Rao,P,P,P\n';
      const change = { defaults: { missingSession: 'CREATE', batch: 'Another' } };
      const refused = await importFile(api, admin, { kind: 'ATTENDANCE', bytes, change });
      const [first] = await rowsOf(admin, refused.id, 'FAILED');

      expect([refused.counts.failed, first?.reasons[0]?.code]).toEqual([3, 'unknown_batch']);
    },
    PATIENCE,
  );

  it(
    'uses visits only where that was chosen',
    async () => {
      const change = { defaults: { missingSession: 'CREATE', visits: 'USE' } };
      await importFile(api, admin, { kind: 'ATTENDANCE', bytes: register, change });

      const used = `select s.first_name from credit_entries e join students s on s.id = e.student_id where e.center_id = $1 and e.kind = 'VISIT'`;
      expect(await center.rows(used, [center.id])).toHaveLength(3);
    },
    PATIENCE,
  );

  it(
    'says which classes, children and words it does not know, in the dry run too',
    async () => {
      await addSession('2026-11-03');
      const bytes =
        'Child,Phone,Date,Batch,Attendance\nAsha Rao,,2026-11-10,Pre-K Gym,P\nNobody Else,,2026-11-03,Pre-K Gym,P\nAsha Rao,9000000000,2026-11-03,Pre-K Gym,P\nKabir Das,,2026-11-03,Pre-K Gym,zzz\nKabir Das,,2026-11-03,Other,P\nAsha Rao,,2026-11-03,Pre-K Gym,P\n';
      const { body } = await upload(admin, 'ATTENDANCE', bytes).expect(201);
      const checked = (await admin.post(`/imports/${body.id}/dry-run`).expect(200)).body;
      expect(checked.counts).toMatchObject({ created: 1, failed: 5 });
      expect(await marks()).toEqual([]);
      const fields = (await rowsOf(admin, body.id, 'FAILED')).map((row) => [row.rowNumber, row.reasons[0]?.field]);
      expect(fields).toEqual([
        [2, 'attendedOn'],
        [3, 'childName'],
        [4, 'childName'],
        [5, 'mark'],
        [6, 'batch'],
      ]);
      await admin
        .patch(`/imports/${body.id}`)
        .send({ valueMap: { mark: { zzz: 'LATE' } } })
        .expect(200);
      await admin.post(`/imports/${body.id}/run`).expect(202);
      await api.settle();
      expect(await marks()).toEqual(['Asha 2026-11-03 PRESENT MANUAL', 'Kabir 2026-11-03 LATE MANUAL']);
    },
    PATIENCE,
  );

  it(
    'keeps marks that are there, unless told to change them',
    async () => {
      await importFile(api, admin, { kind: 'ATTENDANCE', bytes: register, change: creating });
      const other = register.replace('P,✓,L', 'A,✓,L');
      const kept = await importFile(api, admin, { kind: 'ATTENDANCE', bytes: other });
      expect(kept.counts).toEqual({ created: 0, updated: 0, skipped: 5, failed: 0 });
      expect((await rowsOf(admin, kept.id, 'SKIPPED'))[0]?.reasons).toMatchObject([{ code: 'marked_already' }]);
      const change = { defaults: { onExisting: 'UPDATE' } };
      const changed = await importFile(api, admin, { kind: 'ATTENDANCE', bytes: other, change });

      expect(changed.counts).toEqual({ created: 0, updated: 1, skipped: 4, failed: 0 });
      expect(await marks()).toContain('Asha 2026-11-03 ABSENT MANUAL');
      await undoImport(api, admin, changed.id);
      expect(await marks()).toContain('Asha 2026-11-03 PRESENT MANUAL');
    },
    PATIENCE,
  );

  it('is for admins', async () => {
    await upload(await center.staff('COUNSELOR'), 'ATTENDANCE', register).expect(403);
    await upload(await center.staff('TRAINER'), 'SKILLS', register).expect(403);
  });
});
