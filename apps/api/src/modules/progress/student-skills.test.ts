import { openBatch, sessionsOf } from '../../../test/cast-classes.ts';
import { learningBatch, MORNING, newCurriculum, rate, skillCalled, TODAY } from '../../../test/cast-progress.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();
beforeEach(() => api.setNow(MORNING));

interface Told {
  skill: { name: string };
  previousLevel: string;
  level: string;
  notes: string | null;
}

describe('what a student learns', () => {
  it('is the curriculum of the batch, with how far each skill is', async () => {
    const center = await api.newCenter();
    const { trainer, curriculum, batch, children } = await learningBatch(center, ['Aarav']);
    const session = (await sessionsOf(trainer, batch.id))[0]!;
    const wheel = skillCalled(curriculum, 'Cartwheel');
    await rate(
      trainer,
      [{ studentId: children[0]!, skillId: wheel.id, level: 'ACHIEVED', notes: 'Both sides' }],
      session.id,
    );
    const { body } = await trainer.get(`/students/${children[0]}/skills`);

    expect(body.mayAssess).toBe(true);
    expect(body.curricula).toMatchObject([{ id: curriculum.id, name: 'Gymnastics Foundation', isCurrent: true }]);
    expect(body.curricula[0].skills).toMatchObject([
      { name: 'Forward roll', level: 'NOT_STARTED', changedAt: null, by: null, session: null },
      {
        name: 'Cartwheel',
        category: 'Floor',
        level: 'ACHIEVED',
        notes: 'Both sides',
        by: { id: trainer.id },
        session: { id: session.id, name: 'Tigers', date: TODAY },
      },
      { name: 'Walk forward', level: 'NOT_STARTED' },
    ]);
    expect((await trainer.get(`/children/${children[0]}/skills`)).body).toEqual(body);
  });

  it('keeps what was rated in another curriculum, behind the one that is taught', async () => {
    const center = await api.newCenter();
    const { admin, curriculum, batch, children } = await learningBatch(center, ['Aarav']);
    await rate(admin, [{ studentId: children[0]!, skillId: curriculum.skills[0]!.id, level: 'MASTERED' }]);
    const next = await newCurriculum(admin, ['Round-off'], 'Level 2');
    await admin.patch(`/batches/${batch.id}`).send({ curriculumId: next.id });
    const { curricula } = (await admin.get(`/students/${children[0]}/skills`)).body;

    expect(curricula).toMatchObject([
      { name: 'Level 2', isCurrent: true },
      { name: 'Gymnastics Foundation', isCurrent: false, skills: [{ level: 'MASTERED' }, {}, {}] },
    ]);
  });

  it('is not for trainers of other classes, nor for other centers', async () => {
    const center = await api.newCenter();
    const { children } = await learningBatch(center, ['Aarav']);
    const other = await center.staff('TRAINER', 'Bela');
    await openBatch(await center.staff('CENTER_ADMIN'), {
      name: 'Cubs',
      startTime: '07:00',
      endTime: '08:00',
      trainerUserIds: [other.id],
    });
    for (const person of [other, await (await center.sister()).staff('CENTER_ADMIN')]) {
      expect((await person.get(`/students/${children[0]}/skills`)).status).toBe(404);
      expect((await person.get(`/students/${children[0]}/skills/history`)).status).toBe(404);
    }
  });
});

describe('the history of skills', () => {
  it('tells who changed what from what to what, when and in which session, newest first, in pages', async () => {
    const center = await api.newCenter();
    const { admin, trainer, curriculum, batch, children } = await learningBatch(center, ['Aarav']);
    const session = (await sessionsOf(trainer, batch.id))[0]!;
    const [roll, wheel] = curriculum.skills;
    const cell = { studentId: children[0]!, skillId: wheel!.id };
    await rate(trainer, [{ ...cell, level: 'ACHIEVED' }], session.id);
    api.setNow(new Date(MORNING.getTime() + 60_000));
    await rate(admin, [{ ...cell, level: 'IN_PROGRESS', notes: 'Only to the left' }]);
    api.setNow(new Date(MORNING.getTime() + 120_000));
    await rate(trainer, [{ studentId: children[0]!, skillId: roll!.id, level: 'MASTERED' }]);
    const path = `/students/${children[0]}/skills/history`;
    const first = (await trainer.get(`${path}?limit=2`)).body;
    const second = (await trainer.get(`${path}?limit=2&cursor=${first.nextCursor}`)).body;
    const ofWheel = (await trainer.get(`${path}?skillId=${wheel!.id}`)).body.items as Told[];

    expect(
      [...first.items, ...second.items].map(({ skill, previousLevel, level, notes }: Told) => [
        skill.name,
        previousLevel,
        level,
        notes,
      ]),
    ).toEqual([
      ['Forward roll', 'NOT_STARTED', 'MASTERED', null],
      ['Cartwheel', 'ACHIEVED', 'IN_PROGRESS', 'Only to the left'],
      ['Cartwheel', 'NOT_STARTED', 'ACHIEVED', null],
    ]);
    expect(first.items[1]).toMatchObject({ by: { id: admin.id }, session: null });
    expect(second.items[0]).toMatchObject({ by: { id: trainer.id }, session: { id: session.id } });
    expect(second.nextCursor).toBeNull();
    expect(ofWheel).toHaveLength(2);
  });

  it('calls skills as they are called now, and keeps those that are retired', async () => {
    const center = await api.newCenter();
    const { admin, curriculum, children } = await learningBatch(center, ['Aarav']);
    const wheel = skillCalled(curriculum, 'Cartwheel');
    await rate(admin, [{ studentId: children[0]!, skillId: wheel.id, level: 'ACHIEVED' }]);
    await admin.patch(`/skills/${wheel.id}`).send({ name: 'Wheel', retired: true });
    const { items } = (await admin.get(`/students/${children[0]}/skills/history`)).body;

    expect(items).toMatchObject([{ skill: { id: wheel.id, name: 'Wheel' }, level: 'ACHIEVED' }]);
  });
});
