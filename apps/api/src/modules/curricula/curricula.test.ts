import { openBatch } from '../../../test/cast-classes.ts';
import { newCurriculum, skillCalled } from '../../../test/cast-progress.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();
const named = (items: { name: string }[]) => items.map(({ name }) => name);

describe('a curriculum of a center', () => {
  it('is read by everybody who works there and written by its admin', async () => {
    const center = await api.newCenter();
    const admin = await center.staff('CENTER_ADMIN');
    const made = await newCurriculum(admin);

    for (const role of ['CENTER_ADMIN', 'COUNSELOR', 'TRAINER'] as const) {
      const reader = await center.staff(role);
      expect(named((await reader.get('/curricula')).body.items)).toEqual(['Gymnastics Foundation']);
      const read = await reader.get(`/curricula/${made.id}`);
      expect([read.body.centerId, named(read.body.skills)]).toEqual([
        center.id,
        ['Forward roll', 'Cartwheel', 'Walk forward'],
      ]);
    }
    for (const role of ['COUNSELOR', 'TRAINER'] as const) {
      const reader = await center.staff(role);
      expect((await reader.post('/curricula').send({ name: 'Mine' })).status).toBe(403);
      expect((await reader.patch(`/curricula/${made.id}`).send({ name: 'Mine' })).status).toBe(403);
    }
  });

  it('does not exist for another center, of its own organization or of another', async () => {
    const center = await api.newCenter();
    const made = await newCurriculum(await center.staff('CENTER_ADMIN'));
    for (const other of [await center.sister(), await api.newCenter()]) {
      const stranger = await other.staff('CENTER_ADMIN');
      const answers = [
        await stranger.get(`/curricula/${made.id}`),
        await stranger.patch(`/curricula/${made.id}`).send({ name: 'Mine' }),
        await stranger.post(`/curricula/${made.id}/copy`).send({}),
        await stranger.patch(`/skills/${made.skills[0]!.id}`).send({ name: 'Mine' }),
        await stranger.put(`/curricula/${made.id}/skills/order`).send({ skills: [{ id: made.skills[0]!.id }] }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
      const added = await stranger.post('/skills').send({ curriculumId: made.id, name: 'Mine' });
      expect([added.status, added.body.errors[0].path]).toEqual([422, 'curriculumId']);
      expect((await stranger.get('/curricula')).body.items).toEqual([]);
    }
  });

  it('has a name of its own, until it is put away', async () => {
    const admin = await (await api.newCenter()).staff('CENTER_ADMIN');
    const first = await newCurriculum(admin);
    const again = await admin.post('/curricula').send({ name: 'gymnastics foundation' });
    await admin.patch(`/curricula/${first.id}`).send({ active: false });
    const later = await admin.post('/curricula').send({ name: 'Gymnastics Foundation' });
    const back = await admin.patch(`/curricula/${first.id}`).send({ active: true });

    expect([again.status, again.body.existingId]).toEqual([409, first.id]);
    expect(later.status).toBe(201);
    expect([back.status, back.body.existingId]).toEqual([409, later.body.id]);
    expect((await admin.get('/curricula?active=true')).body.items).toHaveLength(1);
  });

  it('becomes another version with every change, and refuses who has seen an earlier one', async () => {
    const admin = await (await api.newCenter()).staff('CENTER_ADMIN');
    const made = await newCurriculum(admin);
    const skill = made.skills[0]!;
    await admin.patch(`/skills/${skill.id}`).send({ name: 'Roll' });
    const stale = await admin
      .patch(`/curricula/${made.id}`)
      .set('if-match', `"${made.version}"`)
      .send({ description: 'Two levels' });
    const now = (await admin.get(`/curricula/${made.id}`)).body;
    const fresh = await admin
      .patch(`/curricula/${made.id}`)
      .set('if-match', `"${now.version}"`)
      .send({ description: 'Two levels' });

    expect(now.version).toBe(made.version + 1);
    expect([stale.status, stale.body.code]).toEqual([412, 'stale_version']);
    expect(fresh.body).toMatchObject({ description: 'Two levels', name: 'Gymnastics Foundation' });
    expect((await admin.patch(`/curricula/${made.id}`).send({ description: null })).body.description).toBeNull();
  });

  it('names what is invalid', async () => {
    const admin = await (await api.newCenter()).staff('CENTER_ADMIN');
    const answer = await admin.post('/curricula').send({ name: ' ' });

    expect([answer.status, answer.body.errors[0].path]).toEqual([400, 'name']);
  });
});

describe('a curriculum of the organization', () => {
  it('is written without a center and read in every one of the organization, in none of another', async () => {
    const center = await api.newCenter();
    const made = await newCurriculum(await center.hq());
    const stranger = await (await api.newCenter()).staff('CENTER_ADMIN');

    for (const place of [center, await center.sister()]) {
      const trainer = await place.staff('TRAINER');
      expect((await trainer.get(`/curricula/${made.id}`)).body).toMatchObject({ centerId: null, skillCount: 3 });
    }
    expect((await stranger.get(`/curricula/${made.id}`)).status).toBe(404);
  });

  it('is not changed from within a center, not even by the one who wrote it', async () => {
    const center = await api.newCenter();
    const made = await newCurriculum(await center.hq());
    for (const person of [await center.staff('CENTER_ADMIN'), await center.staff('SUPER_ADMIN')]) {
      const answers = [
        await person.patch(`/curricula/${made.id}`).send({ name: 'Mine' }),
        await person.post('/skills').send({ curriculumId: made.id, name: 'Mine' }),
        await person.post(`/curricula/${made.id}/skills/paste`).send({ lines: ['Mine'] }),
        await person.patch(`/skills/${made.skills[0]!.id}`).send({ name: 'Mine' }),
        await person.put(`/curricula/${made.id}/skills/order`).send({ skills: [{ id: made.skills[0]!.id }] }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    }
  });

  it('is copied into one of the center, which then goes its own way', async () => {
    const center = await api.newCenter();
    const hq = await center.hq();
    const original = await newCurriculum(hq);
    await hq.patch(`/skills/${original.skills[0]!.id}`).send({ retired: true });
    const admin = await center.staff('CENTER_ADMIN');
    const copy = await admin.post(`/curricula/${original.id}/copy`).send({});
    await hq.patch(`/skills/${original.skills[1]!.id}`).send({ name: 'Wheel' });
    const read = (await admin.get(`/curricula/${copy.body.id}`)).body;

    expect(copy.status).toBe(201);
    expect(read).toMatchObject({
      centerId: center.id,
      name: 'Gymnastics Foundation',
      copiedFrom: { id: original.id },
    });
    expect(named(read.skills)).toEqual(['Cartwheel', 'Walk forward']);
    expect(read.skills[0].id).not.toBe(original.skills[1]!.id);
  });

  it('tells headquarters, and nobody else, who uses it', async () => {
    const center = await api.newCenter();
    const hq = await center.hq();
    const made = await newCurriculum(hq);
    const sister = await center.sister();
    for (const place of [center, sister]) await openBatch(await place.staff('CENTER_ADMIN'), { curriculumId: made.id });
    const admin = await center.staff('CENTER_ADMIN');
    await admin.post(`/curricula/${made.id}/copy`).send({});

    expect((await hq.get('/hq/curricula')).body.items).toEqual([
      { curriculumId: made.id, centers: 2, batches: 2, students: 0, ownVersions: 1 },
    ]);
    expect((await admin.get('/hq/curricula')).status).toBe(403);
    expect((await admin.get(`/curricula/${made.id}`)).body.batchCount).toBe(1);
  });
});

describe('a batch', () => {
  it('learns a curriculum of the organization or of its center, and says so', async () => {
    const center = await api.newCenter();
    const admin = await center.staff('CENTER_ADMIN');
    const own = await newCurriculum(admin);
    const offered = await newCurriculum(await center.hq(), ['Tree'], 'Yoga');
    const batch = await openBatch(admin, { curriculumId: own.id });
    const changed = await admin.patch(`/batches/${batch.id}`).send({ curriculumId: offered.id });
    const cleared = await admin.patch(`/batches/${batch.id}`).send({ curriculumId: null });

    expect(batch['curriculum']).toEqual({ id: own.id, name: 'Gymnastics Foundation' });
    expect(changed.body.batch.curriculum).toEqual({ id: offered.id, name: 'Yoga' });
    expect(changed.body.impact).toMatchObject({ sessionsMoved: 0, sessionsRemoved: 0, sessionsAdded: 0 });
    expect(cleared.body.batch.curriculum).toBeNull();
  });

  it('does not take the one of another center, nor one that was put away, and keeps the one it has', async () => {
    const center = await api.newCenter();
    const admin = await center.staff('CENTER_ADMIN');
    const own = await newCurriculum(admin);
    const batch = await openBatch(admin, { curriculumId: own.id });
    const sisters = await newCurriculum(await (await center.sister()).staff('CENTER_ADMIN'));
    const strangers = await newCurriculum(await (await api.newCenter()).hq());
    await admin.patch(`/curricula/${own.id}`).send({ active: false });
    const put = await admin.post('/batches').send({
      name: 'Lions',
      daysOfWeek: ['MON'],
      startTime: '09:00',
      endTime: '10:00',
      capacity: 5,
      curriculumId: own.id,
    });
    const renamed = await admin.patch(`/batches/${batch.id}`).send({ name: 'Leopards' });

    for (const id of [sisters.id, strangers.id]) {
      const answer = await admin.patch(`/batches/${batch.id}`).send({ curriculumId: id });
      expect([answer.status, answer.body.errors[0].path]).toEqual([422, 'curriculumId']);
    }
    expect(put.status).toBe(422);
    expect(renamed.body.batch.curriculum.id).toBe(own.id);
  });

  it("cannot be given another center's curriculum past the application either", async () => {
    const center = await api.newCenter();
    const admin = await center.staff('CENTER_ADMIN');
    const batch = await openBatch(admin);
    const sisters = await newCurriculum(await (await center.sister()).staff('CENTER_ADMIN'));
    const strangers = await newCurriculum(await (await api.newCenter()).hq());
    for (const id of [sisters.id, strangers.id]) {
      const write = center.rows('update batches set curriculum_id = $1 where id = $2', [id, batch.id]);
      await expect(write).rejects.toMatchObject({ message: 'reference_not_found' });
    }
  });

  it('shows the skills that are taught when one is retired', async () => {
    const admin = await (await api.newCenter()).staff('CENTER_ADMIN');
    const made = await newCurriculum(admin);
    await admin.patch(`/skills/${skillCalled(made, 'Cartwheel').id}`).send({ retired: true });

    expect(named((await admin.get(`/curricula/${made.id}`)).body.skills)).toEqual(['Forward roll', 'Walk forward']);
    expect(named((await admin.get(`/curricula/${made.id}?retired=true`)).body.skills)).toEqual([
      'Forward roll',
      'Walk forward',
      'Cartwheel',
    ]);
  });
});
