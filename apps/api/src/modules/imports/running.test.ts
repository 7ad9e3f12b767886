import { randomUUID } from 'node:crypto';
import { Dispatcher } from '../../platform/events/dispatcher.ts';
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

describe('running an import', () => {
  it(
    'follows its steps only',
    async () => {
      const { body } = await upload(admin, 'LEADS', leads).expect(201);
      expect((await admin.post(`/imports/${body.id}/undo`).expect(409)).body).toMatchObject({
        code: 'invalid_transition',
        allowed: ['change', 'dry-run', 'run'],
      });
      await admin.post(`/imports/${body.id}/run`).expect(202);
      await admin.post(`/imports/${body.id}/run`).expect(409);
      expect((await admin.get(`/jobs/${body.id}`).expect(200)).body).toMatchObject({
        state: 'RUNNING',
        kind: 'import leads',
      });
      await api.settle();
      expect((await admin.get(`/jobs/${body.id}`).expect(200)).body).toMatchObject({
        state: 'DONE',
        progress: { done: 2, total: 2 },
      });
      await admin.patch(`/imports/${body.id}`).send({ dateOrder: 'DMY' }).expect(409);
    },
    PATIENCE,
  );

  it(
    'writes every row down in the name of who asked, marked with the import',
    async () => {
      const done = await importFile(api, admin, { kind: 'LEADS', bytes: leads });

      const trail = await center.rows(
        `select distinct import_id, actor_id from audit_log where center_id = $1 and entity = 'leads'`,
        [center.id],
      );
      expect(trail).toEqual([{ import_id: done.id, actor_id: admin.id }]);
    },
    PATIENCE,
  );

  it(
    'knows children again: importing a file twice adds nothing, not even those nobody can reach',
    async () => {
      const bytes = `${leads}Nobody Known,,,\nZoe Ann,Ann,,\n`;
      expect((await importFile(api, admin, { kind: 'LEADS', bytes })).counts.created).toBe(4);
      const again = await importFile(api, admin, { kind: 'LEADS', bytes, name: 'again.csv' });

      expect(again.counts).toEqual({ created: 0, updated: 0, skipped: 4, failed: 0 });
      expect((await rowsOf(admin, again.id)).map(({ reasons }) => reasons[0]?.code)).toEqual(
        Array(4).fill('known_lead'),
      );
      expect([await count('students'), await count('guardians'), await count('leads')]).toEqual([4, 3, 4]);
    },
    PATIENCE,
  );

  it(
    'keeps twins apart and links brothers and sisters to one guardian',
    async () => {
      const bytes =
        'Child,Parent,Phone,DOB\nAsha Rao,Meera Rao,9876543210,04/05/2018\nAnya Rao,Meera Rao,9876543210,04/05/2018\nRavi Rao,Meera,98765-43210,04/05/2020\n';
      const done = await importFile(api, admin, { kind: 'LEADS', bytes });

      expect(done.counts.created).toBe(3);
      expect([await count('students'), await count('guardians'), await count('family_links')]).toEqual([3, 1, 3]);
    },
    PATIENCE,
  );

  it(
    'makes no doubles when one file is imported twice at once',
    async () => {
      const ids = [];
      for (const name of ['one.csv', 'two.csv']) {
        const { body } = await upload(admin, 'LEADS', leads, name).expect(201);
        ids.push(body.id);
        await admin.post(`/imports/${body.id}/run`).expect(202);
      }
      const events = await center.rows<{ id: string; name: string; payload: unknown }>(
        `update outbox_events set published_at = now() where center_id = $1 and name = 'import.started' returning id, name, payload`,
        [center.id],
      );
      const dispatcher = api.app.get(Dispatcher);
      const failures = await Promise.all(events.map((event) => dispatcher.dispatch({ ...event, centerId: center.id })));

      expect(failures.flat()).toEqual([]);
      const counts = await Promise.all(ids.map(async (id) => (await admin.get(`/imports/${id}`)).body.counts.created));
      expect(counts.reduce((sum: number, created: number) => sum + created, 0)).toBe(2);
      expect([await count('students'), await count('leads'), await count('guardians')]).toEqual([2, 2, 2]);
    },
    PATIENCE,
  );

  it(
    'goes on where a worker was killed, without doubles',
    async () => {
      const many = `Child,Phone\n${Array.from({ length: 620 }, (_, n) => `Child ${String.fromCharCode(65 + (n % 26))}${n},98765${10000 + n}`).join('\n')}\n`;
      const { body } = await upload(admin, 'LEADS', many).expect(201);
      await admin.post(`/imports/${body.id}/run`).expect(202);
      await center.rows('update outbox_events set published_at = now() where center_id = $1', [center.id]);
      const repository = api.app.get(ImportsRepository);
      const setProgress = repository.setProgress.bind(repository);
      let units = 0;
      const event = {
        id: randomUUID(),
        name: 'import.started',
        centerId: center.id,
        payload: { importId: body.id, userId: admin.id },
      };
      repository.setProgress = async (...given) => {
        units += 1;
        if (units > 1) throw new Error('Connection terminated');
        return setProgress(...given);
      };
      const failures = await api.app.get(Dispatcher).dispatch(event);
      repository.setProgress = setProgress;
      expect(failures).toHaveLength(1);
      const half = (await admin.get(`/imports/${body.id}`)).body;
      expect(half).toMatchObject({ status: 'RUNNING', progress: { done: 250, total: 620 }, counts: { created: 250 } });

      expect(await api.app.get(Dispatcher).dispatch(event)).toEqual([]);

      expect((await admin.get(`/imports/${body.id}`)).body).toMatchObject({
        status: 'DONE',
        counts: { created: 620, failed: 0 },
      });
      expect([await count('students'), await count('leads')]).toEqual([620, 620]);
    },
    PATIENCE,
  );

  it(
    'fills a batch to its last place and says of the others that it is full',
    async () => {
      await center.rows(
        `insert into batches (center_id, name, days_of_week, start_time, end_time, capacity) values ($1, 'Pre-K Gym', '{MON}', '10:00', '11:00', 1)`,
        [center.id],
      );
      const bytes =
        'Child,Phone,Plan,Start,End,Days,Batch\nAsha Rao,9876543210,Monthly,2026-11-01,2026-12-31,Mon,pre-k gym\nKabir Das,9876500001,Monthly,2026-11-01,2026-12-31,Mon,Pre-K Gym\n';
      const done = await importFile(api, admin, { kind: 'STUDENTS', bytes });
      expect(done.counts).toMatchObject({ created: 1, failed: 1 });
      const [failed] = await rowsOf(admin, done.id, 'FAILED');
      expect(failed?.reasons).toMatchObject([
        { code: 'capacity_full', message: 'Row 3: Pre-K Gym has no place left on Mon.' },
      ]);
      expect(await count('students')).toBe(1);

      const again = await importFile(api, admin, {
        kind: 'STUDENTS',
        bytes,
        change: { defaults: { whenFull: 'WITHOUT_PLACE' } },
      });
      expect(again.counts).toMatchObject({ created: 1, skipped: 1 });
      expect((await rowsOf(admin, again.id, 'CREATED'))[0]?.warnings).toMatchObject([{ code: 'without_place' }]);
      expect([await count('enrollments'), await count('standing_places')]).toEqual([2, 1]);
    },
    PATIENCE,
  );

  it(
    'takes plans from the price list and never writes one',
    async () => {
      const [plan] = await center.rows<{ id: string }>(
        `insert into plans (organization_id, center_id, name, plan_type, price_minor) values ($1, $2, 'Gold', 'QUARTERLY', 1500000) returning id`,
        [center.organizationId, center.id],
      );
      const bytes =
        'Child,Phone,Plan,Start\nAsha Rao,9876543210,gold,2026-11-01\nKabir Das,9876500001,Yearly,2026-11-01\n';
      await importFile(api, admin, { kind: 'STUDENTS', bytes });

      const sold = await center.rows(
        `select plan_id, plan_type, plan_name, end_date::text, price_minor::int from enrollments where center_id = $1 order by plan_name`,
        [center.id],
      );
      expect(sold).toEqual([
        { plan_id: null, plan_type: 'YEARLY', plan_name: 'Yearly', end_date: '2027-10-31', price_minor: 0 },
        { plan_id: plan!.id, plan_type: 'QUARTERLY', plan_name: 'gold', end_date: '2027-01-31', price_minor: 1500000 },
      ]);
      expect(await center.rows('select from plans where organization_id = $1', [center.organizationId])).toHaveLength(
        1,
      );
    },
    PATIENCE,
  );
});

describe('the dry run', () => {
  it(
    'tells what would happen and writes nothing',
    async () => {
      await importFile(api, admin, { kind: 'LEADS', bytes: leads });
      const { body } = await upload(
        admin,
        'LEADS',
        `${leads}New Child,Eva,98765 00002,Interested\nBad Phone,Eva,12,Interested\n`,
      ).expect(201);
      const checked = await admin.post(`/imports/${body.id}/dry-run`).expect(200);

      expect(checked.body).toMatchObject({
        status: 'CHECKED',
        counts: { created: 1, updated: 0, skipped: 2, failed: 1 },
      });
      expect((await rowsOf(admin, body.id, 'CREATED')).map(({ cells }) => cells['Child'])).toEqual(['New Child']);
      expect([await count('students'), await count('leads')]).toEqual([2, 2]);

      await admin.post(`/imports/${body.id}/run`).expect(202);
      await api.settle();
      expect((await admin.get(`/imports/${body.id}`)).body.counts).toEqual({
        created: 1,
        updated: 0,
        skipped: 2,
        failed: 1,
      });
    },
    PATIENCE,
  );
});
