import { addDays } from '@cartwheel/domain/calendar';
import { studentOf } from '../../../test/cast-enrollments.ts';
import {
  enrolled,
  endingOn,
  idsIn,
  NOW,
  packOf,
  planOf,
  readyCenter,
  tabOf,
  TODAY,
  useVisits,
} from '../../../test/cast-renewals.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();
const ready = async () => {
  api.setNow(NOW);
  return readyCenter(await api.newCenter(), { capacity: 30 });
};

describe('the tabs of renewals', () => {
  it('hold what ends within 7, 14 and 30 days, and what has ended', async () => {
    const at = await ready();
    const ids: Record<number, string> = {};
    for (const days of [-10, -1, 0, 7, 8, 14, 15, 30, 31]) {
      ids[days] = (await endingOn(at, addDays(TODAY, days))).enrollment.id;
    }
    const long = await endingOn(at, TODAY);
    await at.center.rows('update enrollments set start_date = $2, end_date = $3 where id = $1', [
      long.enrollment.id,
      addDays(TODAY, -120),
      addDays(TODAY, -91),
    ]);
    const those = (...days: number[]) => days.map((one) => ids[one]);

    expect(await tabOf(at.desk, 'OVERDUE')).toEqual(those(-1, -10));
    expect(await tabOf(at.desk, 'DAYS_7')).toEqual(those(0, 7));
    expect(await tabOf(at.desk, 'DAYS_14')).toEqual(those(0, 7, 8, 14));
    expect(await tabOf(at.desk, 'DAYS_30')).toEqual(those(0, 7, 8, 14, 15, 30));
    expect(idsIn(await at.desk.get('/renewals/expiring?days=14'))).toEqual(those(0, 7, 8, 14));
    expect((await at.desk.get('/renewals/summary')).body.counts).toEqual({
      OVERDUE: 2,
      DAYS_7: 2,
      DAYS_14: 4,
      DAYS_30: 6,
      RENEWED: 0,
      LOST: 0,
    });
  });

  it('hold packs with two or fewer visits left, the used-up ones as overdue', async () => {
    const at = await ready();
    const far = { endDate: '2027-06-30' };
    const three = await packOf(at, { of: 5, used: 2 }, far);
    const two = await packOf(at, { of: 5, used: 3 }, far);
    const none = await packOf(at, { of: 2, used: 2 });

    expect(await tabOf(at.desk, 'DAYS_7')).toEqual([two.enrollment.id]);
    expect(await tabOf(at.desk, 'OVERDUE')).toEqual([none.enrollment.id]);
    expect(idsIn(await at.desk.get('/renewals/expiring?days=7')).toSorted()).toEqual(
      [two.enrollment.id, none.enrollment.id].toSorted((a, b) => a.localeCompare(b)),
    );
    await useVisits(at.center, three.enrollment.id, 1);
    expect(await tabOf(at.desk, 'DAYS_7')).toContain(three.enrollment.id);
  });

  it('leave out archived students, cancelled enrollments, and who came back on another plan', async () => {
    const at = await ready();
    const archived = await endingOn(at, addDays(TODAY, 3));
    const cancelled = await endingOn(at, addDays(TODAY, 3));
    const back = await endingOn(at, addDays(TODAY, -3));
    await at.center.rows('update students set archived_at = now() where id = $1', [archived.enrollment.studentId]);
    await at.admin.post(`/enrollments/${cancelled.enrollment.id}/cancel`).send({ reason: 'Moving' });
    expect(await tabOf(at.desk, 'OVERDUE')).toEqual([back.enrollment.id]);
    const again = { studentId: back.enrollment.studentId, ...at.terms };
    expect((await at.desk.post('/enrollments').send(again)).status).toBe(201);

    expect([...(await tabOf(at.desk, 'DAYS_7')), ...(await tabOf(at.desk, 'OVERDUE'))]).toEqual([]);
  });

  it('are filtered by owner, class and name or phone, and come in pages', async () => {
    const at = await ready();
    const first = await endingOn(at, addDays(TODAY, 2));
    const second = await endingOn(at, addDays(TODAY, 4));
    const [{ phone, name }] = (await at.center.rows<{ phone: string; name: string }>(
      `select g.phone_digits as phone, s.last_name as name from family_links f join guardians g on g.id = f.guardian_id
       join students s on s.id = f.student_id where f.student_id = $1`,
      [second.enrollment.studentId],
    )) as [{ phone: string; name: string }];
    await at.desk
      .post('/renewals/assign')
      .send({ enrollmentIds: [second.enrollment.id], assignedToUserId: at.desk.id });

    expect(await tabOf(at.desk, 'DAYS_7', `&assignedToUserId=${at.desk.id}`)).toEqual([second.enrollment.id]);
    expect(await tabOf(at.desk, 'DAYS_7', '&assignedToUserId=none')).toEqual([first.enrollment.id]);
    expect(await tabOf(at.desk, 'DAYS_7', `&q=${name}`)).toEqual([second.enrollment.id]);
    expect(await tabOf(at.desk, 'DAYS_7', `&q=${phone.slice(-6)}`)).toEqual([second.enrollment.id]);
    expect(await tabOf(at.desk, 'DAYS_7', `&batchId=${at.batchId}`)).toHaveLength(2);
    expect(await tabOf(at.desk, 'DAYS_7', `&batchId=${at.planId}`)).toEqual([]);
    const page = await at.desk.get('/renewals?tab=DAYS_7&limit=1');
    expect(idsIn(page)).toEqual([first.enrollment.id]);
    expect(await tabOf(at.desk, 'DAYS_7', `&limit=1&cursor=${page.body.nextCursor}`)).toEqual([second.enrollment.id]);
  });
});

describe('a row of renewals', () => {
  it('tells what the desk needs before it calls', async () => {
    const at = await ready();
    const { enrollment } = await endingOn(at, addDays(TODAY, 5), { payment: { amountMinor: 100_000, method: 'CASH' } });
    await at.admin.patch(`/plans/${at.planId}`).send({ priceMinor: 500_000 });
    const [row] = (await at.desk.get('/renewals?tab=DAYS_7')).body.items;

    expect(row).toMatchObject({
      enrollmentId: enrollment.id,
      studentId: enrollment.studentId,
      guardianName: 'Meera',
      phone: expect.stringMatching(/98/),
      endDate: addDays(TODAY, 5),
      endedOn: null,
      predicted: null,
      attendance: { attended: 0, marked: 0 },
      lastContact: null,
      owner: null,
      value: { amountMinor: 500_000, currency: 'INR' },
      paidBefore: { amountMinor: 450_000 },
      priceChanged: true,
      due: { amountMinor: 350_000 },
      batches: [{ id: at.batchId }],
    });
  });

  it('counts the classes of the last 30 days that were marked', async () => {
    const at = await ready();
    const { enrollment } = await endingOn(at, addDays(TODAY, 5));
    const mark = (date: string, status: string) =>
      at.center.rows(
        `with held as (insert into class_sessions (center_id, name, date, start_time, end_time, starts_at, ends_at, capacity, status)
           values ($1, 'Open', $2::date, '09:00', '10:00', $2::date + time '09:00', $2::date + time '10:00', 5, 'COMPLETED') returning id)
         insert into attendance_marks (center_id, session_id, student_id, status) select $1, id, $3, $4 from held`,
        [at.center.id, date, enrollment.studentId, status],
      );
    for (const [date, status] of [
      [addDays(TODAY, -30), 'PRESENT'],
      [addDays(TODAY, -29), 'LATE'],
      [addDays(TODAY, -5), 'ABSENT'],
      [addDays(TODAY, -4), 'EXCUSED'],
      [TODAY, 'PRESENT'],
    ] as const)
      await mark(date, status);

    expect((await at.desk.get(`/renewals/${enrollment.id}`)).body.attendance).toEqual({ attended: 2, marked: 3 });
  });

  it('predicts when a pack runs out from the visits of six weeks', async () => {
    const at = await ready();
    const pack = await packOf(at, { of: 10, used: 0 }, { startDate: addDays(TODAY, -50) });
    expect((await at.desk.get(`/renewals/${pack.enrollment.id}`)).body.predicted).toEqual({
      endDate: null,
      unknown: 'NO_VISITS',
    });
    for (const days of [42, 41, 21, 0])
      await at.center.rows(
        `with held as (insert into class_sessions (center_id, name, date, start_time, end_time, starts_at, ends_at, capacity)
           values ($1, 'Open', $2::date, '09:00', '10:00', $2::date + time '09:00', $2::date + time '10:00', 5) returning id)
         insert into credit_entries (center_id, lot_id, amount, kind, student_id, session_id)
         select $1, l.id, -100, 'VISIT', l.student_id, held.id from credit_lots l, held where l.enrollment_id = $3`,
        [at.center.id, addDays(TODAY, -days), pack.enrollment.id],
      );
    // Three visits in 42 days, six are left: 84 days more.
    expect((await at.desk.get(`/renewals/${pack.enrollment.id}`)).body).toMatchObject({
      visitsLeft: 6,
      predicted: { endDate: addDays(TODAY, 84), unknown: null },
    });
  });

  it('names the children of the family who are due, too', async () => {
    const at = await ready();
    const one = await endingOn(at, addDays(TODAY, 5));
    const other = await endingOn(at, addDays(TODAY, 25));
    await at.center.rows(
      `update family_links set guardian_id = (select guardian_id from family_links where student_id = $1) where student_id = $2`,
      [one.enrollment.studentId, other.enrollment.studentId],
    );
    expect((await at.desk.get(`/renewals/${one.enrollment.id}`)).body.siblings).toMatchObject([
      { enrollmentId: other.enrollment.id },
    ]);
  });

  it('is for desk and admins, and is not there for another center', async () => {
    const at = await ready();
    const { enrollment } = await endingOn(at, addDays(TODAY, 5));
    const trainer = await at.center.staff('TRAINER');
    const stranger = await (await at.center.sister()).staff('CENTER_ADMIN');
    for (const path of ['/renewals', '/renewals/expiring', '/renewals/summary', `/renewals/${enrollment.id}`])
      expect((await trainer.get(path)).status).toBe(403);
    expect((await stranger.get('/renewals/expiring?days=30')).body.items).toEqual([]);
    const refused = [
      await stranger.get(`/renewals/${enrollment.id}`),
      await stranger.post(`/renewals/${enrollment.id}/contacts`).send({ channel: 'CALL', outcome: 'THINKING' }),
      await stranger.post(`/renewals/${enrollment.id}/lost`).send({ reason: 'COST' }),
      await stranger.post(`/renewals/${enrollment.id}/reopen`).send({}),
      await stranger.post(`/enrollments/${enrollment.id}/renew`).send({}),
      await stranger.post(`/enrollments/${enrollment.id}/renew/quote`).send({}),
      await stranger.post(`/renewals/${enrollment.studentId}`).send({}),
      await at.desk.get('/renewals/not-an-id'),
      await at.desk.get('/renewals/expiring?days=15'),
      await stranger.post('/renewals/assign').send({ enrollmentIds: [enrollment.id], assignedToUserId: null }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404, 404, 400, 400, 422]);
  });
});

describe('the figures of renewals', () => {
  it('are the share renewed of what ended, and what is at risk; each is a list', async () => {
    const at = await ready();
    const made = [];
    for (const days of [-31, -30, -20, -10, -5, -1, 0])
      made.push((await endingOn(at, addDays(TODAY, days))).enrollment.id);
    await at.desk.post(`/enrollments/${made[1]}/renew`).send({ startDate: TODAY });
    await at.desk.post(`/enrollments/${made[3]}/renew`).send({ startDate: TODAY });
    await at.desk.post(`/enrollments/${made[6]}/renew`).send({});
    const { body } = await at.desk.get('/renewals/summary');

    expect(body.rate).toMatchObject({
      from: addDays(TODAY, -30),
      to: addDays(TODAY, -1),
      due: 5,
      renewed: 2,
      percent: 40,
    });
    expect(body.rate.definition).toMatch(/share that was renewed/);
    const period = `&from=${body.rate.from}&to=${body.rate.to}`;
    expect(await tabOf(at.desk, 'RENEWED', period)).toEqual([made[3], made[1]]);
    expect(await tabOf(at.desk, 'RENEWED')).toHaveLength(3);
    expect(
      (await at.desk.get(`/renewals/summary?from=${addDays(TODAY, -20)}&to=${addDays(TODAY, -5)}`)).body.rate,
    ).toMatchObject({
      due: 3,
      renewed: 1,
      percent: null,
    });
    // Renewed, those three end within 30 days and are at risk themselves; four of the old ones are overdue.
    expect(body.atRisk).toMatchObject({
      value: { amountMinor: 3 * 450_000, currency: 'INR' },
      overdue: { amountMinor: 4 * 450_000 },
    });
    expect(await tabOf(at.desk, 'DAYS_30')).toHaveLength(3);
    expect(await tabOf(at.desk, 'OVERDUE')).toHaveLength(4);
  });

  it('take the price on the list, or what was agreed where the plan is not on it', async () => {
    const at = await ready();
    const planId = await planOf(at.admin, { priceMinor: 300_000 });
    await enrolled(at, { planId, startDate: TODAY, studentId: await studentOf(at.desk) });
    await at.admin.patch(`/plans/${planId}`).send({ priceMinor: 320_000 });
    const atRisk = async () => (await at.desk.get('/renewals/summary')).body.atRisk.value.amountMinor;
    expect(await atRisk()).toBe(320_000);
    await at.admin.patch(`/plans/${planId}`).send({ active: false });
    expect(await atRisk()).toBe(300_000);
  });
});
