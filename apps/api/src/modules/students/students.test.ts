import { aBatch, aLead, anEnrollment, aPhone, aStudent } from '../../../test/cast-leads.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();

async function aDesk() {
  const center = await api.newCenter();
  return { center, desk: await center.staff('COUNSELOR', 'Tess'), admin: await center.staff('CENTER_ADMIN', 'Mira') };
}

describe('a student', () => {
  it('is added with guardians and read back', async () => {
    const { desk } = await aDesk();
    const { id } = await aStudent(
      desk,
      { firstName: 'Asha', dob: '2020-05-01', phone: '98765 43210' },
      { school: 'Green Hill' },
    );
    const read = await desk.get(`/students/${id}`);

    expect(read.body).toMatchObject({
      name: 'Asha Sharma',
      dob: '2020-05-01',
      ageIsApproximate: false,
      school: 'Green Hill',
      status: 'PROSPECT',
      guardians: [{ name: 'Priya Sharma', phone: '98765 43210', isPrimary: true, hasContact: true }],
      warnings: [],
      siblings: [],
      nextSession: null,
      openLeadId: null,
      balance: { amountMinor: 0, currency: 'INR' },
      version: 1,
    });
    expect(read.headers['etag']).toBe('"1"');
  });

  it('has an age from the year that was told', async () => {
    const { desk } = await aDesk();
    const student = await aStudent(desk, {}, { ageYears: 6 });
    expect(student).toMatchObject({ dob: null, ageYears: 6, ageIsApproximate: true });
  });

  it('is not added twice, also at the same moment', async () => {
    const { desk } = await aDesk();
    const child = { firstName: 'Asha', guardians: [{ name: 'Priya', phone: aPhone() }] };
    const answers = await Promise.all([1, 2, 3].map(() => desk.post('/students').send(child)));
    const won = answers.find((answer) => answer.status === 201);

    expect(answers.map((answer) => answer.status).toSorted((one, other) => one - other)).toEqual([201, 409, 409]);
    for (const lost of answers.filter((answer) => answer.status === 409))
      expect(lost.body).toMatchObject({ code: 'duplicate', existingId: won?.body.id });
  });

  it('names what is invalid', async () => {
    const { desk } = await aDesk();
    const answer = await desk
      .post('/students')
      .send({ firstName: ' ', guardians: [{ name: 'P', phone: '12' }], dob: 'May' });
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((error: { path: string }) => error.path)).toEqual(
      expect.arrayContaining(['firstName', 'dob', 'guardians.0.phone']),
    );
  });

  it('does not exist for another center', async () => {
    const { center, desk } = await aDesk();
    const { id } = await aStudent(desk);
    const stranger = await (await center.sister()).staff('CENTER_ADMIN');

    const answers = [
      await stranger.get(`/students/${id}`),
      await stranger.patch(`/students/${id}`).send({ notes: 'x' }),
      await stranger.post(`/students/${id}/archive`),
      await stranger.post(`/students/${id}/guardians`).send({ name: 'Ravi' }),
      await stranger.get(`/students/${id}/timeline`),
      await stranger.post('/students/merge').send({ keepId: id, mergeId: (await aStudent(stranger)).id }),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404, 404, 404]);
  });

  it('is changed, found under the new name, and not over a change that was not seen', async () => {
    const { desk } = await aDesk();
    const { id } = await aStudent(desk, { firstName: 'Asha' });
    const changed = await desk
      .patch(`/students/${id}`)
      .set('if-match', '"1"')
      .send({ lastName: 'Verma', school: null });
    const stale = await desk.patch(`/students/${id}`).set('if-match', '"1"').send({ notes: 'Shy' });

    expect(changed.body).toMatchObject({ name: 'Asha Verma', school: null, version: 2 });
    expect((await desk.get('/students?q=verma')).body.items).toHaveLength(1);
    expect([stale.status, stale.body.code]).toEqual([412, 'stale_version']);
  });

  it('answers the paths of the requirements', async () => {
    const { desk } = await aDesk();
    const { id } = await aStudent(desk);
    expect((await desk.get(`/children/${id}`)).body.id).toBe(id);
  });
});

describe('the list', () => {
  it('shows status, batch, validity and warnings from what counts today', async () => {
    const { center, desk } = await aDesk();
    const batchId = await aBatch(center);
    const [active, ended, few, later, none] = await Promise.all(
      ['Asha', 'Ben', 'Chitra', 'Dev', 'Esha'].map((firstName) => aStudent(desk, { firstName })),
    );
    await anEnrollment(center, active!.id, { batchId, owes: 250_000 });
    await anEnrollment(center, ended!.id, { endsIn: -1 });
    await anEnrollment(center, few!.id, { endsIn: null, visits: [2, 10] });
    await anEnrollment(center, later!.id, { startsIn: 3 });
    const { items } = (await desk.get('/students')).body;

    expect(items.map((row: { id: string; status: string }) => [row.id, row.status])).toEqual([
      [active!.id, 'ACTIVE'],
      [ended!.id, 'EXPIRED'],
      [few!.id, 'ACTIVE'],
      [later!.id, 'PENDING'],
      [none!.id, 'PROSPECT'],
    ]);
    expect(items[0]).toMatchObject({
      batchNames: ['Cubs'],
      warnings: [{ code: 'UNPAID', amount: { amountMinor: 250_000, currency: 'INR' } }],
    });
    expect(items[1].warnings).toMatchObject([{ code: 'EXPIRED' }]);
    expect(items[2]).toMatchObject({ visitsLeft: 2, warnings: [{ code: 'EXPIRING', visitsLeft: 2 }] });
  });

  it('is filtered by name, phone, status and batch, in pages', async () => {
    const { center, desk } = await aDesk();
    const batchId = await aBatch(center);
    const phone = aPhone();
    const asha = await aStudent(desk, { firstName: 'Asha', phone });
    const ben = await aStudent(desk, { firstName: 'Ben' });
    await anEnrollment(center, ben.id, { batchId });
    const ids = async (query: string) =>
      (await desk.get(`/students?${query}`)).body.items.map((row: { id: string }) => row.id);

    expect(await ids('q=ASH')).toEqual([asha.id]);
    expect(await ids(`q=${phone.slice(-7)}`)).toEqual([asha.id]);
    expect(await ids('status=ACTIVE')).toEqual([ben.id]);
    expect(await ids(`batchId=${batchId}`)).toEqual([ben.id]);
    const first = await desk.get('/students?limit=1');
    expect(first.body.items).toMatchObject([{ id: asha.id }]);
    expect(await ids(`limit=1&cursor=${first.body.nextCursor}`)).toEqual([ben.id]);
  });
});

describe('the archive', () => {
  it('takes a student out of the lists and gives it back', async () => {
    const { desk, admin } = await aDesk();
    const { id } = await aStudent(desk);
    expect((await desk.post(`/students/${id}/archive`)).status).toBe(403);
    const archived = await admin.post(`/students/${id}/archive`);

    expect(archived.body).toMatchObject({ status: 'ARCHIVED', archivedAt: expect.any(String) });
    expect((await admin.get('/students')).body.items).toEqual([]);
    expect((await admin.get('/students?status=ARCHIVED')).body.items).toHaveLength(1);
    expect((await admin.post(`/students/${id}/restore`)).body).toMatchObject({ status: 'PROSPECT', archivedAt: null });
    expect((await admin.get('/students')).body.items).toHaveLength(1);
  });

  it('refuses a student whose enrollment is not over', async () => {
    const { center, desk, admin } = await aDesk();
    const { id } = await aStudent(desk);
    await anEnrollment(center, id, {});
    const answer = await admin.post(`/students/${id}/archive`);
    expect([answer.status, answer.body.code]).toEqual([409, 'in_use']);
  });

  it('is opened again by a new enquiry of the child', async () => {
    const { desk, admin } = await aDesk();
    const phone = aPhone();
    const { id } = await aStudent(desk, { phone });
    await admin.post(`/students/${id}/archive`);
    expect(await aLead(desk, { phone })).toMatchObject({ studentId: id, matchedExisting: true });
    expect((await desk.get(`/students/${id}`)).body).toMatchObject({ archivedAt: null });
  });
});

describe('the timeline', () => {
  it('tells what happened, newest first, in pages', async () => {
    const { desk } = await aDesk();
    const { id } = await aStudent(desk);
    const note = await desk.post(`/students/${id}/notes`).send({ text: 'Afraid of the beam' });
    expect(note.body).toMatchObject({ kind: 'student.note', text: 'Afraid of the beam', by: { name: 'Tess' } });

    const first = await desk.get(`/students/${id}/timeline?limit=1`);
    expect(first.body.items).toMatchObject([{ kind: 'student.note' }]);
    const second = await desk.get(`/students/${id}/timeline?limit=1&cursor=${first.body.nextCursor}`);
    expect(second.body.items).toMatchObject([{ kind: 'student.created' }]);
  });
});

describe('a trainer', () => {
  async function aTrainer() {
    const { center, desk, admin } = await aDesk();
    const trainer = await center.staff('TRAINER', 'Ravi');
    const phone = aPhone();
    const own = await aStudent(
      desk,
      { firstName: 'Asha', dob: '2020-05-01', phone },
      { medicalNotes: 'Nuts', school: 'Green Hill' },
    );
    const other = await aStudent(desk, { firstName: 'Anaya', phone });
    await anEnrollment(center, own.id, { batchId: await aBatch(center, trainer.id), owes: 250_000 });
    return { center, desk, admin, trainer, own, other, phone };
  }

  it('sees the students of the own classes, and no others', async () => {
    const { trainer, own, other } = await aTrainer();
    expect((await trainer.get('/students')).body.items).toMatchObject([{ id: own.id }]);
    expect((await trainer.get(`/students/${other.id}`)).status).toBe(404);
    expect((await trainer.get(`/students/${other.id}/timeline`)).status).toBe(404);
    expect((await trainer.get(`/students/${own.id}`)).body).toMatchObject({ name: 'Asha Sharma', siblings: [] });
  });

  it('sees the age and the medical flag, but no birthday, phone, money, or what is unpaid', async () => {
    const { trainer, own, phone } = await aTrainer();
    const { body } = await trainer.get(`/students/${own.id}`);

    expect(body).toMatchObject({ ageYears: 6, medicalNotes: 'Nuts', warnings: [{ code: 'MEDICAL' }] });
    for (const key of ['dob', 'school', 'interests', 'balance']) expect(body).not.toHaveProperty(key);
    expect(body.guardians[0]).toMatchObject({ name: 'Priya Sharma', hasContact: true });
    expect(JSON.stringify(body)).not.toContain(phone);
    expect(JSON.stringify((await trainer.get('/students')).body)).not.toContain(phone);
  });

  it('finds nobody by a phone', async () => {
    const { trainer, phone } = await aTrainer();
    expect((await trainer.get(`/students?q=${phone.slice(-8)}`)).body.items).toEqual([]);
    expect((await trainer.get('/students/duplicates?phone=98765')).status).toBe(403);
  });

  it('learns that something is unpaid, without the amount, where the center wants it', async () => {
    const { admin, center, trainer, own } = await aTrainer();
    await admin.patch(`/centers/${center.id}/settings`).send({ privacy: { trainersSeePaidFlag: true } });
    const warnings = (await trainer.get(`/students/${own.id}`)).body.warnings;
    expect(warnings).toContainEqual({ code: 'UNPAID' });
  });

  it('reads no enquiries in the timeline', async () => {
    const { desk, trainer, own, phone } = await aTrainer();
    const lead = await aLead(desk, { firstName: 'Asha', phone, dob: '2020-05-01' });
    expect(lead.studentId).toBe(own.id);
    await desk.post(`/leads/${lead.id}/notes`).send({ text: 'Haggles' });
    const { items } = (await trainer.get(`/students/${own.id}/timeline`)).body;
    expect(items.map((entry: { kind: string }) => entry.kind)).toEqual(['student.created']);
    expect((await trainer.get(`/students/${own.id}`)).body.openLeadId).toBeNull();
  });

  it('writes nothing', async () => {
    const { trainer, own } = await aTrainer();
    const answers = [
      await trainer.post('/students').send({ firstName: 'X' }),
      await trainer.patch(`/students/${own.id}`).send({ notes: 'x' }),
      await trainer.post(`/students/${own.id}/guardians`).send({ name: 'X' }),
      await trainer.post(`/students/${own.id}/notes`).send({ text: 'X' }),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([403, 403, 403, 403]);
  });
});
