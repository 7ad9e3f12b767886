import { aLead, anEnrollment, aPhone, ask } from '../../../test/cast-leads.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();

async function aDesk() {
  const center = await api.newCenter();
  return { center, desk: await center.staff('COUNSELOR', 'Tess') };
}

describe('an enquiry', () => {
  it('is written down with its family, its source and its first entry', async () => {
    const { desk } = await aDesk();
    const lead = await aLead(
      desk,
      { firstName: 'Aarav', dob: '2020-05-01', phone: '98765 43210' },
      {
        preferredDays: ['SAT'],
        preferredTimes: ['MORNING'],
        discoveryNotes: 'Loves climbing',
        nextFollowUpAt: '2026-12-01T05:00:00Z',
      },
    );

    expect(lead).toMatchObject({
      status: 'DISCOVERY',
      studentName: 'Aarav Sharma',
      guardianName: 'Priya Sharma',
      phone: '98765 43210',
      preferredDays: ['SAT'],
      nextFollowUpAt: '2026-12-01T05:00:00.000Z',
      allowed: ['INTRO_SCHEDULED', 'FOLLOW_UP', 'ENROLLED', 'DEAD_LEAD'],
      matchedExisting: false,
      version: 1,
    });
    expect(lead.guardians).toMatchObject([{ name: 'Priya Sharma', relationship: 'MOTHER', isPrimary: true }]);
    expect(lead.timeline.map((entry) => entry.kind)).toContain('lead.created');
    expect((await desk.get(`/leads/${lead.id}`)).body).toMatchObject({ id: lead.id, student: { dob: '2020-05-01' } });
  });

  it('keeps the phone as typed, as what identifies it, and as what is searched', async () => {
    const { center, desk } = await aDesk();
    await aLead(desk, { phone: '098765-43210' });

    const rows = await center.rows('select phone, phone_e164, phone_digits from guardians where center_id = $1', [
      center.id,
    ]);
    expect(rows).toEqual([
      { phone: '098765-43210', phone_e164: '+919876543210', phone_digits: '919876543210 09876543210' },
    ]);
  });

  it('names what is invalid', async () => {
    const { desk } = await aDesk();
    const answers = await Promise.all([
      desk.post('/leads').send({ child: { firstName: '' }, guardians: [] }),
      ask(desk, { phone: 'call me maybe' }),
      ask(desk, { dob: '2031-01-01' }),
    ]);

    expect(answers.map((answer) => answer.status)).toEqual([400, 400, 400]);
    const paths = answers.map((answer) => answer.body.errors.map((error: { path: string }) => error.path));
    expect(paths[0]).toEqual(expect.arrayContaining(['child.firstName', 'guardians', 'source']));
    expect(paths.slice(1)).toEqual([['guardians.0.phone'], ['child.dob']]);
  });

  it('is not for trainers', async () => {
    const center = await api.newCenter();
    const trainer = await center.staff('TRAINER');
    expect((await ask(trainer)).status).toBe(403);
    expect((await trainer.get('/leads')).status).toBe(403);
  });

  it('does not exist for another center', async () => {
    const { center, desk } = await aDesk();
    const lead = await aLead(desk);
    const stranger = await (await center.sister()).staff('CENTER_ADMIN');

    expect((await stranger.get(`/leads/${lead.id}`)).status).toBe(404);
    expect((await stranger.patch(`/leads/${lead.id}`).send({ status: 'FOLLOW_UP' })).status).toBe(404);
    expect((await stranger.get('/leads')).body.items).toEqual([]);
  });

  it('is given only to somebody who works here', async () => {
    const { center, desk } = await aDesk();
    const colleague = await center.staff('COUNSELOR');
    const elsewhere = await (await center.sister()).staff('COUNSELOR');
    const stranger = await (await api.newCenter()).staff('COUNSELOR');

    expect((await aLead(desk, {}, { assignedToUserId: colleague.id })).assignedTo?.id).toBe(colleague.id);
    for (const { id } of [elsewhere, stranger]) {
      const answer = await ask(desk, {}, { assignedToUserId: id });
      expect([answer.status, answer.body.code]).toEqual([422, 'reference_not_found']);
    }
  });
});

describe('a child that is known', () => {
  it('is linked, however the name and the phone are written', async () => {
    const { center, desk } = await aDesk();
    const phone = aPhone();
    const first = await aLead(desk, { firstName: 'Zoë', phone, dob: '2020-05-01' });
    await desk.post(`/leads/${first.id}/mark-dead`).send({ reason: 'TIMING' });

    const again = await aLead(desk, { firstName: 'ZOE', phone: phone.replace('+91', '0'), dob: '2020-05-01' });

    expect(again).toMatchObject({ matchedExisting: true, studentId: first.studentId });
    const [{ students, guardians }] = (await center.rows<{ students: string; guardians: string }>(
      `select (select count(*) from students where center_id = $1) as students, (select count(*) from guardians where center_id = $1) as guardians`,
      [center.id],
    )) as [{ students: string; guardians: string }];
    expect([students, guardians]).toEqual(['1', '1']);
  });

  it('is another child when the birthday or the name differs; the parent is the same', async () => {
    const { desk } = await aDesk();
    const phone = aPhone();
    const first = await aLead(desk, { firstName: 'Aarav', phone, dob: '2020-05-01' });
    const sister = await aLead(desk, { firstName: 'Anaya', phone, dob: '2020-05-01' });
    const namesake = await aLead(desk, { firstName: 'Aarav', phone, dob: '2014-01-01' });

    expect(new Set([first.studentId, sister.studentId, namesake.studentId]).size).toBe(3);
    expect(sister).toMatchObject({ matchedExisting: true });
    expect(sister.guardians[0]!.id).toBe(first.guardians[0]!.id);
  });

  it('with an open enquiry is answered with that enquiry', async () => {
    const { desk } = await aDesk();
    const phone = aPhone();
    const first = await aLead(desk, { phone });
    const again = await ask(desk, { phone });

    expect([again.status, again.body.code, again.body.existingId]).toEqual([409, 'duplicate', first.id]);
  });

  it('is written once when two people write it down at the same moment', async () => {
    const { center, desk } = await aDesk();
    const phone = aPhone();
    const answers = await Promise.all([1, 2, 3, 4].map(() => ask(desk, { phone })));

    expect(answers.map((answer) => answer.status).toSorted((one, other) => one - other)).toEqual([201, 409, 409, 409]);
    const won = answers.find((answer) => answer.status === 201);
    for (const lost of answers.filter((answer) => answer.status === 409))
      expect(lost.body).toMatchObject({ code: 'duplicate', existingId: won?.body.id });
    expect(await center.rows('select id from students where center_id = $1', [center.id])).toHaveLength(1);
  });
});

describe('moving along', () => {
  it('goes the allowed ways and is told in the timeline', async () => {
    const { desk } = await aDesk();
    const { id } = await aLead(desk);
    const moved = await desk.patch(`/leads/${id}`).send({ status: 'FOLLOW_UP' });

    expect(moved.body).toMatchObject({ status: 'FOLLOW_UP', daysInStage: 0, version: 2 });
    expect(moved.body.timeline[0]).toMatchObject({
      kind: 'lead.moved',
      details: { from: 'DISCOVERY', to: 'FOLLOW_UP' },
      by: { name: 'Tess' },
    });
  });

  it('refuses other ways and names the allowed ones', async () => {
    const { desk } = await aDesk();
    const { id } = await aLead(desk);
    const answer = await desk.patch(`/leads/${id}`).send({ status: 'NO_SHOW' });

    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({
      code: 'invalid_transition',
      allowed: ['INTRO_SCHEDULED', 'FOLLOW_UP', 'ENROLLED', 'DEAD_LEAD'],
    });
  });

  it('is won only with an enrollment', async () => {
    const { center, desk } = await aDesk();
    const { id, studentId } = await aLead(desk);
    const early = await desk.patch(`/leads/${id}`).send({ status: 'ENROLLED' });
    await anEnrollment(center, studentId, {});
    const won = await desk.patch(`/leads/${id}`).send({ status: 'ENROLLED' });

    expect([early.status, early.body.code, early.body.allowed]).toEqual([
      409,
      'invalid_transition',
      ['INTRO_SCHEDULED', 'FOLLOW_UP', 'DEAD_LEAD'],
    ]);
    expect(won.body).toMatchObject({ status: 'ENROLLED', allowed: [], nextFollowUpAt: null });
  });

  it('is lost only with a reason, and in words when it is another one', async () => {
    const { desk } = await aDesk();
    const { id } = await aLead(desk, {}, { nextFollowUpAt: '2026-12-01T05:00:00Z' });

    expect((await desk.post(`/leads/${id}/mark-dead`).send({})).status).toBe(400);
    expect((await desk.post(`/leads/${id}/mark-dead`).send({ reason: 'OTHER' })).status).toBe(400);
    expect((await desk.patch(`/leads/${id}`).send({ status: 'DEAD_LEAD' })).status).toBe(400);
    const lost = await desk.post(`/leads/${id}/mark-dead`).send({ reason: 'COST', note: 'Too far as well' });
    expect(lost.body).toMatchObject({
      status: 'DEAD_LEAD',
      deadReason: 'COST',
      deadNote: 'Too far as well',
      nextFollowUpAt: null,
    });
    const twice = await desk.post(`/leads/${id}/mark-dead`).send({ reason: 'COST' });
    expect([twice.status, twice.body.allowed]).toEqual([409, ['FOLLOW_UP']]);
  });

  it('comes back from the lost ones, with a call to make today', async () => {
    const { desk } = await aDesk();
    const { id } = await aLead(desk);
    await desk.post(`/leads/${id}/mark-dead`).send({ reason: 'TIMING' });
    const back = await desk.post(`/leads/${id}/reopen`);

    expect(back.body).toMatchObject({ status: 'FOLLOW_UP', deadReason: null, deadNote: null });
    expect((await desk.get('/follow-ups?due=today')).body.items).toMatchObject([{ leadId: id }]);
    expect((await desk.post(`/leads/${id}/reopen`)).status).toBe(409);
  });

  it('does not come back beside another open enquiry of the child', async () => {
    const { desk } = await aDesk();
    const phone = aPhone();
    const lost = await aLead(desk, { phone });
    await desk.post(`/leads/${lost.id}/mark-dead`).send({ reason: 'TIMING' });
    const open = await aLead(desk, { phone });
    const answer = await desk.post(`/leads/${lost.id}/reopen`);

    expect([answer.status, answer.body.code, answer.body.existingId]).toEqual([409, 'duplicate', open.id]);
  });

  it('is not done over what somebody else has changed', async () => {
    const { desk } = await aDesk();
    const { id } = await aLead(desk);
    await desk.patch(`/leads/${id}`).set('if-match', '"1"').send({ discoveryNotes: 'Shy' });
    const stale = await desk.patch(`/leads/${id}`).set('if-match', '"1"').send({ status: 'FOLLOW_UP' });

    expect([stale.status, stale.body.code]).toEqual([412, 'stale_version']);
  });

  it('has one winner when two people close it at once', async () => {
    const { desk } = await aDesk();
    const { id } = await aLead(desk);
    const answers = await Promise.all(
      ['COST', 'TIMING'].map((reason) => desk.post(`/leads/${id}/mark-dead`).send({ reason })),
    );

    expect(answers.map((answer) => answer.status).toSorted((one, other) => one - other)).toEqual([200, 409]);
  });
});

describe('reading', () => {
  it('lists the newest first, by stage, source, name, phone and next step, in pages', async () => {
    const { desk } = await aDesk();
    const phone = aPhone();
    const asha = await aLead(desk, { firstName: 'Asha', phone });
    const ben = await aLead(desk, { firstName: 'Ben' }, { source: 'Referral', nextFollowUpAt: '2026-01-01T05:00:00Z' });
    const ids = async (query: string) =>
      (await desk.get(`/leads?${query}`)).body.items.map((card: { id: string }) => card.id);

    expect(await ids('')).toEqual([ben.id, asha.id]);
    expect(await ids('source=Referral')).toEqual([ben.id]);
    expect(await ids('q=ash')).toEqual([asha.id]);
    expect(await ids(`q=${phone.slice(-6)}`)).toEqual([asha.id]);
    expect(await ids('nextStep=OVERDUE')).toEqual([ben.id]);
    expect(await ids('nextStep=NONE')).toEqual([asha.id]);
    expect(await ids('status=FOLLOW_UP')).toEqual([]);
    const first = await desk.get('/leads?limit=1');
    expect(await ids(`limit=1&cursor=${first.body.nextCursor}`)).toEqual([asha.id]);
  });

  it('shows the pipeline with every stage, counts and the days spent there', async () => {
    const { center, desk } = await aDesk();
    const [first, second, lost, old] = [await aLead(desk), await aLead(desk), await aLead(desk), await aLead(desk)];
    await center.rows(`update leads set status_since = now() - interval '4 days' where id = $1`, [first.id]);
    for (const { id } of [lost, old]) await desk.post(`/leads/${id}/mark-dead`).send({ reason: 'COST' });
    await center.rows(`update leads set status_since = now() - interval '40 days' where id = $1`, [old.id]);

    const { columns } = (await desk.get('/leads/board?perColumn=1')).body;
    expect(columns.map((column: { status: string; count: number }) => [column.status, column.count])).toEqual([
      ['DISCOVERY', 2],
      ['INTRO_SCHEDULED', 0],
      ['INTRO_ATTENDED', 0],
      ['NO_SHOW', 0],
      ['FOLLOW_UP', 0],
      ['ENROLLED', 0],
      ['DEAD_LEAD', 1],
    ]);
    expect(columns[0]).toMatchObject({ medianDays: 2, cards: [{ id: second.id, daysInStage: 0 }] });
  });

  it('has the last note on the card', async () => {
    const { desk } = await aDesk();
    const { id } = await aLead(desk);
    await desk.post(`/leads/${id}/notes`).send({ text: 'Grandmother decides' });

    expect((await desk.get('/leads')).body.items).toMatchObject([{ id, lastNote: 'Grandmother decides' }]);
  });
});
