import { addChild, enroll, oneOff, todayAt, openBatch, daysFrom } from '../../../test/cast-classes.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();

async function aDay() {
  const center = await api.newCenter();
  const admin = await center.staff('CENTER_ADMIN');
  const desk = await center.staff('COUNSELOR');
  const trainer = await center.staff('TRAINER');
  const today = todayAt(center);
  const own = await oneOff(admin, {
    name: 'Mine',
    date: today,
    startTime: '00:00',
    endTime: '00:30',
    trainerUserId: trainer.id,
  });
  await oneOff(admin, { name: 'Other', date: today, startTime: '00:30', endTime: '01:00' });
  const batch = await openBatch(admin, { startsOn: daysFrom(today, 2), endsOn: daysFrom(today, 9) });
  await enroll(center, await addChild(admin, 'Asha'), { batchId: batch.id, from: today, to: daysFrom(today, 5) });
  await desk.post('/leads').send({
    child: { firstName: 'Zoya' },
    guardians: [{ name: 'Noor', phone: '98450 12345' }],
    source: 'Walk-in',
    nextFollowUpAt: `${daysFrom(today, -1)}T06:30:00Z`,
  });
  return { center, admin, desk, trainer, today, own, batch };
}

describe('the dashboard', () => {
  it('tells the desk what the day holds', async () => {
    const { desk, today, batch } = await aDay();
    const answer = await desk.get('/dashboard');

    expect(answer.status).toBe(200);
    expect(answer.body.sessions.map(({ name }: { name: string }) => name)).toEqual(['Mine', 'Other']);
    expect(answer.body).toMatchObject({
      date: today,
      nextSession: { batchId: batch.id, date: daysFrom(today, 2) },
      counts: { openLeads: 1, activeStudents: 1, overdueFollowUps: 1 },
      expiring: { count: 1, items: [{ studentName: expect.stringContaining('Asha') }] },
      followUpsDue: { count: 1, items: [{ studentName: 'Zoya', overdue: true }] },
      trialsToday: { count: 0, items: [] },
      paymentsDue: { count: 0, items: [], amount: { amountMinor: 0, currency: 'INR' } },
      discountsPending: { count: 0 },
      collectedToday: { amountMinor: 0, currency: 'INR' },
    });
  });

  it('counts all that is owed and shows the first eight', async () => {
    const { admin, desk, batch, today } = await aDay();
    const plan = await admin.post('/plans').send({ name: 'Monthly', planType: 'MONTHLY', priceMinor: 100_000 });
    for (let number = 1; number <= 9; number++) {
      const body = {
        studentId: await addChild(desk, `Child ${number}`),
        planId: plan.body.id,
        startDate: today,
        batchIds: [batch.id],
        daysSelected: ['MON'],
      };
      const paid = number === 9 ? { payment: { amountMinor: 40_000, method: 'CASH' } } : {};
      expect((await desk.post('/enrollments').send({ ...body, ...paid })).status).toBe(201);
    }
    const { paymentsDue, collectedToday } = (await desk.get('/dashboard')).body;
    expect([paymentsDue.count, paymentsDue.items.length, paymentsDue.amount.amountMinor]).toEqual([9, 8, 860_000]);
    expect(collectedToday.amountMinor).toBe(40_000);
  });

  it('gives a trainer the own sessions and nothing of the desk', async () => {
    const { trainer, own } = await aDay();
    const { body } = await trainer.get('/dashboard');
    expect(body.sessions.map(({ id }: { id: string }) => id)).toEqual([own.id]);
    expect(Object.keys(body).toSorted()).toEqual(['date', 'nextSession', 'sessions', 'trialsToday']);
  });
});
