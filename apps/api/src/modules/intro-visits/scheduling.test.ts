import { introDesk, kindsOf, leadOf, seatsTaken } from '../../../test/cast-intros.ts';
import { aBatch, aLead, anIntro, aSession } from '../../../test/cast-leads.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();

const aDesk = (session: object = {}) => introDesk(api, session);

describe('booking a trial', () => {
  it('takes a seat, moves the lead, and plans a call for the day after', async () => {
    const here = await aDesk();
    const { center, desk, lead, session } = here;
    const visit = await anIntro(desk, lead.id, session.id);

    expect(visit).toMatchObject({
      leadId: lead.id,
      studentName: 'Aarav Sharma',
      status: 'SCHEDULED',
      classSessionId: session.id,
      sessionName: 'Saturday Cubs',
      date: '2026-12-05',
      startTime: '16:00',
    });
    const bookings = await center.rows('select kind, lead_id, status from bookings where center_id = $1', [center.id]);
    expect(bookings).toEqual([{ kind: 'TRIAL', lead_id: lead.id, status: 'CONFIRMED' }]);
    const read = await leadOf(here, lead.id);
    expect(read).toMatchObject({
      status: 'INTRO_SCHEDULED',
      introVisits: [{ id: visit.id }],
      nextIntro: { id: visit.id, name: 'Saturday Cubs' },
      followUps: [{ dueAt: '2026-12-06T04:30:00.000Z', completedAt: null }],
    });
    expect(kindsOf(read)).toEqual(expect.arrayContaining(['intro.scheduled', 'lead.moved']));
  });

  it('finds the session of a batch by its day', async () => {
    const { center, admin, desk, lead } = await aDesk();
    const batchId = await aBatch(center);
    const session = await aSession(admin, { batchId, date: '2026-12-12' });
    const answer = await desk.post('/intro-visits').send({ leadId: lead.id, batchId, date: '2026-12-12' });
    expect(answer.body).toMatchObject({ classSessionId: session.id });
    const none = await desk.post('/intro-visits').send({ leadId: lead.id, batchId, date: '2026-12-13' });
    expect([none.status, none.body.code]).toEqual([422, 'reference_not_found']);
  });

  it('at a free time takes no seat, and is on the day of the center', async () => {
    const { center, desk, lead } = await aDesk();
    const answer = await desk.post('/intro-visits').send({ leadId: lead.id, scheduledAt: '2026-12-04T19:30:00Z' });
    expect(answer.body).toMatchObject({ classSessionId: null, date: '2026-12-05', startTime: '01:00' });
    expect(await center.rows('select from bookings where center_id = $1', [center.id])).toEqual([]);
  });

  it('names what is invalid, and refers only to what is here', async () => {
    const { center, desk, lead, session } = await aDesk();
    const sister = await center.sister();
    const elsewhere = await aSession(await sister.staff('CENTER_ADMIN'));
    const theirs = await aLead(await sister.staff('COUNSELOR'));
    const book = async (body: object) => (await desk.post('/intro-visits').send(body)).body.code;

    expect(await book({ leadId: lead.id })).toBe('validation_failed');
    expect(await book({ leadId: lead.id, classSessionId: session.id, scheduledAt: '2026-12-05T10:00:00Z' })).toBe(
      'validation_failed',
    );
    expect(await book({ leadId: lead.id, classSessionId: elsewhere.id })).toBe('reference_not_found');
    expect(await book({ leadId: theirs.id, classSessionId: session.id })).toBe('reference_not_found');
    const stranger = await sister.staff('TRAINER');
    expect(await book({ leadId: lead.id, classSessionId: session.id, trainerUserId: stranger.id })).toBe(
      'reference_not_found',
    );
  });

  it('is refused for a lead that is closed, naming what is possible', async () => {
    const { desk, lead, session } = await aDesk();
    await desk.post(`/leads/${lead.id}/mark-dead`).send({ reason: 'COST' });
    const answer = await desk.post('/intro-visits').send({ leadId: lead.id, classSessionId: session.id });
    expect([answer.status, answer.body.code, answer.body.allowed]).toEqual([409, 'invalid_transition', ['FOLLOW_UP']]);
  });

  it('is refused in a session that is over or not published', async () => {
    const { center, admin, desk, lead, session } = await aDesk();
    const draft = await aSession(admin, { status: 'DRAFT', date: '2026-12-06' });
    const book = async (classSessionId: string, who = desk) =>
      (await who.post('/intro-visits').send({ leadId: lead.id, classSessionId })).body.code;
    expect(await book(draft.id)).toBe('session_closed');
    api.setNow(new Date('2026-12-06T00:00:00Z'));
    expect(await book(session.id, await center.staff('COUNSELOR'))).toBe('session_closed');
  });

  it('never goes over the capacity, however many ask at once', async () => {
    const here = await aDesk({ capacity: 2 });
    const leads = await Promise.all([1, 2, 3, 4, 5].map((n) => aLead(here.desk, { firstName: `Child ${n}` })));
    const answers = await Promise.all(
      leads.map(({ id }) => here.desk.post('/intro-visits').send({ leadId: id, classSessionId: here.session.id })),
    );

    expect(answers.map((answer) => answer.status).toSorted((one, other) => one - other)).toEqual([
      201, 201, 409, 409, 409,
    ]);
    for (const lost of answers.filter((answer) => answer.status === 409)) expect(lost.body.code).toBe('capacity_full');
    expect(await seatsTaken(here, here.session.id)).toBe(2);
    const refused = leads.filter((_, index) => answers[index]!.status === 409);
    for (const { id } of refused) expect(await leadOf(here, id)).toMatchObject({ status: 'DISCOVERY', followUps: [] });
  });

  it('is booked once for a child in a session, also at the same moment', async () => {
    const { desk, lead, session } = await aDesk();
    const book = () => desk.post('/intro-visits').send({ leadId: lead.id, classSessionId: session.id });
    const answers = await Promise.all([book(), book()]);
    expect(answers.map((answer) => answer.status).toSorted((one, other) => one - other)).toEqual([201, 409]);
    expect((await book()).body.code).toBe('already_booked');
  });

  it('can be done several times, with one call for each day', async () => {
    const here = await aDesk();
    const second = await aSession(here.admin, { date: '2026-12-12' });
    await anIntro(here.desk, here.lead.id, here.session.id);
    await anIntro(here.desk, here.lead.id, second.id);
    await here.desk.post('/intro-visits').send({ leadId: here.lead.id, scheduledAt: '2026-12-12T13:00:00Z' });
    const { introVisits, followUps } = await leadOf(here, here.lead.id);
    expect([introVisits.length, followUps.length]).toEqual([3, 2]);
  });

  it('is not for trainers', async () => {
    const { center, lead, session } = await aDesk();
    const trainer = await center.staff('TRAINER');
    expect((await trainer.post('/intro-visits').send({ leadId: lead.id, classSessionId: session.id })).status).toBe(
      403,
    );
  });
});

describe('moving a trial', () => {
  it('gives the old seat back, takes a new one, and moves the call', async () => {
    const here = await aDesk();
    const next = await aSession(here.admin, { date: '2026-12-12', name: 'Next week' });
    const { id } = await anIntro(here.desk, here.lead.id, here.session.id);
    const answer = await here.desk.patch(`/intro-visits/${id}`).send({ classSessionId: next.id });

    expect(answer.body).toMatchObject({ id, classSessionId: next.id, date: '2026-12-12', sessionName: 'Next week' });
    expect([await seatsTaken(here, here.session.id), await seatsTaken(here, next.id)]).toEqual([0, 1]);
    expect((await leadOf(here, here.lead.id)).followUps).toMatchObject([{ dueAt: '2026-12-13T04:30:00.000Z' }]);
    expect((await leadOf(here, here.lead.id)).followUps).toHaveLength(1);
  });

  it('leaves everything as it was when the other session is full', async () => {
    const here = await aDesk();
    const full = await aSession(here.admin, { date: '2026-12-12', capacity: 1 });
    await anIntro(here.desk, (await aLead(here.desk, { firstName: 'Ben' })).id, full.id);
    const { id } = await anIntro(here.desk, here.lead.id, here.session.id);
    const answer = await here.desk.patch(`/intro-visits/${id}`).send({ classSessionId: full.id });

    expect([answer.status, answer.body.code]).toEqual([409, 'capacity_full']);
    expect([await seatsTaken(here, here.session.id), await seatsTaken(here, full.id)]).toEqual([1, 1]);
    expect((await leadOf(here, here.lead.id)).introVisits).toMatchObject([{ classSessionId: here.session.id }]);
  });

  it('is safe when two families swap full sessions at the same moment', async () => {
    const here = await aDesk({ capacity: 1 });
    const other = await aSession(here.admin, { date: '2026-12-12', capacity: 1 });
    const first = await anIntro(here.desk, here.lead.id, here.session.id);
    const second = await anIntro(here.desk, (await aLead(here.desk, { firstName: 'Ben' })).id, other.id);
    const answers = await Promise.all([
      here.desk.patch(`/intro-visits/${first.id}`).send({ classSessionId: other.id }),
      here.desk.patch(`/intro-visits/${second.id}`).send({ classSessionId: here.session.id }),
    ]);

    for (const answer of answers) expect([200, 409]).toContain(answer.status);
    expect(
      [await seatsTaken(here, here.session.id), await seatsTaken(here, other.id)].toSorted((one, other) => one - other),
    ).toEqual([1, 1]);
  });

  it('to a free time gives the seat back', async () => {
    const here = await aDesk();
    const { id } = await anIntro(here.desk, here.lead.id, here.session.id);
    await here.desk.patch(`/intro-visits/${id}`).send({ scheduledAt: '2026-12-08T10:00:00Z' });
    expect(await seatsTaken(here, here.session.id)).toBe(0);
  });

  it('is not done over a change that was not seen', async () => {
    const { center, desk, lead, session } = await aDesk();
    const trainer = await center.staff('TRAINER', 'Ravi');
    const { id } = await anIntro(desk, lead.id, session.id);
    const changed = await desk.patch(`/intro-visits/${id}`).set('if-match', '"1"').send({ trainerUserId: trainer.id });
    const stale = await desk.patch(`/intro-visits/${id}`).set('if-match', '"1"').send({ trainerUserId: null });
    expect(changed.body).toMatchObject({ trainer: { name: 'Ravi' }, version: 2 });
    expect([stale.status, stale.body.code]).toEqual([412, 'stale_version']);
  });

  it('is possible after a no-show, and keeps what happened in the old session', async () => {
    const here = await aDesk();
    const next = await aSession(here.admin, { date: '2026-12-12' });
    const { id, studentId } = await anIntro(here.desk, here.lead.id, here.session.id);
    await here.inCenter((visits) => visits.recordOutcomes(here.session.id, [{ studentId, outcome: 'NO_SHOW' }]));
    const answer = await here.desk.patch(`/intro-visits/${id}`).send({ classSessionId: next.id });

    expect(answer.body).toMatchObject({ status: 'SCHEDULED', classSessionId: next.id });
    expect(await leadOf(here, here.lead.id)).toMatchObject({ status: 'INTRO_SCHEDULED' });
    expect([await seatsTaken(here, here.session.id), await seatsTaken(here, next.id)]).toEqual([1, 1]);
  });

  it('is not possible once the child came, and not there for another center', async () => {
    const { center, desk, lead, session, inCenter } = await aDesk();
    const { id } = await anIntro(desk, lead.id, session.id);
    const stranger = await (await center.sister()).staff('CENTER_ADMIN');
    expect((await stranger.patch(`/intro-visits/${id}`).send({ scheduledAt: '2026-12-08T10:00:00Z' })).status).toBe(
      404,
    );
    await inCenter((visits) => visits.setOutcome(id, 'ATTENDED'));
    const answer = await desk.patch(`/intro-visits/${id}`).send({ scheduledAt: '2026-12-08T10:00:00Z' });
    expect([answer.status, answer.body.code]).toEqual([409, 'invalid_transition']);
  });
});
