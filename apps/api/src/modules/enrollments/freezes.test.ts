import { freezable, freeze, later, seatDays, takeSeat } from '../../../test/cast-freezes.ts';
import { enrolled, NOW, planOf, readyCenter } from '../../../test/cast-enrollments.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();
beforeEach(() => api.setNow(NOW));
const ready = async (options = {}) => freezable(await api.newCenter(), options);
type At = Awaited<ReturnType<typeof ready>>;

const place = async ({ center, id }: At) =>
  center.rows(`select distinct to_date::text as to from standing_places where center_id = $1 and enrollment_id = $2`, [
    center.id,
    id,
  ]);
const all = [
  '2026-11-23',
  '2026-11-25',
  '2026-11-30',
  '2026-12-02',
  '2026-12-07',
  '2026-12-09',
  '2026-12-14',
  '2026-12-16',
];

describe('freezing an enrollment', () => {
  it('gives back the seats of those days, keeps the place, and moves the end out by as many days', async () => {
    const at = await ready();
    const answer = await freeze(at.admin, at.id, '2026-11-24', '2026-12-03');

    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ preview: false, days: 10, daysLeft: 4, endDateBefore: '2026-12-20', full: [] });
    expect(answer.body.released.map(({ date }: { date: string }) => date)).toEqual([
      '2026-11-25',
      '2026-11-30',
      '2026-12-02',
    ]);
    expect(answer.body.enrollment).toMatchObject({
      status: 'ACTIVE',
      endDate: '2026-12-30',
      freezeDaysAllowed: 14,
      freezeDaysUsed: 10,
      freezes: [{ from: '2026-11-24', to: '2026-12-03', days: 10, status: 'UPCOMING', createdBy: { name: 'Anita' } }],
    });
    expect(await seatDays(at, at.id)).toEqual(['2026-11-23', '2026-12-07', '2026-12-09', '2026-12-14', '2026-12-16']);
    expect(await place(at)).toEqual([{ to: '2026-12-30' }]);
    const reasons = await at.center.rows(
      `select distinct cancel_reason from bookings where center_id = $1 and status = 'CANCELLED'`,
      [at.center.id],
    );
    expect(reasons).toEqual([{ cancel_reason: 'FREEZE' }]);
  });

  it('bills nothing: not one row of money changes', async () => {
    const at = await ready();
    const books = async () => ({
      invoices: await at.center.rows('select * from invoices where center_id = $1', [at.center.id]),
      lines: await at.center.rows('select * from invoice_lines where center_id = $1', [at.center.id]),
      payments: await at.center.rows('select * from payments where center_id = $1', [at.center.id]),
    });
    const before = await books();
    const { body } = await freeze(at.admin, at.id, '2026-11-24', '2026-12-03');
    expect(await books()).toEqual(before);
    await at.admin.delete(`/enrollments/${at.id}/freezes/${body.enrollment.freezes[0].id}`);
    expect(await books()).toEqual(before);
  });

  it('with preview says all of it and leaves nothing behind', async () => {
    const at = await ready();
    const path = `/enrollments/${at.id}/freezes`;
    const rest = { from: '2026-11-24', to: '2026-12-03' };
    const preview = await at.admin.post(`${path}?preview=true`).send(rest);
    const seats = await seatDays(at, at.id);
    const { enrollment: _, preview: isPreview, ...would } = preview.body;

    expect([preview.status, isPreview, seats]).toEqual([201, true, all]);
    expect((await at.desk.get(`/enrollments/${at.id}`)).body).toMatchObject({ endDate: '2026-12-20', freezes: [] });
    expect((await at.admin.post(path).send(rest)).body).toMatchObject(would);
  });

  it('takes seats behind the old end where they are free, and says where they are not', async () => {
    const at = await ready({ capacity: 1 });
    await at.center.rows('update enrollments set end_date = $2 where id = $1', [at.id, '2026-12-08']);
    await at.center.rows('update standing_places set to_date = $2 where enrollment_id = $1', [at.id, '2026-12-08']);
    for (const date of ['2026-12-09', '2026-12-14', '2026-12-16']) await release(at, date);
    await takeSeat(at, '2026-12-14');
    const { body } = await freeze(at.admin, at.id, '2026-11-24', '2026-12-02');

    expect(body.enrollment.endDate).toBe('2026-12-17');
    expect(body.seated.map(({ date }: { date: string }) => date)).toEqual(['2026-12-09', '2026-12-16']);
    expect(body.full.map(({ date }: { date: string }) => date)).toEqual(['2026-12-14']);
  });

  it('is refused in words where the place behind the end is somebody else’s', async () => {
    const at = await ready({ capacity: 1 });
    await enrolled(at, { startDate: '2026-12-21' });
    const answer = await freeze(at.admin, at.id, '2026-11-24', '2026-12-03');

    expect([answer.status, answer.body.code]).toEqual([409, 'capacity_full']);
    expect(answer.body.detail).toBe('It would last until 2026-12-30, but Beginners has no place left on Mon by then');
    expect(await seatDays(at, at.id)).toEqual(all);
  });

  it('of a plan without a last day only lets the seats rest', async () => {
    const at = await readyCenter(await api.newCenter());
    const planId = await planOf(at.admin, {
      planType: 'PAY_PER_VISIT',
      kind: 'PACK',
      visitsIncluded: 10,
      freezeDaysAllowed: 5,
    });
    const { enrollment } = await enrolled(at, { planId });
    const { body } = await freeze(at.admin, enrollment.id, '2026-11-23', '2026-11-25');

    expect(body.enrollment).toMatchObject({ endDate: null, freezeDaysUsed: 3 });
    expect(body.released).toHaveLength(2);
    const end = await at.admin.delete(`/enrollments/${enrollment.id}/freezes/${body.enrollment.freezes[0].id}`);
    expect(end.body).toMatchObject({ enrollment: { endDate: null, freezes: [] }, seated: [{}, {}] });
  });

  it('is told in the timeline and as an event', async () => {
    const at = await ready();
    await freeze(at.admin, at.id, '2026-11-24', '2026-12-03');
    const timeline = await at.desk.get(`/students/${at.enrollment.studentId}/timeline`);
    const events = await at.center.rows(
      `select payload from outbox_events where center_id = $1 and name = 'enrollment.frozen'`,
      [at.center.id],
    );
    const audit = await at.admin.get('/audit-log?entity=enrollment_freezes');

    expect(timeline.body.items[0]).toMatchObject({
      kind: 'enrollment.frozen',
      details: { from: '2026-11-24', to: '2026-12-03', days: 10 },
    });
    expect(events).toMatchObject([{ payload: { enrollmentId: at.id, days: 10 } }]);
    expect(audit.body.items).toHaveLength(1);
  });

  it('is for admins, and not over the wall', async () => {
    const at = await ready();
    const trainer = await at.center.staff('TRAINER');
    const stranger = await (await at.center.sister()).staff('CENTER_ADMIN');

    expect((await freeze(at.desk, at.id, '2026-11-24', '2026-11-25')).status).toBe(403);
    expect((await freeze(trainer, at.id, '2026-11-24', '2026-11-25')).status).toBe(403);
    expect((await freeze(stranger, at.id, '2026-11-24', '2026-11-25')).status).toBe(404);
    const { body } = await freeze(at.admin, at.id, '2026-11-24', '2026-11-25');
    const path = `/enrollments/${at.id}/freezes/${body.enrollment.freezes[0].id}`;
    expect((await at.desk.delete(path)).status).toBe(403);
    expect((await stranger.delete(path)).status).toBe(404);
  });
});

describe('ending a freeze', () => {
  it('that has not begun takes it back: end, places and seats are as before', async () => {
    const at = await ready();
    const { body } = await freeze(at.admin, at.id, '2026-11-24', '2026-12-03');
    const answer = await at.admin.delete(`/enrollments/${at.id}/freezes/${body.enrollment.freezes[0].id}`);

    expect(answer.body).toMatchObject({
      days: 10,
      daysLeft: 14,
      endDateBefore: '2026-12-30',
      full: [],
      enrollment: { endDate: '2026-12-20', freezes: [] },
    });
    expect(await seatDays(at, at.id)).toEqual(all);
    expect(await place(at)).toEqual([{ to: '2026-12-20' }]);
  });

  it('that runs cuts it to yesterday and says which seats are gone', async () => {
    const at = await ready({ capacity: 1 });
    const { body } = await freeze(at.admin, at.id, '2026-11-23', '2026-12-03');
    await takeSeat(at, '2026-11-30');
    const { admin } = await later(api, at, '2026-11-27T06:30:00Z');
    const path = `/enrollments/${at.id}/freezes/${body.enrollment.freezes[0].id}`;
    const answer = await admin.delete(path);

    expect(answer.body).toMatchObject({
      days: 7,
      daysLeft: 10,
      seated: [{ date: '2026-12-02' }],
      full: [{ date: '2026-11-30' }],
    });
    expect(answer.body.enrollment).toMatchObject({
      status: 'ACTIVE',
      endDate: '2026-12-24',
      freezes: [{ from: '2026-11-23', to: '2026-11-26', days: 4, status: 'OVER' }],
    });
    const again = await admin.delete(path);
    expect([again.status, again.body.code]).toEqual([409, 'invalid_transition']);
  });
});

describe('a student who rests', () => {
  it('is PAUSED wherever they are shown, until they are back', async () => {
    const at = await ready();
    await freeze(at.admin, at.id, '2026-11-21', '2026-11-24');
    const { studentId } = at.enrollment;
    const shown = async ({ desk }: Pick<At, 'desk'>) => ({
      student: (await desk.get(`/students/${studentId}`)).body,
      list: (await desk.get('/students?status=PAUSED')).body.items,
      found: (await desk.get('/search?q=asha&limit=50').expect(200)).body.items.find(
        (hit: { id: string }) => hit.id === studentId,
      ),
      enrollments: (await desk.get('/enrollments?status=PAUSED')).body.items,
    });
    expect(await shown(at)).toMatchObject({
      student: { status: 'PAUSED', warnings: expect.arrayContaining([{ code: 'PAUSED', date: '2026-11-24' }]) },
      list: [{ id: studentId, warnings: expect.arrayContaining([{ code: 'PAUSED', date: '2026-11-24' }]) }],
      found: { status: 'PAUSED', pausedUntil: '2026-11-24' },
      enrollments: [{ id: at.id, pausedUntil: '2026-11-24' }],
    });
    expect(await shown(await later(api, at, '2026-11-25T06:30:00Z'))).toMatchObject({
      student: { status: 'ACTIVE' },
      list: [],
      found: { status: 'ACTIVE', pausedUntil: null },
      enrollments: [],
    });
  });

  it('is apart on the roster of those days, and warned of or blocked as the center says', async () => {
    const before = await ready();
    await freeze(before.admin, before.id, '2026-11-23', '2026-11-24');
    const at = await later(api, before, '2026-11-23T11:40:00Z');
    const [session] = await at.center.rows<{ id: string }>(
      `select id from class_sessions where center_id = $1 and date = '2026-11-23'`,
      [at.center.id],
    );
    const { studentId } = at.enrollment;
    const mark = () =>
      at.admin
        .post('/attendance/mark')
        .send({ classSessionId: session!.id, marks: [{ studentId, status: 'PRESENT' }] });
    await at.admin.patch(`/centers/${at.center.id}/settings`).send({ attendance: { onInactive: { paused: 'BLOCK' } } });
    const roster = await at.admin.get(`/class-sessions/${session!.id}/roster`);
    expect(roster.body.rows).toMatchObject([
      {
        studentId,
        kind: null,
        blocked: true,
        warnings: expect.arrayContaining([{ code: 'PAUSED', date: '2026-11-24' }]),
      },
    ]);
    expect((await mark()).body).toMatchObject({ saved: 0, blocked: [{ studentId, code: 'PAUSED' }] });
    await at.admin.patch(`/centers/${at.center.id}/settings`).send({ attendance: { onInactive: { paused: 'WARN' } } });
    expect((await mark()).body).toMatchObject({
      saved: 1,
      warnings: expect.arrayContaining([{ studentId, code: 'PAUSED' }]),
    });
  });

  it('has no seat in sessions that are planned later', async () => {
    const at = await ready();
    await freeze(at.admin, at.id, '2026-11-30', '2026-12-03');
    for (const table of ['session_spots', 'bookings', 'class_sessions'])
      await at.center.rows(`delete from ${table} where center_id = $1`, [at.center.id]);
    await at.admin.post('/class-sessions/generate').send({ until: '2026-12-10' });

    expect(await seatDays(at, at.id)).toEqual(['2026-11-23', '2026-11-25', '2026-12-07', '2026-12-09']);
  });

  it('keeps the reason to those who sell plans', async () => {
    const at = await ready();
    const trainer = await at.center.staff('TRAINER');
    await at.center.rows('insert into batch_trainers (center_id, batch_id, user_id) values ($1, $2, $3)', [
      at.center.id,
      at.batchId,
      trainer.id,
    ]);
    await at.admin
      .post(`/enrollments/${at.id}/freezes`)
      .send({ from: '2026-11-24', to: '2026-11-25', reason: 'Broken arm' });

    expect((await at.desk.get(`/enrollments/${at.id}`)).body.freezes[0].reason).toBe('Broken arm');
    expect((await trainer.get(`/enrollments/${at.id}`)).text).not.toContain('Broken');
  });
});

async function release({ center, id }: At, date: string): Promise<void> {
  await center.rows(
    `update session_spots s set state = 'free', student_id = null, booking_id = null from bookings b join class_sessions c on c.id = b.session_id
     where s.booking_id = b.id and b.enrollment_id = $1 and c.date = $2`,
    [id, date],
  );
  await center.rows(
    `update bookings b set status = 'CANCELLED', cancelled_at = now() from class_sessions c where c.id = b.session_id and b.enrollment_id = $1 and c.date = $2`,
    [id, date],
  );
}
