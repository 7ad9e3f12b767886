import { addDays } from '@cartwheel/domain/calendar';
import { endingOn, nightFalls, NOW, packOf, readyCenter, tabOf, TODAY } from '../../../test/cast-renewals.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();
const ready = async () => {
  api.setNow(NOW);
  return readyCenter(await api.newCenter(), { capacity: 30 });
};

describe('talking about a renewal', () => {
  it('is kept with its outcome, told in the timeline, and plans the next talk', async () => {
    const at = await ready();
    const { enrollment } = await endingOn(at, addDays(TODAY, 5));
    await at.desk.post('/renewals/assign').send({ enrollmentIds: [enrollment.id], assignedToUserId: at.admin.id });
    const answer = await at.desk.post(`/renewals/${enrollment.id}/contacts`).send({
      channel: 'WHATSAPP',
      outcome: 'THINKING',
      note: 'Asks about Saturdays',
      nextDueAt: '2026-11-24T05:00:00Z',
    });

    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      lastContact: { channel: 'WHATSAPP', outcome: 'THINKING' },
      nextContactAt: '2026-11-24T05:00:00.000Z',
      owner: { id: at.admin.id },
      contacts: [{ channel: 'WHATSAPP', outcome: 'THINKING', note: 'Asks about Saturdays', by: { id: at.desk.id } }],
    });
    expect((await at.desk.get('/follow-ups')).body.items).toMatchObject([
      { enrollmentId: enrollment.id, assignedTo: { id: at.admin.id } },
    ]);
    const { items } = (await at.desk.get(`/students/${enrollment.studentId}/timeline`)).body;
    expect(items[0]).toMatchObject({
      kind: 'follow-up.done',
      text: 'Asks about Saturdays',
      details: { outcome: 'THINKING' },
    });
  });

  it('completes what was planned', async () => {
    const at = await ready();
    const { enrollment } = await endingOn(at, addDays(TODAY, 5));
    await at.desk
      .post('/follow-ups')
      .send({ enrollmentId: enrollment.id, channel: 'CALL', dueAt: '2026-11-23T05:00:00Z' });
    await at.desk.post(`/renewals/${enrollment.id}/contacts`).send({ channel: 'CALL', outcome: 'WILL_RENEW' });
    expect((await at.desk.get('/follow-ups')).body.items).toEqual([]);
    const [kept] = await at.center.rows('select count(*)::int as n from follow_ups where enrollment_id = $1', [
      enrollment.id,
    ]);
    expect(kept).toEqual({ n: 1 });
  });

  it('is about renewals only, with words for them', async () => {
    const at = await ready();
    const { enrollment } = await endingOn(at, addDays(TODAY, 5));
    const wrong = await at.desk.post(`/renewals/${enrollment.id}/contacts`).send({ channel: 'CALL', outcome: 'DONE' });
    expect(wrong.body).toMatchObject({ code: 'validation_failed', errors: [{ path: 'outcome' }] });
    await at.desk.post(`/enrollments/${enrollment.id}/renew`).send({});
    const late = await at.desk
      .post(`/renewals/${enrollment.id}/contacts`)
      .send({ channel: 'CALL', outcome: 'THINKING' });
    expect(late.body.code).toBe('invalid_transition');
  });
});

describe('a lost renewal', () => {
  it('leaves the lists with its reason, takes what was planned along, and may be reopened', async () => {
    const at = await ready();
    const { enrollment } = await endingOn(at, addDays(TODAY, 5));
    await at.desk
      .post('/follow-ups')
      .send({ enrollmentId: enrollment.id, channel: 'CALL', dueAt: '2026-11-23T05:00:00Z' });
    const lost = await at.desk.post(`/renewals/${enrollment.id}/lost`).send({ reason: 'MOVED_AWAY', note: 'To Pune' });

    expect(lost.body.lost).toMatchObject({ reason: 'MOVED_AWAY', note: 'To Pune', by: { id: at.desk.id } });
    expect([await tabOf(at.desk, 'DAYS_7'), await tabOf(at.desk, 'LOST')]).toEqual([[], [enrollment.id]]);
    expect((await at.desk.get('/follow-ups')).body.items).toEqual([]);
    expect((await at.desk.post(`/renewals/${enrollment.id}/lost`).send({ reason: 'COST' })).body.code).toBe(
      'invalid_transition',
    );

    expect((await at.desk.post(`/renewals/${enrollment.id}/reopen`).send({})).body.lost).toBeNull();
    expect(await tabOf(at.desk, 'DAYS_7')).toEqual([enrollment.id]);
    expect((await at.desk.post(`/renewals/${enrollment.id}/reopen`).send({})).body.code).toBe('invalid_transition');
    const { items } = (await at.desk.get(`/students/${enrollment.studentId}/timeline`)).body;
    expect(items.slice(0, 2).map(({ kind }: { kind: string }) => kind)).toEqual(['renewal.reopened', 'renewal.lost']);
  });

  it('needs a reason, and words for another one', async () => {
    const at = await ready();
    const { enrollment } = await endingOn(at, addDays(TODAY, 5));
    const lose = (body: object) => at.desk.post(`/renewals/${enrollment.id}/lost`).send(body);
    expect((await lose({})).body.errors).toMatchObject([{ path: 'reason' }]);
    expect((await lose({ reason: 'OTHER', note: ' ' })).body.errors).toMatchObject([{ path: 'note' }]);
    expect((await lose({ reason: 'OTHER', note: 'Exams' })).status).toBe(200);
  });

  it('is renewed after all', async () => {
    const at = await ready();
    const { enrollment } = await endingOn(at, addDays(TODAY, 5));
    await at.desk.post(`/renewals/${enrollment.id}/lost`).send({ reason: 'COST' });
    expect((await at.desk.post(`/enrollments/${enrollment.id}/renew`).send({})).status).toBe(201);
    expect([await tabOf(at.desk, 'LOST'), await tabOf(at.desk, 'RENEWED')]).toEqual([[], [enrollment.id]]);
    expect((await at.desk.get(`/renewals/${enrollment.id}`)).body.lost).toBeNull();
  });
});

describe('who looks after renewals', () => {
  it('is said for many at once, and takes over what is planned', async () => {
    const at = await ready();
    const ids = [];
    for (const days of [2, 3]) ids.push((await endingOn(at, addDays(TODAY, days))).enrollment.id);
    await at.desk.post('/follow-ups').send({ enrollmentId: ids[0], channel: 'CALL', dueAt: '2026-11-23T05:00:00Z' });
    const answer = await at.desk.post('/renewals/assign').send({ enrollmentIds: ids, assignedToUserId: at.desk.id });
    expect(answer.body).toEqual({ assigned: 2 });
    expect((await at.desk.get(`/follow-ups?assignedToUserId=${at.desk.id}`)).body.items).toHaveLength(1);
    const stranger = await (await api.newCenter()).staff('COUNSELOR');
    const refused = await at.desk.post('/renewals/assign').send({ enrollmentIds: ids, assignedToUserId: stranger.id });
    expect(refused.body.code).toBe('reference_not_found');
    await at.desk.post('/renewals/assign').send({ enrollmentIds: ids, assignedToUserId: null });
    expect(await tabOf(at.desk, 'DAYS_7', '&assignedToUserId=none')).toEqual(ids);
  });
});

describe('the night', () => {
  const planned = async (at: Awaited<ReturnType<typeof ready>>) =>
    at.center.rows<{ id: string; due: string; assigned_to_user_id: string | null }>(
      `select enrollment_id as id, to_char(due_at at time zone 'Asia/Kolkata', 'YYYY-MM-DD HH24:MI') as due, assigned_to_user_id
       from follow_ups where center_id = $1 order by due_at, enrollment_id`,
      [at.center.id],
    );

  it('plans one talk for what ends within fourteen days: a week before the end, or today', async () => {
    const at = await ready();
    const soon = await endingOn(at, addDays(TODAY, 3));
    const later = await endingOn(at, addDays(TODAY, 14));
    await endingOn(at, addDays(TODAY, 15));
    await endingOn(at, addDays(TODAY, -1));
    const pack = await packOf(at, { of: 3, used: 1 }, { endDate: '2027-06-30' });
    await at.desk.post('/renewals/assign').send({ enrollmentIds: [later.enrollment.id], assignedToUserId: at.desk.id });
    await nightFalls(at.center, TODAY);
    await api.settle();

    expect(await planned(at)).toEqual([
      ...[soon.enrollment.id, pack.enrollment.id]
        .toSorted((a, b) => a.localeCompare(b))
        .map((id) => ({ id, due: `${TODAY} 10:00`, assigned_to_user_id: null })),
      { id: later.enrollment.id, due: `${addDays(TODAY, 7)} 10:00`, assigned_to_user_id: at.desk.id },
    ]);
  });

  it('changes nothing the second time, nor when two workers do it at once', async () => {
    const at = await ready();
    for (const days of [-3, 1, 2, 6, 13]) await endingOn(at, addDays(TODAY, days));
    await packOf(at, { of: 2, used: 2 });
    const tables = [
      'enrollments',
      'follow_ups',
      'renewals',
      'standing_places',
      'bookings',
      'session_spots',
      'credit_entries',
      'invoices',
      'timeline_entries',
      'audit_log',
    ];
    const everything = async () => {
      const all: Record<string, unknown> = {};
      for (const table of tables)
        all[table] = await at.center.rows(`select t.* from ${table} t where center_id = $1 order by t::text`, [
          at.center.id,
        ]);
      return all;
    };
    for (const _ of [1, 2]) await nightFalls(at.center, TODAY);
    await Promise.all([api.settle(), api.settle()]);
    const once = await everything();
    expect(await planned(at)).toHaveLength(5);
    expect(
      await at.center.rows('select from enrollments where center_id = $1 and expired_on is not null', [at.center.id]),
    ).toHaveLength(2);

    for (const _ of [1, 2]) await nightFalls(at.center, TODAY);
    await Promise.all([api.settle(), api.settle()]);
    expect(await everything()).toEqual(once);
  });

  it('does not plan again what was talked about, renewed, or lost', async () => {
    const at = await ready();
    const talked = await endingOn(at, addDays(TODAY, 3));
    const renewed = await endingOn(at, addDays(TODAY, 3));
    await nightFalls(at.center, TODAY);
    await api.settle();
    await at.desk.post(`/renewals/${talked.enrollment.id}/contacts`).send({ channel: 'CALL', outcome: 'WILL_RENEW' });
    await at.desk.post(`/enrollments/${renewed.enrollment.id}/renew`).send({});
    expect((await at.desk.get('/follow-ups')).body.items).toEqual([]);

    api.setNow(new Date('2026-11-22T00:30:00Z'));
    await nightFalls(at.center, '2026-11-22');
    await api.settle();
    expect(await planned(at)).toHaveLength(2);
  });

  it('takes a talk off the list when its enrollment is cancelled', async () => {
    const at = await ready();
    const { enrollment } = await endingOn(at, addDays(TODAY, 3));
    await nightFalls(at.center, TODAY);
    await api.settle();
    await at.admin.post(`/enrollments/${enrollment.id}/cancel`).send({ reason: 'Moving' });
    await api.settle();
    expect((await at.desk.get('/follow-ups')).body.items).toEqual([]);
  });
});
