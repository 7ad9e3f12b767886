import { introDesk, kindsOf, leadOf, seatsTaken } from '../../../test/cast-intros.ts';
import { aBatch, aLead, anIntro, aSession } from '../../../test/cast-leads.ts';
import { startApi } from '../../../test/harness.ts';
import type { IntroResult } from './index.ts';

const api = startApi();

const aDesk = (session: object = {}) => introDesk(api, session);
type Desk = Awaited<ReturnType<typeof aDesk>>;

describe('what became of a trial', () => {
  it.each<[IntroResult, string, string]>([
    ['ATTENDED', 'INTRO_ATTENDED', 'intro.attended'],
    ['NO_SHOW', 'NO_SHOW', 'intro.no-show'],
  ])('%s moves the lead, keeps the call, and is taken back', async (outcome, status, kind) => {
    const here = await aDesk();
    const { id, studentId } = await anIntro(here.desk, here.lead.id, here.session.id);
    const record = (outcome: IntroResult) =>
      here.inCenter((visits) => visits.recordOutcomes(here.session.id, [{ studentId, outcome }]));
    await record(outcome);
    await record(outcome);

    const lead = await leadOf(here, here.lead.id);
    expect(lead).toMatchObject({ status, introVisits: [{ id, status: outcome }], followUps: [{ completedAt: null }] });
    expect(kindsOf(lead).filter((one) => one === kind)).toHaveLength(1);
    await record('SCHEDULED');
    expect(await leadOf(here, here.lead.id)).toMatchObject({
      status: 'INTRO_SCHEDULED',
      introVisits: [{ status: 'SCHEDULED', attendedAt: null }],
    });
  });

  it('concerns only those of the session who came for a trial', async () => {
    const here = await aDesk();
    await anIntro(here.desk, here.lead.id, here.session.id);
    const other = await aLead(here.desk, { firstName: 'Ben' });
    await here.inCenter((visits) =>
      visits.recordOutcomes(here.session.id, [{ studentId: other.studentId, outcome: 'ATTENDED' }]),
    );
    expect(await leadOf(here, here.lead.id)).toMatchObject({ status: 'INTRO_SCHEDULED' });
    expect(await leadOf(here, other.id)).toMatchObject({ status: 'DISCOVERY' });
  });

  it('is kept with notes, also without a session', async () => {
    const here = await aDesk();
    const { body } = await here.desk
      .post('/intro-visits')
      .send({ leadId: here.lead.id, scheduledAt: '2026-11-20T10:00:00Z' });
    const visit = await here.inCenter((visits) => visits.setOutcome(body.id, 'ATTENDED', 'Loved the beam'));
    expect(visit).toMatchObject({ status: 'ATTENDED', outcomeNotes: 'Loved the beam', attendedAt: expect.any(String) });
    expect(await leadOf(here, here.lead.id)).toMatchObject({ status: 'INTRO_ATTENDED' });
  });

  it('does not move a lead that was closed meanwhile', async () => {
    const here = await aDesk();
    const { id } = await anIntro(here.desk, here.lead.id, here.session.id);
    await here.desk.post(`/leads/${here.lead.id}/mark-dead`).send({ reason: 'COST' });
    await here.inCenter((visits) => visits.setOutcome(id, 'ATTENDED'));
    expect(await leadOf(here, here.lead.id)).toMatchObject({ status: 'DEAD_LEAD' });
  });
});

describe('a trial whose class is moved', () => {
  const moved = { date: '2026-12-07', startTime: '12:00', endTime: '13:00' };
  const stored = async ({ center }: Pick<Desk, 'center'>, id: string) =>
    (await center.rows('select date::text, start_time, scheduled_at, status from intro_visits where id = $1', [id]))[0];

  it('goes along, with the call that was planned for the day after', async () => {
    const here = await aDesk();
    const { id } = await anIntro(here.desk, here.lead.id, here.session.id);
    const before = (await leadOf(here, here.lead.id)).followUps[0];
    await here.admin.patch(`/class-sessions/${here.session.id}`).send(moved).expect(200);
    await api.settle();
    await api.settle();

    const lead = await leadOf(here, here.lead.id);
    expect(await stored(here, id)).toEqual({
      date: '2026-12-07',
      start_time: '12:00',
      scheduled_at: new Date('2026-12-07T06:30:00Z'),
      status: 'SCHEDULED',
    });
    expect(lead.introVisits).toMatchObject([{ id, date: '2026-12-07', startTime: '12:00' }]);
    expect([before.dueAt, lead.followUps.map(({ dueAt }: { dueAt: string }) => dueAt)]).toEqual([
      '2026-12-06T04:30:00.000Z',
      ['2026-12-08T04:30:00.000Z'],
    ]);
    expect(kindsOf(lead).filter((kind) => kind === 'intro.rescheduled')).toHaveLength(1);
  });

  it('leaves a call alone that somebody planned otherwise, and a trial that is over', async () => {
    const here = await aDesk();
    const { id, studentId } = await anIntro(here.desk, here.lead.id, here.session.id);
    const dueAt = '2026-12-06T09:00:00.000Z';
    await here.desk.patch(`/leads/${here.lead.id}`).send({ nextFollowUpAt: dueAt }).expect(200);
    await here.inCenter((visits) => visits.recordOutcomes(here.session.id, [{ studentId, outcome: 'NO_SHOW' }]));
    const before = await stored(here, id);
    await here.admin.patch(`/class-sessions/${here.session.id}`).send(moved).expect(200);
    await api.settle();

    expect((await leadOf(here, here.lead.id)).followUps).toMatchObject([{ dueAt }]);
    expect(await stored(here, id)).toEqual(before);
  });
});

describe('a trial that will not take place', () => {
  it('because its class is cancelled brings the lead back to follow-up, to be called today', async () => {
    const here = await aDesk();
    await anIntro(here.desk, here.lead.id, here.session.id);
    await here.admin.post(`/class-sessions/${here.session.id}/cancel`).send({ reason: 'Trainer is ill' });
    await api.settle();
    await api.settle();

    const lead = await leadOf(here, here.lead.id);
    expect(lead).toMatchObject({ status: 'FOLLOW_UP', introVisits: [{ status: 'CANCELLED' }] });
    expect(lead.timeline).toContainEqual(expect.objectContaining({ kind: 'intro.cancelled', text: 'Trainer is ill' }));
    expect((await here.desk.get('/follow-ups?due=today')).body.items).toMatchObject([{ leadId: here.lead.id }]);
  });

  it('leaves a lead alone that has another one', async () => {
    const here = await aDesk();
    await anIntro(here.desk, here.lead.id, here.session.id);
    await anIntro(here.desk, here.lead.id, (await aSession(here.admin, { date: '2026-12-12' })).id);
    await here.admin.post(`/class-sessions/${here.session.id}/cancel`).send({ reason: 'Trainer is ill' });
    await api.settle();
    expect(await leadOf(here, here.lead.id)).toMatchObject({ status: 'INTRO_SCHEDULED' });
  });

  it('is what the lead that came back at once still has', async () => {
    const here = await aDesk();
    await anIntro(here.desk, here.lead.id, here.session.id);
    await here.desk.post(`/leads/${here.lead.id}/mark-dead`).send({ reason: 'COST' });
    await here.desk.post(`/leads/${here.lead.id}/reopen`);
    await api.settle();
    expect(await seatsTaken(here, here.session.id)).toBe(1);
  });

  it('leaves what has begun to the roster', async () => {
    const here = await aDesk();
    await anIntro(here.desk, here.lead.id, here.session.id);
    api.setNow(new Date('2026-12-05T10:45:00Z'));
    const desk = await here.center.staff('COUNSELOR');
    await desk.post(`/leads/${here.lead.id}/mark-dead`).send({ reason: 'COST' });
    await api.settle();
    expect(await leadOf({ desk }, here.lead.id)).toMatchObject({ introVisits: [{ status: 'SCHEDULED' }] });
  });

  it('because the lead is lost gives its seat back', async () => {
    const here = await aDesk();
    await anIntro(here.desk, here.lead.id, here.session.id);
    await here.desk.post(`/leads/${here.lead.id}/mark-dead`).send({ reason: 'COST' });
    await api.settle();
    expect(await seatsTaken(here, here.session.id)).toBe(0);
    expect(await leadOf(here, here.lead.id)).toMatchObject({
      status: 'DEAD_LEAD',
      introVisits: [{ status: 'CANCELLED' }],
    });
  });
});

describe('the list of trials', () => {
  it('is by day and status, in order of time, in pages', async () => {
    const here = await aDesk();
    const early = await here.desk
      .post('/intro-visits')
      .send({ leadId: here.lead.id, scheduledAt: '2026-12-05T04:00:00Z' });
    const late = await anIntro(here.desk, here.lead.id, here.session.id);
    await here.desk.post('/intro-visits').send({ leadId: here.lead.id, scheduledAt: '2026-12-07T04:00:00Z' });
    const list = async (query: string) => (await here.desk.get(`/intro-visits?${query}`)).body;

    expect((await list('date=2026-12-05')).items).toMatchObject([
      { id: early.body.id },
      { id: late.id, phone: here.lead.phone },
    ]);
    expect((await list('from=2026-12-06&to=2026-12-31')).items).toHaveLength(1);
    expect((await list('status=ATTENDED')).items).toEqual([]);
    const first = await list('limit=1');
    expect((await list(`limit=1&cursor=${first.nextCursor}`)).items).toMatchObject([{ id: late.id }]);
  });

  it('shows trainers those they take, as trainer of the session, of its batch or of the visit, without phones', async () => {
    const here = await aDesk();
    const { center, admin, desk, lead } = here;
    const trainer = await center.staff('TRAINER', 'Ravi');
    const batchId = await aBatch(center, trainer.id);
    const asTrainer = await aSession(admin, { date: '2026-12-06', trainerUserId: trainer.id });
    const ofBatch = await aSession(admin, { batchId, date: '2026-12-12' });
    await anIntro(desk, lead.id, here.session.id);
    const own = [await anIntro(desk, lead.id, asTrainer.id), await anIntro(desk, lead.id, ofBatch.id)];
    const free = await desk
      .post('/intro-visits')
      .send({ leadId: lead.id, scheduledAt: '2026-12-20T10:00:00Z', trainerUserId: trainer.id });
    const { items } = (await trainer.get('/intro-visits')).body;

    expect(items.map((visit: { id: string }) => visit.id)).toEqual([...own.map(({ id }) => id), free.body.id]);
    for (const visit of items) expect(visit).not.toHaveProperty('phone');
  });

  it('opens the profile of the child to the trainer who is to take the trial', async () => {
    const { center, desk, lead } = await aDesk();
    const trainer = await center.staff('TRAINER', 'Ravi');
    const profile = () => trainer.get(`/students/${lead.studentId}`);
    expect((await profile()).status).toBe(404);
    const body = { leadId: lead.id, scheduledAt: '2026-12-20T10:00:00Z', trainerUserId: trainer.id };
    await desk.post('/intro-visits').send(body);
    expect((await profile()).status).toBe(200);
  });
});
