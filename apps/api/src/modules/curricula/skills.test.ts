import { newCurriculum, skillCalled, type TaughtSkill } from '../../../test/cast-progress.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();
const author = async () => (await api.newCenter()).staff('CENTER_ADMIN');
const shown = (skills: TaughtSkill[]) => skills.map(({ category, name }) => `${category ?? '–'}: ${name}`);

describe('a skill', () => {
  it('is added behind those of its category, or at a place', async () => {
    const admin = await author();
    const made = await newCurriculum(admin);
    const add = (body: object) => admin.post('/skills').send({ curriculumId: made.id, ...body });
    const behind = await add({ name: 'Bridge', category: 'floor' });
    const second = await add({ name: 'Candle', category: 'Floor', displayOrder: 2 });
    const loose = await add({ name: 'Listens' });

    expect([behind.status, behind.body.category, behind.body.position]).toEqual([201, 'Floor', 3]);
    expect([second.body.position, loose.body.position]).toEqual([2, 6]);
    expect(shown((await admin.get(`/curricula/${made.id}`)).body.skills)).toEqual([
      'Floor: Forward roll',
      'Floor: Candle',
      'Floor: Cartwheel',
      'Floor: Bridge',
      'Beam: Walk forward',
      '–: Listens',
    ]);
  });

  it('is called by one name among those that are taught', async () => {
    const admin = await author();
    const made = await newCurriculum(admin);
    const [roll, wheel] = [skillCalled(made, 'Forward roll'), skillCalled(made, 'Cartwheel')];
    const again = await admin.post('/skills').send({ curriculumId: made.id, name: 'cartwheel' });
    const renamed = await admin.patch(`/skills/${roll.id}`).send({ name: 'CARTWHEEL' });
    const spelled = await admin.patch(`/skills/${wheel.id}`).send({ name: 'CARTWHEEL' });
    await admin.patch(`/skills/${wheel.id}`).send({ retired: true });
    const later = await admin.post('/skills').send({ curriculumId: made.id, name: 'Cartwheel' });
    const back = await admin.patch(`/skills/${wheel.id}`).send({ retired: false });

    expect([again.status, again.body.existingId]).toEqual([409, wheel.id]);
    expect(renamed.status).toBe(409);
    expect([spelled.status, spelled.body.name]).toEqual([200, 'CARTWHEEL']);
    expect(later.status).toBe(201);
    expect([back.status, back.body.existingId]).toEqual([409, later.body.id]);
  });

  it('is renamed, described, moved and retired by who has seen it as it is', async () => {
    const admin = await author();
    const made = await newCurriculum(admin);
    const wheel = skillCalled(made, 'Cartwheel');
    const change = (body: object, seen: number) =>
      admin.patch(`/skills/${wheel.id}`).set('if-match', `"${seen}"`).send(body);
    const moved = await change({ category: 'Beam', description: 'Straight legs' }, wheel.version);
    const stale = await change({ name: 'Wheel' }, wheel.version);
    const retired = await change({ retired: true }, moved.body.version);

    expect(moved.body).toMatchObject({ category: 'Beam', description: 'Straight legs', position: 3 });
    expect(stale.status).toBe(412);
    expect(retired.body.retiredAt).not.toBeNull();
    expect(shown((await admin.get(`/curricula/${made.id}`)).body.skills)).toEqual([
      'Floor: Forward roll',
      'Beam: Walk forward',
    ]);
  });

  it('stays in its curriculum, and where that is, whoever writes', async () => {
    const center = await api.newCenter();
    const admin = await center.staff('CENTER_ADMIN');
    const made = await newCurriculum(admin);
    const other = await newCurriculum(admin, ['Tree'], 'Yoga');
    const move = center.rows('update skills set curriculum_id = $1 where id = $2', [other.id, made.skills[0]!.id]);
    await expect(move).rejects.toMatchObject({ message: 'invalid_transition' });
    await center.rows('update skills set center_id = null where id = $1', [made.skills[0]!.id]);
    const [row] = await center.rows<{ center_id: string }>('select center_id from skills where id = $1', [
      made.skills[0]!.id,
    ]);

    expect(row!.center_id).toBe(center.id);
  });
});

describe('many skills at once', () => {
  it('come from lines, without what is taught already', async () => {
    const admin = await author();
    const made = await newCurriculum(admin);
    const lines = ['floor:', '- cartwheel', '- Monkey kick', '', 'Vault: Straddle on', 'Monkey kick'];
    const pasted = await admin.post(`/curricula/${made.id}/skills/paste`).send({ lines });

    expect([pasted.status, pasted.body.added, pasted.body.skipped]).toEqual([201, 2, ['cartwheel', 'Monkey kick']]);
    expect(shown(pasted.body.curriculum.skills)).toEqual([
      'Floor: Forward roll',
      'Floor: Cartwheel',
      'Floor: Monkey kick',
      'Beam: Walk forward',
      'Vault: Straddle on',
    ]);
  });

  it('are refused with the line that is too long, and where there would be too many', async () => {
    const admin = await author();
    const made = await newCurriculum(admin);
    const paste = (lines: string[]) => admin.post(`/curricula/${made.id}/skills/paste`).send({ lines });
    const long = await paste(['Bridge', 'x'.repeat(121)]);
    const many = await paste(Array.from({ length: 298 }, (_, index) => `Skill ${index}`));

    expect([long.status, long.body.errors[0].path]).toEqual([400, 'lines.1']);
    expect([many.status, many.body.errors[0].path]).toEqual([400, 'lines']);
    expect((await admin.get(`/curricula/${made.id}`)).body.skillCount).toBe(3);
  });
});

describe('the order of skills', () => {
  it('is as they are named, with their categories', async () => {
    const admin = await author();
    const made = await newCurriculum(admin);
    const [roll, wheel, walk] = made.skills as [TaughtSkill, TaughtSkill, TaughtSkill];
    const order = await admin.put(`/curricula/${made.id}/skills/order`).send({
      skills: [
        { id: walk.id, category: 'Beam' },
        { id: wheel.id, category: 'Beam' },
        { id: roll.id, category: null },
      ],
    });

    expect(shown(order.body.skills)).toEqual(['Beam: Walk forward', 'Beam: Cartwheel', '–: Forward roll']);
    expect(order.body.skills.map(({ position }: TaughtSkill) => position)).toEqual([1, 2, 3]);
    expect(order.body.version).toBe(made.version + 1);
  });

  it('names all that are taught, each once, and no other', async () => {
    const admin = await author();
    const made = await newCurriculum(admin);
    const other = await newCurriculum(admin, ['Tree'], 'Yoga');
    const put = (ids: string[]) =>
      admin.put(`/curricula/${made.id}/skills/order`).send({ skills: ids.map((id) => ({ id })) });
    const ids = made.skills.map(({ id }) => id);
    const [few, twice, foreign] = [
      await put(ids.slice(1)),
      await put([ids[0]!, ...ids]),
      await put([...ids, other.skills[0]!.id]),
    ];

    expect([few.status, few.body.errors[0].path]).toEqual([400, 'skills']);
    expect([twice.status, twice.body.errors[0].path]).toEqual([400, 'skills']);
    expect([foreign.status, foreign.body.errors[0].path]).toEqual([422, 'skills.3.id']);
  });

  it('survives two people who add at the same moment', async () => {
    const admin = await author();
    const made = await newCurriculum(admin);
    const names = ['Bridge', 'Candle', 'Tuck', 'Straddle'];
    const answers = await Promise.all(
      names.map((name) => admin.post('/skills').send({ curriculumId: made.id, name, category: 'Floor' })),
    );
    const read = (await admin.get(`/curricula/${made.id}`)).body;

    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(read.skills.map(({ position }: TaughtSkill) => position)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(read.version).toBe(made.version + 4);
  });
});
