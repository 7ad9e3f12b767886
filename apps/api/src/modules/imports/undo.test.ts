import type { Cast, Person } from '../../../test/cast.ts';
import { everythingOf, importFile, sample, undoImport } from '../../../test/cast-imports.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();
const PATIENCE = 120_000;

const students = `Child,Parent,Mobile,DOB,Plan,Start,End,Days,Batch,Fees,Discount,Mode,Visits used,Notes
Asha Rao,Meera Rao,9876543210,2018-05-04,10 visits,2026-11-01,2027-02-28,Mon,Pre-K Gym,5000,10%,UPI,3,Shy at first
Ravi Rao,Meera Rao,9876543210,2020-01-04,Monthly,2026-11-01,2026-12-31,Mon,Pre-K Gym,7000,,Cash,,
Kabir Das,Anu Das,9876500001,2019-05-04,Monthly,2026-11-01,2026-12-31,Mon,Pre-K Gym,7000,,,,
`;

let center: Cast;
let admin: Person;

async function withBatch() {
  api.setNow(new Date('2026-11-21T06:00:00Z'));
  center = await api.newCenter();
  admin = await center.staff('CENTER_ADMIN');
  const [batch] = await center.rows<{ id: string }>(
    `insert into batches (center_id, name, days_of_week, start_time, end_time, capacity) values ($1, 'Pre-K Gym', '{MON}', '10:00', '11:00', 3) returning id`,
    [center.id],
  );
  await addSession(batch!.id, '2026-11-23');
  return batch!.id;
}

const addSession = async (batchId: string, date: string) =>
  center.rows(
    `insert into class_sessions (center_id, batch_id, name, date, start_time, end_time, starts_at, ends_at, capacity, slot)
    values ($1, $2, 'Pre-K Gym', $3::date, '10:00', '11:00', ($3 || 'T04:30:00Z')::timestamptz, ($3 || 'T05:30:00Z')::timestamptz, 3, $3)`,
    [center.id, batchId, date],
  );

const studentId = async (name: string) =>
  (
    await center.rows<{ id: string }>('select id from students where center_id = $1 and search_name = $2', [
      center.id,
      name,
    ])
  )[0]!.id;

describe('taking an import back', () => {
  it(
    'leaves every table as it was, seats and ledgers included',
    async () => {
      await withBatch();
      const before = await everythingOf(center);
      const done = await importFile(api, admin, { kind: 'STUDENTS', bytes: students });
      expect(done.counts).toMatchObject({ created: 3, failed: 0 });
      const between = await everythingOf(center);
      expect(between['session_spots']).not.toEqual(before['session_spots']);
      expect([
        between['bookings']?.length,
        between['standing_places']?.length,
        between['credit_entries']?.length,
        between['payments']?.length,
        between['discounts']?.length,
      ]).toEqual([3, 3, 2, 2, 1]);

      const undone = await undoImport(api, admin, done.id);

      expect(undone).toMatchObject({ status: 'UNDONE', keptRows: [], undoUntil: null });
      expect(await everythingOf(center)).toEqual(before);
      const trail = await center.rows(
        `select from audit_log where center_id = $1 and action = 'DELETE' and entity = 'students'`,
        [center.id],
      );
      expect(trail).toHaveLength(3);
    },
    PATIENCE,
  );

  it(
    'leaves every table as it was after a whole register',
    async () => {
      await withBatch();
      const before = await everythingOf(center);
      const done = await importFile(api, admin, {
        kind: 'LEADS',
        bytes: sample('koramangala-enquiries.xlsx'),
        name: 'register.xlsx',
      });
      expect(done.counts.created).toBe(133);

      expect(await undoImport(api, admin, done.id)).toMatchObject({ status: 'UNDONE', keptRows: [] });
      expect(await everythingOf(center)).toEqual(before);
    },
    PATIENCE,
  );

  it(
    'gives records that were there before their old content back',
    async () => {
      await withBatch();
      await importFile(api, admin, { kind: 'LEADS', bytes: 'Child,Parent,Phone\nAsha Rao,Meera Rao,9876543210\n' });
      await center.rows(`update students set archived_at = now() where center_id = $1`, [center.id]);
      const before = await everythingOf(center);
      const done = await importFile(api, admin, { kind: 'STUDENTS', bytes: students });
      const [asha] = await center.rows<{ dob: string; archived_at: null }>(
        `select dob::text, archived_at from students where center_id = $1 and search_name = 'asha rao'`,
        [center.id],
      );
      expect(asha).toEqual({ dob: '2018-05-04', archived_at: null });

      await undoImport(api, admin, done.id);

      expect(await everythingOf(center)).toEqual(before);
    },
    PATIENCE,
  );

  it(
    'keeps a child somebody has worked with, whole, and takes back the others',
    async () => {
      await withBatch();
      const done = await importFile(api, admin, { kind: 'STUDENTS', bytes: students });
      const asha = await studentId('asha rao');
      await admin.patch(`/students/${asha}`).send({ school: 'Greenwood' }).expect(200);

      const undone = await undoImport(api, admin, done.id);

      expect(undone.keptRows).toEqual([{ rowNumber: 2, what: 'Asha Rao' }]);
      const left = await everythingOf(center);
      expect([
        left['students']?.length,
        left['guardians']?.length,
        left['family_links']?.length,
        left['enrollments']?.length,
        left['invoices']?.length,
        left['payments']?.length,
        left['payment_allocations']?.length,
        left['discounts']?.length,
        left['credit_lots']?.length,
        left['bookings']?.length,
        left['standing_places']?.length,
      ]).toEqual(Array(11).fill(1));
      // A lot begins with its grant; the visit that was used comes after it.
      expect(left['credit_entries']).toHaveLength(2);
      const [counter] = await center.rows<{ last_number: number }>(
        'select last_number from invoice_counters where center_id = $1',
        [center.id],
      );
      expect(counter).toEqual({ last_number: 1 });
      const again = await importFile(api, admin, { kind: 'STUDENTS', bytes: students });
      expect(again.counts).toEqual({ created: 2, updated: 0, skipped: 1, failed: 0 });
    },
    PATIENCE,
  );

  it.each([
    [
      'a note was written',
      async (id: string) => admin.post(`/students/${id}/notes`).send({ text: 'Called the mother' }).expect(201),
    ],
    [
      'a guardian was changed',
      async (id: string) => {
        const { body } = await admin.get(`/students/${id}`).expect(200);
        await admin
          .patch(`/students/${id}/guardians/${body.guardians[0].id}`)
          .send({ email: 'meera@rao.example' })
          .expect(200);
      },
    ],
    [
      'a payment came',
      async (id: string) => {
        const [invoice] = await center.rows<{ id: string }>(
          'select id from invoices where center_id = $1 and student_id = $2',
          [center.id, id],
        );
        await admin.post('/payments').send({ invoiceId: invoice!.id, amountMinor: 5000, method: 'CASH' }).expect(201);
      },
    ],
  ] as const)(
    'keeps a child when %s',
    async (_, work) => {
      await withBatch();
      const done = await importFile(api, admin, { kind: 'STUDENTS', bytes: students });
      await work(await studentId('kabir das'));

      const undone = await undoImport(api, admin, done.id);

      expect(undone.keptRows).toEqual([{ rowNumber: 4, what: 'Kabir Das' }]);
      expect((await everythingOf(center))['enrollments']).toHaveLength(1);
    },
    PATIENCE,
  );

  it(
    'takes back the seats the house has given them since',
    async () => {
      const batchId = await withBatch();
      const done = await importFile(api, admin, { kind: 'STUDENTS', bytes: students });
      await addSession(batchId, '2026-11-30');
      const before = await center.rows(`select id from class_sessions where center_id = $1 and date = '2026-11-30'`, [
        center.id,
      ]);

      const client = await api.admin.connect();
      await client.query(`begin; select set_config('app.center_id', '${center.id}', true)`);
      await client.query(`select claim_standing_seats($1)`, [before[0]!['id']]);
      await client.query('commit');
      client.release();

      expect(await undoImport(api, admin, done.id)).toMatchObject({ status: 'UNDONE', keptRows: [] });
      const left = await everythingOf(center);
      expect([left['students'], left['bookings'], left['enrollments']]).toEqual([[], [], []]);
      expect(
        await center.rows(`select from session_spots where center_id = $1 and state <> 'free'`, [center.id]),
      ).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'is possible for seven days',
    async () => {
      await withBatch();
      const done = await importFile(api, admin, { kind: 'STUDENTS', bytes: students });
      api.setNow(new Date('2026-11-28T06:10:00Z'));
      const late = await center.staff('CENTER_ADMIN');
      const refused = await late.post(`/imports/${done.id}/undo`).expect(409);

      expect(refused.body).toMatchObject({ code: 'invalid_transition', detail: 'It could be taken back for 7 days' });
    },
    PATIENCE,
  );
});
