import { aLead, anEnrollment, aStudent } from '../../../test/cast-leads.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();

async function aDesk() {
  const center = await api.newCenter({ timezone: 'Asia/Kolkata' });
  const desk = await center.staff('COUNSELOR', 'Tess');
  return { center, desk, lead: await aLead(desk) };
}

const plan = (leadId: string, dueAt: string) => ({ leadId, dueAt, channel: 'CALL' });

describe('a follow-up', () => {
  it('is planned about a lead and shows whom to reach', async () => {
    const { desk, lead } = await aDesk();
    const answer = await desk
      .post('/follow-ups')
      .send({ ...plan(lead.id, '2030-01-01T05:00:00Z'), note: 'Ask about Saturdays', assignedToUserId: desk.id });

    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      leadId: lead.id,
      studentName: 'Aarav Sharma',
      guardianName: 'Priya Sharma',
      phone: lead.phone,
      note: 'Ask about Saturdays',
      assignedTo: { name: 'Tess' },
      completedAt: null,
      overdue: false,
    });
    expect((await desk.get(`/leads/${lead.id}`)).body).toMatchObject({
      nextFollowUpAt: '2030-01-01T05:00:00.000Z',
      followUps: [{ id: answer.body.id }],
    });
  });

  it('is planned about an enrollment', async () => {
    const { center, desk } = await aDesk();
    const student = await aStudent(desk, { firstName: 'Ben' });
    const enrollmentId = await anEnrollment(center, student.id, {});
    const answer = await desk
      .post('/follow-ups')
      .send({ enrollmentId, channel: 'WHATSAPP', dueAt: '2030-01-01T05:00:00Z' });
    expect(answer.body).toMatchObject({ enrollmentId, leadId: null, studentId: student.id });
  });

  it('names what is invalid, and refers only to what is here', async () => {
    const { center, desk, lead } = await aDesk();
    const elsewhere = await aLead(await (await center.sister()).staff('COUNSELOR'));
    const answers = [
      await desk.post('/follow-ups').send({ channel: 'CALL', dueAt: '2030-01-01T05:00:00Z' }),
      await desk.post('/follow-ups').send({ ...plan(lead.id, 'tomorrow') }),
      await desk.post('/follow-ups').send(plan(elsewhere.id, '2030-01-01T05:00:00Z')),
    ];
    expect(answers.map((answer) => answer.body.code)).toEqual([
      'validation_failed',
      'validation_failed',
      'reference_not_found',
    ]);
  });

  it('is due on the days of the center, not of Greenwich', async () => {
    // Half past midnight on the 22nd in Kolkata is still the 21st in Greenwich.
    api.setNow(new Date('2026-11-21T19:00:00Z'));
    const { desk, lead } = await aDesk();
    for (const dueAt of [
      '2026-11-21T18:00:00Z',
      '2026-11-21T18:45:00Z',
      '2026-11-28T18:00:00Z',
      '2026-11-28T18:45:00Z',
    ])
      await desk.post('/follow-ups').send(plan(lead.id, dueAt));
    const due = async (span: string) =>
      (await desk.get(`/follow-ups?due=${span}`)).body.items.map((one: { dueAt: string }) => one.dueAt.slice(5, 16));

    expect(await due('overdue')).toEqual(['11-21T18:00']);
    expect(await due('today')).toEqual(['11-21T18:45']);
    expect(await due('now')).toEqual(['11-21T18:00', '11-21T18:45']);
    expect(await due('week')).toEqual(['11-21T18:45', '11-28T18:00']);
    const { items } = (await desk.get('/follow-ups')).body;
    expect(items.map((one: { overdue: boolean }) => one.overdue)).toEqual([true, false, false, false]);
  });

  it('is listed for the one who has it, in pages', async () => {
    const { desk, lead } = await aDesk();
    const mine = await desk
      .post('/follow-ups')
      .send({ ...plan(lead.id, '2030-01-01T05:00:00Z'), assignedToUserId: desk.id });
    const open = await desk
      .post('/follow-ups')
      .send({ ...plan(lead.id, '2030-01-02T05:00:00Z'), assignedToUserId: null });
    expect((await desk.get(`/follow-ups?assignedToUserId=${desk.id}`)).body.items).toMatchObject([
      { id: mine.body.id },
    ]);
    const first = await desk.get('/follow-ups?limit=1');
    const second = await desk.get(`/follow-ups?limit=1&cursor=${first.body.nextCursor}`);
    expect([first.body.items[0].id, second.body.items[0].id]).toEqual([mine.body.id, open.body.id]);
  });

  it('is done with its outcome, is told, and plans the next one', async () => {
    const { desk, lead } = await aDesk();
    const { body } = await desk.post('/follow-ups').send(plan(lead.id, '2026-11-21T05:00:00Z'));
    const done = await desk
      .patch(`/follow-ups/${body.id}/complete`)
      .send({ outcome: 'NO_ANSWER', note: 'Rang twice', nextDueAt: '2030-01-02T05:00:00Z' });

    expect(done.body).toMatchObject({ outcome: 'NO_ANSWER', completedAt: expect.any(String), overdue: false });
    expect((await desk.get('/follow-ups')).body.items).toMatchObject([
      { leadId: lead.id, channel: 'CALL', dueAt: '2030-01-02T05:00:00.000Z' },
    ]);
    expect((await desk.get(`/leads/${lead.id}`)).body.timeline[0]).toMatchObject({
      kind: 'follow-up.done',
      text: 'Rang twice',
      details: { outcome: 'NO_ANSWER' },
    });
  });

  it('is done once, also by two at the same moment', async () => {
    const { desk, lead } = await aDesk();
    const { body } = await desk.post('/follow-ups').send(plan(lead.id, '2026-11-21T05:00:00Z'));
    const complete = () =>
      desk.patch(`/follow-ups/${body.id}/complete`).send({ outcome: 'REACHED', nextDueAt: '2030-01-02T05:00:00Z' });
    const answers = await Promise.all([complete(), complete()]);

    expect(answers.map((answer) => answer.status).toSorted((one, other) => one - other)).toEqual([200, 409]);
    expect((await desk.get('/follow-ups')).body.items).toHaveLength(1);
  });

  it('is not for trainers, and not there for another center', async () => {
    const { center, desk, lead } = await aDesk();
    const { body } = await desk.post('/follow-ups').send(plan(lead.id, '2026-11-21T05:00:00Z'));
    const trainer = await center.staff('TRAINER');
    const stranger = await (await center.sister()).staff('CENTER_ADMIN');

    expect((await trainer.get('/follow-ups')).status).toBe(403);
    expect((await stranger.get('/follow-ups')).body.items).toEqual([]);
    expect((await stranger.patch(`/follow-ups/${body.id}/complete`).send({ outcome: 'DONE' })).status).toBe(404);
  });

  it('moves with the next step of its lead, and leaves the list when that is taken away', async () => {
    const { desk, lead } = await aDesk();
    await desk.post('/follow-ups').send(plan(lead.id, '2026-11-21T05:00:00Z'));
    const moved = await desk.patch(`/leads/${lead.id}`).send({ nextFollowUpAt: '2030-01-02T05:00:00Z' });
    expect(moved.body).toMatchObject({ nextFollowUpAt: '2030-01-02T05:00:00.000Z', followUps: [{}] });
    await desk.patch(`/leads/${lead.id}`).send({ nextFollowUpAt: null });
    expect((await desk.get('/follow-ups')).body.items).toEqual([]);
  });
});
