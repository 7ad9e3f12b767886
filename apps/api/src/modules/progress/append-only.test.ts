import pg from 'pg';
import { addChild, asCenter } from '../../../test/cast-classes.ts';
import { learningBatch, newCurriculum, rate } from '../../../test/cast-progress.ts';
import type { Cast } from '../../../test/cast.ts';
import { startApi, testConfig } from '../../../test/harness.ts';

const api = startApi();

const standing = (center: Cast, studentId: string) =>
  center.rows<{ skill_id: string; level: string }>(
    'select skill_id, level from skill_progress where center_id = $1 and student_id = $2 order by changed_at, skill_id',
    [center.id, studentId],
  );

describe('assessments', () => {
  it('are never changed nor deleted, not even past the application', async () => {
    const center = await api.newCenter();
    const { admin, curriculum, children } = await learningBatch(center, ['Aarav']);
    await rate(admin, [{ studentId: children[0]!, skillId: curriculum.skills[0]!.id, level: 'ACHIEVED' }]);
    for (const statement of [
      `update skill_assessments set level = 'MASTERED' where center_id = $1`,
      `update skill_assessments set note = 'Better' where center_id = $1`,
      'delete from skill_assessments where center_id = $1',
    ]) {
      await expect(center.rows(statement, [center.id])).rejects.toThrow('Assessments are added, never changed');
    }
  });

  it('may only be added by the application, which cannot write what counts now', async () => {
    const app = new pg.Client({ connectionString: testConfig().databaseUrl('cartwheel_app') });
    await app.connect();
    for (const statement of [
      `update skill_assessments set level = 'MASTERED'`,
      'delete from skill_assessments',
      `update skill_progress set level = 'MASTERED'`,
      'insert into skill_progress (student_id) values (uuid_v7())',
      'delete from skill_progress',
      'update skills set curriculum_id = curriculum_id',
      'delete from skills',
      'delete from curricula',
    ]) {
      await expect(app.query(statement)).rejects.toThrow('permission denied');
    }
    await app.end();
  });

  it('of a skill that is not taught in the center are refused by the database itself', async () => {
    const center = await api.newCenter();
    const { children } = await learningBatch(center, ['Aarav']);
    const sisters = await newCurriculum(await (await center.sister()).staff('CENTER_ADMIN'));
    const strangers = await newCurriculum(await (await api.newCenter()).hq());
    for (const { skills } of [sisters, strangers]) {
      const write = asCenter(center, (client) =>
        client.query(`insert into skill_assessments (student_id, skill_id, level) values ($1, $2, 'ACHIEVED')`, [
          children[0],
          skills[0]!.id,
        ]),
      );
      await expect(write).rejects.toMatchObject({ message: 'reference_not_found' });
    }
  });

  it('count by when they were made, not by when they arrive', async () => {
    const center = await api.newCenter();
    const { curriculum, children } = await learningBatch(center, ['Aarav']);
    const skillId = curriculum.skills[0]!.id;
    await asCenter(center, async (client) => {
      for (const [level, at] of [
        ['ACHIEVED', '2026-03-01'],
        ['IN_PROGRESS', '2026-02-01'],
      ])
        await client.query(
          'insert into skill_assessments (student_id, skill_id, level, assessed_at) values ($1, $2, $3, $4)',
          [children[0], skillId, level, at],
        );
    });

    expect(await standing(center, children[0]!)).toEqual([{ skill_id: skillId, level: 'ACHIEVED' }]);
  });

  it('of two records of one child are those of the one that is kept', async () => {
    const center = await api.newCenter();
    const { admin, curriculum, children } = await learningBatch(center, ['Aarav']);
    const [roll, wheel] = curriculum.skills;
    const double = await addChild(admin, 'Arav');
    await rate(admin, [{ studentId: children[0]!, skillId: roll!.id, level: 'IN_PROGRESS' }]);
    await rate(admin, [
      { studentId: double, skillId: roll!.id, level: 'ACHIEVED' },
      { studentId: double, skillId: wheel!.id, level: 'MASTERED' },
    ]);
    const merged = await admin.post('/students/merge').send({ keepId: children[0], mergeId: double });
    const levels = Object.fromEntries(
      (await standing(center, children[0]!)).map(({ skill_id, level }) => [skill_id, level]),
    );

    expect(merged.status).toBe(200);
    expect(levels).toEqual({ [roll!.id]: 'ACHIEVED', [wheel!.id]: 'MASTERED' });
    expect(await standing(center, double)).toEqual([]);
    expect((await admin.get(`/students/${children[0]}/skills/history`)).body.items).toHaveLength(3);
  });
});
