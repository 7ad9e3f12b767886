import { batchOf, enrolled, NOW, planOf, readyCenter, TODAY } from '../../../test/cast-enrollments.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();
beforeEach(() => api.setNow(NOW));
const ready = async (batch = {}) => readyCenter(await api.newCenter(), batch);
type At = Awaited<ReturnType<typeof ready>>;

const seatDays = async ({ center }: At, enrollmentId: string) =>
  (
    await center.rows<{ date: string }>(
      `select s.date::text as date from bookings b join class_sessions s on s.center_id = b.center_id and s.id = b.session_id
       where b.center_id = $1 and b.enrollment_id = $2 and b.status = 'CONFIRMED' order by s.date`,
      [center.id, enrollmentId],
    )
  ).map(({ date }) => date);

const places = ({ center }: At, enrollmentId: string) =>
  center.rows(
    `select weekday, from_date::text as from, to_date::text as to from standing_places
     where center_id = $1 and enrollment_id = $2 order by from_date, weekday`,
    [center.id, enrollmentId],
  );

describe('changing the end date', () => {
  it('gives seats and places beyond an earlier end back', async () => {
    const at = await ready({ capacity: 1 });
    const { enrollment } = await enrolled(at);
    const answer = await at.admin.patch(`/enrollments/${enrollment.id}`).send({ endDate: '2026-11-30' });

    expect(answer.body).toMatchObject({ endDate: '2026-11-30', upcomingSessions: 3 });
    expect(await seatDays(at, enrollment.id)).toEqual(['2026-11-23', '2026-11-25', '2026-11-30']);
    expect((await enrolled(at, { startDate: '2026-12-01' })).enrollment.upcomingSessions).toBe(5);
  });

  it('takes seats and places until a later end, or refuses', async () => {
    const at = await ready({ capacity: 1 });
    const { enrollment } = await enrolled(at, { endDate: '2026-11-30' });
    const longer = await at.admin.patch(`/enrollments/${enrollment.id}`).send({ endDate: '2026-12-10' });
    await enrolled(at, { startDate: '2026-12-11' });
    const tooLong = await at.admin.patch(`/enrollments/${enrollment.id}`).send({ endDate: '2026-12-20' });

    expect(longer.body.upcomingSessions).toBe(6);
    expect(tooLong.body.code).toBe('capacity_full');
    expect((await at.desk.get(`/enrollments/${enrollment.id}`)).body.endDate).toBe('2026-12-10');
  });

  it('brings back what had expired', async () => {
    const at = await ready();
    const { enrollment } = await enrolled(at, { startDate: '2026-10-01' });
    expect(enrollment.status).toBe('EXPIRED');
    const answer = await at.admin.patch(`/enrollments/${enrollment.id}`).send({ endDate: '2026-12-10' });

    expect(answer.body).toMatchObject({ status: 'ACTIVE', upcomingSessions: 6 });
  });

  it('is for admins, and not over what somebody else changed first', async () => {
    const at = await ready();
    const { enrollment } = await enrolled(at);
    const path = `/enrollments/${enrollment.id}`;
    await at.admin.patch(path).set('if-match', `"${enrollment.version}"`).send({ notes: 'Prefers mats' }).expect(200);
    const stale = await at.admin.patch(path).set('if-match', `"${enrollment.version}"`).send({ notes: 'x' });

    expect([stale.status, stale.body.code]).toEqual([412, 'stale_version']);
    expect((await at.desk.patch(path).send({ notes: 'x' })).status).toBe(403);
    expect((await at.admin.patch(path).send({ endDate: '2026-11-20' })).body.errors[0].path).toBe('endDate');
  });
});

describe('cancelling', () => {
  it('ends it today: what has not begun is free for others, the invoice stays', async () => {
    const at = await ready({ capacity: 1 });
    const { enrollment, invoice } = await enrolled(at);
    const answer = await at.admin.post(`/enrollments/${enrollment.id}/cancel`).send({ reason: 'Moved away' });

    expect(answer.body).toMatchObject({ status: 'CANCELLED', cancelReason: 'Moved away', upcomingSessions: 0 });
    expect(await places(at, enrollment.id)).toEqual([]);
    expect((await at.desk.get(`/invoices/${invoice.id}`)).body).toMatchObject({ status: 'OPEN' });
    await enrolled(at);
  });

  it('keeps the places of the days before today', async () => {
    const at = await ready();
    const { enrollment } = await enrolled(at, { startDate: '2026-11-01' });
    await at.admin.post(`/enrollments/${enrollment.id}/cancel`).send({ reason: 'x' });

    expect(await places(at, enrollment.id)).toMatchObject([{ to: '2026-11-20' }, { to: '2026-11-20' }]);
  });

  it('is possible once, for admins, in their own center', async () => {
    const at = await ready();
    const { enrollment } = await enrolled(at);
    const path = `/enrollments/${enrollment.id}/cancel`;
    const stranger = await (await at.center.sister()).staff('CENTER_ADMIN');

    expect((await at.desk.post(path).send({ reason: 'x' })).status).toBe(403);
    expect((await stranger.post(path).send({ reason: 'x' })).status).toBe(404);
    expect((await at.admin.post(path).send({ reason: 'x' })).status).toBe(200);
    expect((await at.admin.post(path).send({ reason: 'x' })).body.code).toBe('invalid_transition');
    expect((await at.admin.patch(`/enrollments/${enrollment.id}`).send({ endDate: '2027-01-01' })).body.code).toBe(
      'invalid_transition',
    );
  });
});

describe('a transfer', () => {
  it('moves places and seats from a day on', async () => {
    const at = await ready();
    const friday = await batchOf(at.center, { name: 'Advanced', days: ['FRI'] });
    const { enrollment } = await enrolled(at);
    const to = { batchIds: [friday], daysSelected: ['FRI'], from: '2026-12-01' };
    const answer = await at.admin.post(`/enrollments/${enrollment.id}/transfer`).send(to);

    expect(answer.body).toMatchObject({ batches: [{ name: 'Advanced' }], daysSelected: ['FRI'] });
    expect(await seatDays(at, enrollment.id)).toEqual([
      '2026-11-23',
      '2026-11-25',
      '2026-11-30',
      '2026-12-04',
      '2026-12-11',
      '2026-12-18',
    ]);
    expect(await places(at, enrollment.id)).toEqual([
      { weekday: 'MON', from: TODAY, to: '2026-11-30' },
      { weekday: 'WED', from: TODAY, to: '2026-11-30' },
      { weekday: 'FRI', from: '2026-12-01', to: '2026-12-20' },
    ]);
  });

  it('leaves everything where it was when there is no place', async () => {
    const at = await ready();
    const full = await batchOf(at.center, { name: 'Full', days: ['FRI'], capacity: 1 });
    await enrolled(at, { batchIds: [full], daysSelected: ['FRI'] });
    const { enrollment } = await enrolled(at);
    const to = { batchIds: [full], daysSelected: ['FRI'], from: TODAY };
    const answer = await at.admin.post(`/enrollments/${enrollment.id}/transfer`).send(to);

    expect([answer.status, answer.body.code]).toEqual([409, 'capacity_full']);
    expect((await at.desk.get(`/enrollments/${enrollment.id}`)).body).toMatchObject({
      upcomingSessions: 8,
      batches: [{ name: 'Beginners' }],
      daysSelected: ['MON', 'WED'],
    });
    expect(await places(at, enrollment.id)).toHaveLength(2);
  });

  it('is from today on, while it lasts', async () => {
    const at = await ready();
    const { enrollment } = await enrolled(at);
    const send = (from: string) =>
      at.admin
        .post(`/enrollments/${enrollment.id}/transfer`)
        .send({ batchIds: [at.batchId], daysSelected: ['MON'], from });

    expect((await send('2026-11-20')).body.errors[0].path).toBe('from');
    expect((await send('2026-12-21')).body.errors[0].path).toBe('from');
    expect((await send(TODAY)).body.upcomingSessions).toBe(4);
  });
});

describe('the night', () => {
  const night = async (at: At, date: string) => {
    await at.center.rows(`insert into outbox_events (center_id, name, payload) values ($1, 'night.fell', $2)`, [
      at.center.id,
      JSON.stringify({ date }),
    ]);
    await api.settle();
  };
  const expiredOn = async ({ center }: At) =>
    (
      await center.rows<{ day: string | null }>(
        'select expired_on::text as day from enrollments where center_id = $1 order by created_at',
        [center.id],
      )
    ).map(({ day }) => day);

  it('notes when an enrollment ended, once', async () => {
    const at = await ready();
    await enrolled(at);
    await night(at, TODAY);
    expect(await expiredOn(at)).toEqual([null]);

    api.setNow(new Date('2026-12-21T00:30:00Z'));
    await night(at, '2026-12-21');
    api.setNow(new Date('2026-12-25T00:30:00Z'));
    await night(at, '2026-12-25');
    expect(await expiredOn(at)).toEqual(['2026-12-21']);
  });

  it('frees what a used-up pack still holds; a status is right without it', async () => {
    const at = await ready({ capacity: 1 });
    const planId = await planOf(at.admin, { planType: 'PAY_PER_VISIT', kind: 'PACK', visitsIncluded: 1 });
    const { enrollment } = await enrolled(at, { planId });
    await at.center.rows(
      `insert into credit_entries (center_id, lot_id, amount, kind, student_id) select center_id, id, -100, 'VISIT', student_id from credit_lots where center_id = $1`,
      [at.center.id],
    );
    expect((await at.desk.get(`/enrollments/${enrollment.id}`)).body).toMatchObject({
      status: 'EXPIRED',
      visitsLeft: 0,
    });
    await night(at, TODAY);

    expect(await places(at, enrollment.id)).toEqual([]);
    expect(await seatDays(at, enrollment.id)).toEqual([]);
    api.setNow(new Date('2026-11-23T00:30:00Z'));
    await night(at, '2026-11-23');
    expect(await expiredOn(at)).toEqual([TODAY]);
  });
});

describe('a new pack after the old one is used up', () => {
  it('takes over its places on the same day', async () => {
    const at = await ready({ capacity: 1 });
    const planId = await planOf(at.admin, { planType: 'PAY_PER_VISIT', kind: 'PACK', visitsIncluded: 1 });
    const { enrollment } = await enrolled(at, { planId });
    await at.center.rows(
      `insert into credit_entries (center_id, lot_id, amount, kind, student_id) select center_id, id, -100, 'VISIT', student_id from credit_lots where center_id = $1`,
      [at.center.id],
    );
    const again = { studentId: enrollment.studentId, ...at.terms, planId };
    const answer = await at.desk.post('/enrollments').send(again);

    expect(answer.body.enrollment).toMatchObject({ status: 'ACTIVE', upcomingSessions: 8 });
  });
});
