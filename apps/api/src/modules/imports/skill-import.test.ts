import { importFile, rowsOf, undoImport, upload } from '../../../test/cast-imports.ts';
import type { Cast, Person } from '../../../test/cast.ts';
import { startApi } from '../../../test/harness.ts';

const PATIENCE = 30_000;
const api = startApi();
let center: Cast;
let admin: Person;
let curriculum: string;

beforeEach(async () => {
  api.setNow(new Date('2026-11-21T06:00:00Z'));
  center = await api.newCenter();
  admin = await center.staff('CENTER_ADMIN');
  [{ id: curriculum }] = (await center.rows<{ id: string }>(
    `insert into curricula (organization_id, center_id, name) values ($1, $2, 'Gymnastics') returning id`,
    [center.organizationId, center.id],
  )) as [{ id: string }];
  await center.rows(
    `insert into skills (curriculum_id, name, position) select $1, name, n from unnest('{Cartwheel,Handstand,Forward roll}'::text[]) with ordinality as s (name, n)`,
    [curriculum],
  );
  const students = 'Child,Phone\nAsha Rao,9876543210\nKabir Das,9876500001\n';
  await importFile(api, admin, { kind: 'LEADS', bytes: students });
});

const levels = async (table = 'skill_progress') =>
  (
    await center.rows<{ told: string }>(
      `select concat_ws(' ', s.first_name, k.name, p.level) as told from ${table} p
       join students s on s.id = p.student_id join skills k on k.id = p.skill_id where p.center_id = $1 order by 1`,
      [center.id],
    )
  ).map(({ told }) => told);

const choosing = () => ({ defaults: { curriculum } });

describe('importing progress', () => {
  it(
    'reads one row per student and skill, on the day it was rated',
    async () => {
      const bytes =
        'Child,Phone,Skill,Level,Assessment date,Notes\nAsha Rao,9876543210,Cartweel,Achieved,2026-10-01,Straight legs\nAsha Rao,,Cartwheel,In progress,2026-09-01,\nKabir Das,,Handstand,3,,\n';
      const done = await importFile(api, admin, { kind: 'SKILLS', bytes, change: choosing() });

      expect(done.counts).toEqual({ created: 3, updated: 0, skipped: 0, failed: 0 });
      expect(await levels()).toEqual(['Asha Cartwheel ACHIEVED', 'Kabir Handstand MASTERED']);
      expect(
        await center.rows(
          `select note, assessed_at::date::text as day from skill_assessments where center_id = $1 and level = 'ACHIEVED'`,
          [center.id],
        ),
      ).toEqual([{ note: 'Straight legs', day: '2026-10-01' }]);
      const again = await importFile(api, admin, { kind: 'SKILLS', bytes, change: choosing() });
      expect(again.counts).toEqual({ created: 0, updated: 0, skipped: 3, failed: 0 });
    },
    PATIENCE,
  );

  it(
    'reads a grid of students and skills',
    async () => {
      const bytes = 'Child,Cartweel,Handstand,Forward Roll\nAsha Rao,✓,1,\nKabir Das,0,M,2\n';
      const { body } = await upload(admin, 'SKILLS', bytes).expect(201);
      const read = (await admin.patch(`/imports/${body.id}`).send(choosing()).expect(200)).body;
      expect(read.mapping).toEqual({ 0: 'childName', 1: 'level', 2: 'level', 3: 'level' });
      await admin.post(`/imports/${body.id}/dry-run`).expect(200);
      expect(await levels()).toEqual([]);
      await admin.post(`/imports/${body.id}/run`).expect(202);
      await api.settle();

      expect(await levels()).toEqual([
        'Asha Cartwheel ACHIEVED',
        'Asha Handstand IN_PROGRESS',
        'Kabir Cartwheel NOT_STARTED',
        'Kabir Forward roll ACHIEVED',
        'Kabir Handstand MASTERED',
      ]);
    },
    PATIENCE,
  );

  it(
    'says which skills it does not know',
    async () => {
      const bytes = 'Child,Skill,Level\nAsha Rao,Backflip,1\n';
      const without = await importFile(api, admin, { kind: 'SKILLS', bytes });
      expect((await rowsOf(admin, without.id, 'FAILED'))[0]?.reasons).toMatchObject([
        { message: 'Row 2: Choose the curriculum these skills belong to.' },
      ]);
      const done = await importFile(api, admin, { kind: 'SKILLS', bytes, change: choosing() });
      expect((await rowsOf(admin, done.id, 'FAILED'))[0]?.reasons).toMatchObject([
        { field: 'skill', message: 'Row 2: The curriculum has no skill called “Backflip”.' },
      ]);
    },
    PATIENCE,
  );

  it(
    'is taken back, unless somebody has rated the child since',
    async () => {
      const bytes = 'Child,Skill,Level\nAsha Rao,Cartwheel,1\nKabir Das,Handstand,1\n';
      const done = await importFile(api, admin, { kind: 'SKILLS', bytes, change: choosing() });
      const [kabir] = await center.rows<{ student_id: string; skill_id: string }>(
        `select student_id, skill_id from skill_assessments a join students s on s.id = a.student_id where a.center_id = $1 and s.first_name = 'Kabir'`,
        [center.id],
      );
      api.setNow(new Date('2026-11-21T06:05:00Z'));
      await admin
        .post('/skill-progress')
        .send({ updates: [{ studentId: kabir!.student_id, skillId: kabir!.skill_id, level: 'MASTERED' }] })
        .expect(200);
      const undone = await undoImport(api, admin, done.id);

      expect(undone.keptRows).toEqual([{ rowNumber: 3, what: 'Kabir Das' }]);
      expect(await levels('skill_assessments')).toEqual(['Kabir Handstand IN_PROGRESS', 'Kabir Handstand MASTERED']);
      expect(await levels()).toEqual(['Kabir Handstand MASTERED']);
    },
    PATIENCE,
  );
});
