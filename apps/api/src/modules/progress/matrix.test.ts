import { addChild, book, daysFrom, enroll, openBatch, sessionsOf } from '../../../test/cast-classes.ts';
import { learningBatch, MORNING, rate, skillCalled, TODAY } from '../../../test/cast-progress.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();
beforeEach(() => api.setNow(MORNING));

interface Row {
  studentId: string;
  name: string;
  isGuest: boolean;
  presentToday: boolean;
  cells: { skillId: string; level: string }[];
}

const names = (rows: { name: string }[]) => rows.map(({ name }) => name);

describe('the skill matrix', () => {
  it('has the students of the batch by the skills of its curriculum', async () => {
    const center = await api.newCenter();
    const { trainer, curriculum, batch, children } = await learningBatch(center, ['Zoya', 'Aarav']);
    const wheel = skillCalled(curriculum, 'Cartwheel');
    await rate(trainer, [{ studentId: children[0]!, skillId: wheel.id, level: 'ACHIEVED' }]);
    const { status, body } = await trainer.get(`/batches/${batch.id}/skill-matrix`);
    const [aarav, zoya] = body.rows;

    expect(status).toBe(200);
    expect(body.batch).toEqual({ id: batch.id, name: 'Tigers' });
    expect(body.curriculum).toEqual({ id: curriculum.id, name: 'Gymnastics Foundation', version: curriculum.version });
    expect([body.categories, names(body.skills)]).toEqual([
      ['Floor', 'Beam'],
      ['Forward roll', 'Cartwheel', 'Walk forward'],
    ]);
    expect(names(body.rows)).toEqual(['Aarav', 'Zoya']);
    expect([aarav.cells, aarav.lastAssessedAt, aarav.isGuest]).toEqual([[], null, false]);
    expect(zoya.cells).toMatchObject([{ skillId: wheel.id, level: 'ACHIEVED', by: { name: 'Asha' } }]);
    expect(zoya.lastAssessedAt).toBe(zoya.cells[0].changedAt);
    expect([body.mayAssess, body.session.date]).toEqual([true, TODAY]);
  });

  it('can be had for one category, or for those who are there', async () => {
    const center = await api.newCenter();
    const { trainer, batch, children } = await learningBatch(center, ['Aarav', 'Zoya']);
    const session = (await sessionsOf(trainer, batch.id))[0]!;
    await trainer.post('/attendance/mark').send({
      classSessionId: session.id,
      marks: [
        { studentId: children[0], status: 'LATE' },
        { studentId: children[1], status: 'ABSENT' },
      ],
    });
    const beam = (await trainer.get(`/batches/${batch.id}/skill-matrix?category=Beam`)).body;
    const here = (await trainer.get(`/batches/${batch.id}/skill-matrix?presentToday=true`)).body;

    expect([names(beam.skills), beam.categories, beam.rows.length]).toEqual([['Walk forward'], ['Floor', 'Beam'], 2]);
    expect(here.rows).toMatchObject([{ name: 'Aarav', presentToday: true }]);
  });

  it('lists who comes today without being enrolled as a guest, and nobody whose enrollment is over', async () => {
    const center = await api.newCenter();
    const { admin, trainer, batch } = await learningBatch(center, ['Aarav']);
    const guest = await addChild(admin, 'Guest');
    await book(center, (await sessionsOf(admin, batch.id))[0]!.id, guest, 'MAKEUP');
    const gone = await addChild(admin, 'Gone');
    await enroll(center, gone, { batchId: batch.id, from: daysFrom(TODAY, -20), to: daysFrom(TODAY, -1) });
    const { rows } = (await trainer.get(`/batches/${batch.id}/skill-matrix`)).body as { rows: Row[] };

    expect(rows.map(({ name, isGuest }) => [name, isGuest])).toEqual([
      ['Aarav', false],
      ['Guest', true],
    ]);
  });

  it('leaves out what is retired, whose ratings stay with the student', async () => {
    const center = await api.newCenter();
    const { admin, curriculum, batch, children } = await learningBatch(center, ['Aarav']);
    const [roll, wheel] = curriculum.skills;
    await rate(admin, [{ studentId: children[0]!, skillId: roll!.id, level: 'MASTERED' }]);
    for (const { id } of [roll!, wheel!]) await admin.patch(`/skills/${id}`).send({ retired: true });
    const matrix = (await admin.get(`/batches/${batch.id}/skill-matrix`)).body;
    const { curricula } = (await admin.get(`/students/${children[0]}/skills`)).body;

    expect([names(matrix.skills), matrix.rows[0].cells]).toEqual([['Walk forward'], []]);
    expect(curricula[0].skills).toMatchObject([
      { name: 'Walk forward', retired: false, level: 'NOT_STARTED' },
      { name: 'Forward roll', retired: true, level: 'MASTERED' },
    ]);
  });

  it('of a batch without a curriculum has students and no skills', async () => {
    const center = await api.newCenter();
    const admin = await center.staff('CENTER_ADMIN');
    const batch = await openBatch(admin);
    const { body } = await admin.get(`/batches/${batch.id}/skill-matrix`);

    expect(body).toMatchObject({ curriculum: null, skills: [], categories: [], rows: [] });
  });

  it('is for the trainers of the batch, for who takes it today, and to look at for the front desk', async () => {
    const center = await api.newCenter();
    const { admin, batch } = await learningBatch(center, ['Aarav']);
    const substitute = await center.staff('TRAINER', 'Bela');
    const path = `/batches/${batch.id}/skill-matrix`;
    const before = await substitute.get(path);
    const session = (await sessionsOf(admin, batch.id))[0]!;
    await admin.patch(`/class-sessions/${session.id}`).send({ trainerUserId: substitute.id });
    const desk = await (await center.staff('COUNSELOR')).get(path);

    expect([before.status, before.body.code]).toEqual([403, 'forbidden']);
    expect((await substitute.get(path)).status).toBe(200);
    expect([desk.status, desk.body.mayAssess]).toEqual([200, false]);
    for (const other of [await center.sister(), await api.newCenter()])
      expect((await (await other.staff('CENTER_ADMIN')).get(path)).status).toBe(404);
  });

  it('is closed to the front desk when the center says so, and so is every other trace of progress', async () => {
    const center = await api.newCenter();
    const { admin, trainer, curriculum, batch, children } = await learningBatch(center, ['Aarav']);
    await rate(trainer, [{ studentId: children[0]!, skillId: curriculum.skills[0]!.id, level: 'ACHIEVED' }]);
    const desk = await center.staff('COUNSELOR');
    const kinds = async () =>
      (await desk.get(`/students/${children[0]}/timeline`)).body.items.map(({ kind }: { kind: string }) => kind);
    const open = await kinds();
    await admin.patch(`/centers/${center.id}/settings`).send({ privacy: { frontDeskSeesProgress: false } });
    const answers = [
      await desk.get(`/batches/${batch.id}/skill-matrix`),
      await desk.get(`/students/${children[0]}/skills`),
      await desk.get(`/students/${children[0]}/skills/history`),
    ];

    expect(open).toContain('progress.assessed');
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect(await kinds()).not.toContain('progress.assessed');
    expect((await trainer.get(`/students/${children[0]}/skills`)).status).toBe(200);
  });
});
