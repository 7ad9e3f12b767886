import { addChild, book, daysFrom, enroll, oneOff, openBatch, sessionsOf } from '../../../test/cast-classes.ts';
import { learningBatch, MORNING, newCurriculum, rate, skillCalled, TODAY } from '../../../test/cast-progress.ts';
import type { Cast } from '../../../test/cast.ts';
import { startApi } from '../../../test/harness.ts';
import { whileHeld } from '../../../test/held-rows.ts';

const api = startApi();
beforeEach(() => api.setNow(MORNING));

interface Stored {
  level: string;
  previous_level: string;
  assessed_by: string;
}

const stored = (center: Cast, studentId: string) =>
  center.rows<Stored>(
    'select level, previous_level, assessed_by from skill_assessments where center_id = $1 and student_id = $2 order by assessed_at, id',
    [center.id, studentId],
  );

const standing = (center: Cast, studentId: string) =>
  center.rows<{ level: string; skill_id: string }>(
    'select level, skill_id from skill_progress where center_id = $1 and student_id = $2',
    [center.id, studentId],
  );

describe('rating skills', () => {
  it('is done for many at once, by the trainer of the class', async () => {
    const center = await api.newCenter();
    const { trainer, curriculum, batch, children } = await learningBatch(center);
    const wheel = skillCalled(curriculum, 'Cartwheel').id;
    const session = (await sessionsOf(trainer, batch.id))[0]!;
    const updates = children.map((studentId) => ({ studentId, skillId: wheel, level: 'ACHIEVED' }));
    const answer = await rate(trainer, updates, session.id);

    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ saved: 2, unchanged: 0 });
    expect(answer.body.cells[0]).toMatchObject({
      studentId: children[0],
      skillId: wheel,
      level: 'ACHIEVED',
      previousLevel: 'NOT_STARTED',
      by: { id: trainer.id, name: 'Asha' },
    });
    expect(await standing(center, children[1]!)).toEqual([{ level: 'ACHIEVED', skill_id: wheel }]);
  });

  it('writes nothing where nothing changes, and tells of nothing', async () => {
    const center = await api.newCenter();
    const { trainer, curriculum, children } = await learningBatch(center, ['Aarav']);
    const update = { studentId: children[0]!, skillId: curriculum.skills[0]!.id, level: 'IN_PROGRESS' };
    await rate(trainer, [update]);
    const again = await rate(trainer, [update]);
    const stories = await center.rows(
      `select details from timeline_entries where center_id = $1 and kind = 'progress.assessed'`,
      [center.id],
    );

    expect(again.body).toMatchObject({ saved: 0, unchanged: 1, cells: [{ level: 'IN_PROGRESS' }] });
    expect(await stored(center, children[0]!)).toHaveLength(1);
    expect(stories).toHaveLength(1);
  });

  it('is told once per student, however many skills it was', async () => {
    const center = await api.newCenter();
    const { admin, trainer, curriculum, children } = await learningBatch(center, ['Aarav']);
    const updates = curriculum.skills.map(({ id }) => ({ studentId: children[0]!, skillId: id, level: 'IN_PROGRESS' }));
    await rate(trainer, updates);
    const { items } = (await admin.get(`/students/${children[0]}/timeline`)).body;
    const told = items.filter(({ kind }: { kind: string }) => kind === 'progress.assessed');

    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ by: { id: trainer.id }, details: { count: 3 } });
    expect(told[0].details.skills[0]).toEqual({ name: 'Forward roll', level: 'IN_PROGRESS' });
  });

  it('has one effect, however often the tablet sends it', async () => {
    const center = await api.newCenter();
    const { trainer, curriculum, children } = await learningBatch(center, ['Aarav']);
    const body = { updates: [{ studentId: children[0], skillId: curriculum.skills[0]!.id, level: 'ACHIEVED' }] };
    const send = () => trainer.post('/skill-progress').set('idempotency-key', 'tablet-1-tap-0001').send(body);
    const [first, second] = [await send(), await send()];
    const without = await api
      .anybody()
      .post('/api/v1/skill-progress')
      .set('authorization', `Bearer ${trainer.token}`)
      .set('x-center-id', center.id)
      .send(body);

    expect(second.body).toEqual(first.body);
    expect(second.headers['idempotent-replayed']).toBe('true');
    expect([without.status, without.body.code]).toEqual([400, 'idempotency_key_required']);
    expect(await stored(center, children[0]!)).toHaveLength(1);
  });

  it('takes a note for a lower level, and is taken back by rating again', async () => {
    const center = await api.newCenter();
    const { trainer, curriculum, children } = await learningBatch(center, ['Aarav']);
    const cell = { studentId: children[0]!, skillId: curriculum.skills[0]!.id };
    await rate(trainer, [{ ...cell, level: 'MASTERED' }]);
    const silent = await rate(trainer, [{ ...cell, level: 'NOT_STARTED' }]);
    const undone = await rate(trainer, [{ ...cell, level: 'NOT_STARTED', notes: 'Tapped by mistake' }]);

    expect([silent.status, silent.body.errors[0].path]).toEqual([400, 'updates.0.notes']);
    expect(undone.body.cells[0]).toMatchObject({ level: 'NOT_STARTED', previousLevel: 'MASTERED' });
    expect((await stored(center, children[0]!)).map(({ level }) => level)).toEqual(['MASTERED', 'NOT_STARTED']);
  });

  it('is all or nothing', async () => {
    const center = await api.newCenter();
    const { admin, curriculum, children } = await learningBatch(center, ['Aarav']);
    const stranger = await newCurriculum(await (await center.sister()).staff('CENTER_ADMIN'));
    const answer = await rate(admin, [
      { studentId: children[0]!, skillId: curriculum.skills[0]!.id, level: 'ACHIEVED' },
      { studentId: children[0]!, skillId: stranger.skills[0]!.id, level: 'ACHIEVED' },
    ]);

    expect([answer.status, answer.body.errors[0].path]).toEqual([422, 'updates.1.skillId']);
    expect(await stored(center, children[0]!)).toEqual([]);
  });

  it('refuses retired skills, two ratings of one skill, unknown levels and sessions of other days', async () => {
    const center = await api.newCenter();
    const { admin, curriculum, children } = await learningBatch(center, ['Aarav']);
    const [first, second] = curriculum.skills;
    const update = { studentId: children[0]!, skillId: second!.id, level: 'ACHIEVED' };
    await admin.patch(`/skills/${first!.id}`).send({ retired: true });
    const tomorrow = await oneOff(admin, { date: daysFrom(TODAY, 1) });
    const elsewhere = await oneOff(await (await center.sister()).staff('CENTER_ADMIN'), { date: TODAY });
    const answers = [
      await rate(admin, [{ ...update, skillId: first!.id }]),
      await rate(admin, [update, { ...update, level: 'MASTERED' }]),
      await rate(admin, [{ ...update, level: 'BRILLIANT' }]),
      await rate(admin, [update], tomorrow.id),
      await rate(admin, [update], elsewhere.id),
    ];

    expect(answers.map(({ status, body }) => [status, body.errors?.[0].path])).toEqual([
      [422, 'updates.0.skillId'],
      [400, 'updates'],
      [400, 'updates.0.level'],
      [409, undefined],
      [422, 'classSessionId'],
    ]);
  });
});

describe('who may rate', () => {
  it('an admin everybody, a trainer the students of own classes, a substitute those of the session', async () => {
    const center = await api.newCenter();
    const { admin, trainer, curriculum, children } = await learningBatch(center, ['Aarav']);
    const other = await center.staff('TRAINER', 'Bela');
    const update = { studentId: children[0]!, skillId: curriculum.skills[0]!.id, level: 'IN_PROGRESS' };
    const before = await rate(other, [update]);
    const session = await oneOff(admin, { date: TODAY, trainerUserId: other.id });
    const foreignSession = await rate(trainer, [update], session.id);
    await book(center, session.id, children[0]!, 'DROP_IN');

    expect([before.status, before.body.code, before.body.errors[0].path]).toEqual([
      403,
      'forbidden',
      'updates.0.studentId',
    ]);
    expect(foreignSession.status).toBe(403);
    expect((await rate(other, [update], session.id)).status).toBe(200);
    expect((await rate(admin, [{ ...update, level: 'ACHIEVED' }])).status).toBe(200);
  });

  it('not the front desk, and nobody in another center', async () => {
    const center = await api.newCenter();
    const { curriculum, children } = await learningBatch(center, ['Aarav']);
    const update = { studentId: children[0]!, skillId: curriculum.skills[0]!.id, level: 'IN_PROGRESS' };
    const desk = await rate(await center.staff('COUNSELOR'), [update]);
    const sister = await rate(await (await center.sister()).staff('CENTER_ADMIN'), [update]);

    expect(desk.status).toBe(403);
    expect([sister.status, sister.body.errors[0].path]).toEqual([422, 'updates.0.studentId']);
  });
});

describe('two trainers at the same moment', () => {
  it('are both kept, and the later one counts', async () => {
    const center = await api.newCenter();
    const { admin, trainer, curriculum, children } = await learningBatch(center, ['Aarav']);
    const cell = { studentId: children[0]!, skillId: curriculum.skills[0]!.id, notes: 'Seen today' };
    const held = 'select from students where id = any ($1::uuid[]) for update';
    const answers = await whileHeld(api, held, children, () =>
      Promise.all([rate(admin, [{ ...cell, level: 'IN_PROGRESS' }]), rate(trainer, [{ ...cell, level: 'ACHIEVED' }])]),
    );
    const kept = await stored(center, children[0]!);

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    // The second begins where the first ended: it had not decided on what it had read before.
    expect(kept.map(({ previous_level }) => previous_level)).toEqual(['NOT_STARTED', kept[0]!.level]);
    expect(await standing(center, children[0]!)).toMatchObject([{ level: kept[1]!.level }]);
  });

  it('with many students in different orders do not wait for each other forever', async () => {
    const center = await api.newCenter();
    const names = Array.from({ length: 6 }, (_, index) => `Child ${index}`);
    const { admin, trainer, curriculum, children } = await learningBatch(center, names);
    const all = (order: string[], level: string) =>
      order.flatMap((studentId) =>
        curriculum.skills.map(({ id }) => ({ studentId, skillId: id, level, notes: `All are ${level}` })),
      );
    const answers = await Promise.all([
      rate(admin, all(children, 'IN_PROGRESS')),
      rate(trainer, all(children.toReversed(), 'ACHIEVED')),
      rate(admin, all(children.toReversed(), 'MASTERED')),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  });
});

describe('a student in another class', () => {
  it('is rated by its trainers only while the enrollment there counts', async () => {
    const center = await api.newCenter();
    const admin = await center.staff('CENTER_ADMIN');
    const trainer = await center.staff('TRAINER', 'Asha');
    const curriculum = await newCurriculum(admin);
    const batch = await openBatch(admin, { trainerUserIds: [trainer.id], curriculumId: curriculum.id });
    const child = await addChild(admin, 'Zoya');
    const update = { studentId: child, skillId: curriculum.skills[0]!.id, level: 'IN_PROGRESS' };
    const before = await rate(trainer, [update]);
    await enroll(center, child, { batchId: batch.id, from: TODAY, to: TODAY });

    expect([before.status, (await rate(trainer, [update])).status]).toEqual([403, 200]);
  });
});
