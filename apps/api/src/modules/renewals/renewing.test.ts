import { addDays } from '@cartwheel/domain/calendar';
import { batchOf } from '../../../test/cast-enrollments.ts';
import {
  enrolled,
  endingOn,
  NOW,
  packOf,
  planOf,
  readyCenter,
  tabOf,
  TODAY,
  useVisits,
  type Ready,
} from '../../../test/cast-renewals.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();
const ready = async (capacity = 8) => {
  api.setNow(NOW);
  return readyCenter(await api.newCenter(), { capacity });
};
const renew = ({ desk }: Pick<Ready, 'desk'>, id: string, body: object = {}) =>
  desk.post(`/enrollments/${id}/renew`).send(body);

describe('renewing', () => {
  it('copies plan, classes, days and price list entry, from the day after the old one ends', async () => {
    const at = await ready();
    const { enrollment: old } = await endingOn(at, '2026-11-30');
    const answer = await renew(at, old.id, { payment: { amountMinor: 450_000, method: 'UPI', reference: 'UPI 1' } });

    expect(answer.status).toBe(201);
    expect(answer.body.enrollment).toMatchObject({
      studentId: old.studentId,
      planId: at.planId,
      planName: old.planName,
      planType: 'MONTHLY',
      status: 'PENDING',
      startDate: '2026-12-01',
      endDate: '2026-12-31',
      daysSelected: ['MON', 'WED'],
      batches: [{ id: at.batchId }],
      upcomingSessions: 5,
      renewedFromId: old.id,
    });
    expect(answer.body.invoice).toMatchObject({ status: 'PAID', total: { amountMinor: 450_000 } });
    expect(answer.body.payment.amount).toMatchObject({ amountMinor: 450_000 });
    const places = await at.center.rows<{ day: string }>(
      `select from_date::text || ' ' || to_date || ' ' || weekday as day from standing_places where enrollment_id = $1 order by 1`,
      [answer.body.enrollment.id],
    );
    expect(places.map(({ day }) => day)).toEqual(['2026-12-01 2026-12-31 MON', '2026-12-01 2026-12-31 WED']);
    expect(await tabOf(at.desk, 'DAYS_14')).toEqual([]);
    expect((await at.desk.get('/renewals?tab=RENEWED')).body.items).toMatchObject([
      { enrollmentId: old.id, renewed: { enrollmentId: answer.body.enrollment.id, startDate: '2026-12-01' } },
    ]);
    const { items } = (await at.desk.get(`/students/${old.studentId}/timeline`)).body;
    expect(items.map(({ kind }: { kind: string }) => kind)).toContain('enrollment.renewed');
  });

  it('begins today where the old one is over, at the price of now', async () => {
    const at = await ready();
    const { enrollment: old } = await endingOn(at, addDays(TODAY, -9));
    await at.admin.patch(`/plans/${at.planId}`).send({ priceMinor: 500_000 });
    expect((await renew(at, old.id)).body).toMatchObject({
      enrollment: { startDate: TODAY, status: 'ACTIVE' },
      invoice: { total: { amountMinor: 500_000 }, status: 'OPEN' },
    });
  });

  it('takes what is asked for instead: dates, plan, classes, discount', async () => {
    const at = await ready();
    const { enrollment: old } = await endingOn(at, '2026-11-30');
    const planId = await planOf(at.admin, { planType: 'QUARTERLY', priceMinor: 1_200_000 });
    const batchId = await batchOf(at.center, { name: 'Others', days: ['TUE'] });
    const answer = await renew(at, old.id, {
      startDate: '2026-12-08',
      planId,
      batchIds: [batchId],
      daysSelected: ['TUE'],
      discount: { type: 'PERCENT', value: 10, reason: 'Sibling' },
    });
    expect(answer.body).toMatchObject({
      enrollment: {
        planId,
        startDate: '2026-12-08',
        endDate: '2027-03-07',
        daysSelected: ['TUE'],
        batches: [{ id: batchId }],
      },
      invoice: { pendingDiscount: { amountMinor: 120_000 } },
    });
  });

  it('renews the latest enrollment of a student', async () => {
    const at = await ready();
    const { enrollment: first } = await endingOn(at, '2026-11-25');
    const second = await renew(at, first.id);
    const third = await at.desk.post(`/renewals/${first.studentId}`).send({});
    expect(third.body.enrollment).toMatchObject({ renewedFromId: second.body.enrollment.id, startDate: '2026-12-26' });
  });

  it('has one successor, also when twenty press at once', async () => {
    const at = await ready(20);
    const { enrollment: old } = await endingOn(at, '2026-11-30');
    const answers = await Promise.all(Array.from({ length: 20 }, () => renew(at, old.id)));
    const [made] = answers.filter(({ status }) => status === 201);

    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      201,
      ...Array(19).fill(409),
    ]);
    for (const { body } of answers.filter(({ status }) => status === 409))
      expect(body).toMatchObject({ code: 'duplicate', existingId: made!.body.enrollment.id });
    const [kept] = await at.center.rows('select count(*)::int as n from enrollments where renewed_from_id = $1', [
      old.id,
    ]);
    expect(kept).toEqual({ n: 1 });
    // Past all code the database says the same.
    await expect(
      at.center.rows(
        `insert into enrollments (center_id, student_id, plan_name, plan_type, start_date, end_date, price_minor, renewed_from_id)
        select center_id, student_id, plan_name, plan_type, start_date, end_date, 0, renewed_from_id from enrollments where renewed_from_id = $1`,
        [old.id],
      ),
    ).rejects.toThrow(/enrollments_one_successor/);
  });

  it('may be done again when the successor was cancelled', async () => {
    const at = await ready();
    const { enrollment: old } = await endingOn(at, '2026-11-30');
    const { body } = await renew(at, old.id);
    await at.admin.post(`/enrollments/${body.enrollment.id}/cancel`).send({ reason: 'Wrong plan' });
    expect(await tabOf(at.desk, 'DAYS_14')).toEqual([old.id]);
    expect((await renew(at, old.id)).status).toBe(201);
  });

  it('refuses, in words and as a whole', async () => {
    const at = await ready(1);
    const { enrollment: old } = await endingOn(at, '2026-11-30');
    const count = async () =>
      (await at.center.rows('select count(*)::int as n from enrollments where center_id = $1', [at.center.id]))[0];
    const before = await count();
    expect((await renew(at, old.id, { startDate: '2026-11-25' })).body).toMatchObject({
      code: 'validation_failed',
      errors: [{ path: 'startDate' }],
    });
    expect((await renew(at, old.id, { endDate: '2027-11-25' })).body.code).toBe('forbidden');
    await enrolled(at, { startDate: '2026-12-01' });
    expect((await renew(at, old.id)).body.code).toBe('capacity_full');
    await at.admin.patch(`/plans/${at.planId}`).send({ active: false });
    expect((await renew(at, old.id)).body.code).toBe('reference_not_found');
    await at.admin.post(`/enrollments/${old.id}/cancel`).send({ reason: 'Moving' });
    expect((await renew(at, old.id)).body.code).toBe('invalid_transition');
    const trainer = await at.center.staff('TRAINER');
    expect((await trainer.post(`/enrollments/${old.id}/renew`).send({})).status).toBe(403);
    expect(await count()).toEqual({ n: (before!['n'] as number) + 1 });
  });

  it('is quoted before: dates, places left and price', async () => {
    const at = await ready(3);
    const { enrollment: old } = await endingOn(at, '2026-11-30');
    const quote = await at.desk.post(`/enrollments/${old.id}/renew/quote`).send({});
    expect(quote.body).toMatchObject({
      planId: at.planId,
      startDate: '2026-12-01',
      endDate: '2026-12-31',
      classes: 9,
      firstSession: '2026-12-02',
      batchIds: [at.batchId],
      daysSelected: ['MON', 'WED'],
      total: { amountMinor: 450_000 },
      overlaps: [],
      places: [
        { weekday: 'MON', left: 3 },
        { weekday: 'WED', left: 3 },
      ],
    });
    expect(await at.center.rows('select from enrollments where renewed_from_id = $1', [old.id])).toEqual([]);
  });
});

describe('renewing a pack', () => {
  const far = { endDate: '2027-06-30' };

  it('begins today when its visits are used up, in the same places', async () => {
    const at = await ready(1);
    const pack = await packOf(at, { of: 2, used: 2 });
    expect((await renew(at, pack.enrollment.id)).body.enrollment).toMatchObject({
      startDate: TODAY,
      visitsLeft: 2,
      upcomingSessions: 8,
    });
  });

  it('takes over the places from the day it begins, and the old visits still count', async () => {
    const at = await ready(1);
    const pack = await packOf(at, { of: 5, used: 4 }, far);
    const answer = await renew(at, pack.enrollment.id, { startDate: '2026-12-02' });
    expect(answer.body.enrollment).toMatchObject({ startDate: '2026-12-02', upcomingSessions: 5 });
    expect((await at.desk.get(`/enrollments/${pack.enrollment.id}`)).body).toMatchObject({
      upcomingSessions: 3,
      visitsLeft: 1,
      status: 'ACTIVE',
    });
  });

  it('is as it was sold where it had no plan, also for the desk', async () => {
    const at = await ready();
    const { planId: _, ...terms } = at.terms;
    const old = await enrolled(
      { desk: at.admin, terms: terms as typeof at.terms },
      {
        planType: 'CUSTOM',
        priceMinor: 222_000,
        startDate: '2026-11-02',
        endDate: '2026-11-26',
      },
    );
    await at.center.rows(`update enrollments set plan_name = 'Autumn term' where id = $1`, [old.enrollment.id]);
    const answer = await renew(at, old.enrollment.id);
    expect(answer.body.enrollment).toMatchObject({
      planId: null,
      planName: 'Autumn term',
      planType: 'CUSTOM',
      startDate: '2026-11-27',
      endDate: '2026-12-21',
      price: { amountMinor: 222_000 },
    });
  });

  it('asks for a class where the old one had none', async () => {
    const at = await ready();
    const { enrollment: old } = await endingOn(at, '2026-11-30');
    await at.center.rows('delete from enrollment_batches where enrollment_id = $1', [old.id]);
    expect((await renew(at, old.id)).body.errors).toMatchObject([{ path: 'batchIds' }]);
    expect((await renew(at, old.id, { batchIds: [at.batchId] })).status).toBe(201);
  });
});

describe('a pack that runs out', () => {
  it('is renewed from the day after the predicted end', async () => {
    const at = await ready();
    const pack = await packOf(at, { of: 4, used: 0 }, { startDate: addDays(TODAY, -20), endDate: '2027-06-30' });
    await at.center.rows(
      `with held as (insert into class_sessions (center_id, name, date, start_time, end_time, starts_at, ends_at, capacity)
         select $1, 'Open', d::date, '09:00', '10:00', d + time '09:00', d + time '10:00', 5 from unnest($2::date[]) d returning id)
       insert into credit_entries (center_id, lot_id, amount, kind, student_id, session_id)
       select $1, l.id, -100, 'VISIT', l.student_id, held.id from credit_lots l, held where l.enrollment_id = $3`,
      [at.center.id, ['2026-11-10', '2026-11-17', '2026-11-20'], pack.enrollment.id],
    );
    // Three visits in 21 days, one left: seven days.
    const quote = await at.desk.post(`/enrollments/${pack.enrollment.id}/renew/quote`).send({});
    expect(quote.body.startDate).toBe(addDays(TODAY, 8));
    await useVisits(at.center, pack.enrollment.id, 1);
    expect((await at.desk.post(`/enrollments/${pack.enrollment.id}/renew/quote`).send({})).body.startDate).toBe(TODAY);
  });
});
