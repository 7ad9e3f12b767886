import { freezable, freeze, later, seatDays } from '../../../test/cast-freezes.ts';
import { batchOf, enrolled, NOW, readyCenter } from '../../../test/cast-enrollments.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();
beforeEach(() => api.setNow(NOW));
const ready = async (options = {}) => freezable(await api.newCenter(), options);

describe('a freeze that is refused', () => {
  it('has more days than the plan allows, all freezes together', async () => {
    const at = await ready({ allowed: 7 });
    const none = await readyCenter(at.center);
    const { enrollment } = await enrolled({ desk: none.desk, terms: { ...at.terms, planId: none.planId } });
    await freeze(at.admin, at.id, '2026-11-24', '2026-11-28');
    const more = await freeze(at.admin, at.id, '2026-12-01', '2026-12-03');
    const never = await freeze(at.admin, enrollment.id, '2026-12-01', '2026-12-01');

    expect([more.status, more.body.code]).toEqual([422, 'freeze_allowance_exceeded']);
    expect(more.body.detail).toBe('That is 8 freeze days in all; the plan allows 7');
    expect(never.body.detail).toBe('This plan has no freeze days');
    expect((await freeze(at.admin, at.id, '2026-12-01', '2026-12-02')).status).toBe(201);
  });

  it('overlaps another one, by a day', async () => {
    const at = await ready();
    const first = await freeze(at.admin, at.id, '2026-11-24', '2026-11-25');
    const second = await freeze(at.admin, at.id, '2026-11-25', '2026-11-26');
    expect([second.status, second.body.code, second.body.existingId]).toEqual([
      409,
      'duplicate',
      first.body.enrollment.freezes[0].id,
    ]);
    expect((await freeze(at.admin, at.id, '2026-11-26', '2026-11-26')).status).toBe(201);
  });

  it('begins long ago, or on a day on which the student came', async () => {
    const at = await later(api, await ready(), '2026-11-26T06:30:00Z');
    const [session] = await at.center.rows<{ id: string }>(
      `select id from class_sessions where center_id = $1 and date = '2026-11-23'`,
      [at.center.id],
    );
    await at.admin
      .post('/attendance/mark')
      .send({ classSessionId: session!.id, marks: [{ studentId: at.enrollment.studentId, status: 'PRESENT' }] });
    const path = (answer: { body: { errors: { path: string }[] } }) => answer.body.errors.map((error) => error.path);

    expect(path(await freeze(at.admin, at.id, '2026-11-22', '2026-11-28'))).toEqual(['from']);
    expect(path(await freeze(at.admin, at.id, '2026-11-18', '2026-11-28'))).toEqual(['from']);
    const late = await freeze(at.admin, at.id, '2026-11-24', '2026-11-28');
    expect(late.body).toMatchObject({
      days: 5,
      released: [{ date: '2026-11-25' }],
      enrollment: { status: 'PAUSED', pausedUntil: '2026-11-28' },
    });
  });

  it('is of something that is over', async () => {
    const at = await ready();
    await at.admin.post(`/enrollments/${at.id}/cancel`).send({ reason: 'Moving' });
    const answer = await freeze(at.admin, at.id, '2026-11-24', '2026-11-25');
    expect([answer.status, answer.body.code]).toEqual([409, 'invalid_transition']);
  });

  it('would let the plan end within it', async () => {
    const at = await ready();
    await freeze(at.admin, at.id, '2026-11-24', '2026-11-30');
    const answer = await at.admin.patch(`/enrollments/${at.id}`).send({ endDate: '2026-11-28' });
    expect(answer.body.errors[0]).toMatchObject({
      path: 'endDate',
      message: 'It rests until 2026-11-30; end the freeze first',
    });
  });
});

describe('at the same moment', () => {
  it('twenty freezes never exceed what the plan allows', async () => {
    const at = await ready({ allowed: 5 });
    const days = Array.from({ length: 20 }, (_, index) => `2026-12-${String(index + 1).padStart(2, '0')}`);
    const answers = await Promise.all(days.map((day) => freeze(at.admin, at.id, day, day)));
    const [used] = await at.center.rows(`select count(*)::int as days from enrollment_freezes where center_id = $1`, [
      at.center.id,
    ]);

    expect(answers.filter(({ status }) => status === 201)).toHaveLength(5);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    expect(used).toEqual({ days: 5 });
    expect((await at.desk.get(`/enrollments/${at.id}`)).body.endDate).toBe('2026-12-25');
  });

  it('the database holds the allowance and the overlap whatever code asks', async () => {
    const at = await ready({ allowed: 5 });
    const insert = (from: string, to: string) =>
      at.center.rows(
        `insert into enrollment_freezes (center_id, enrollment_id, from_date, to_date, moves_end) values ($1, $2, $3, $4, true)`,
        [at.center.id, at.id, from, to],
      );
    await insert('2026-12-01', '2026-12-03');

    await expect(insert('2026-12-03', '2026-12-04')).rejects.toMatchObject({ constraint: 'freezes_overlap' });
    await expect(insert('2026-12-05', '2026-12-07')).rejects.toMatchObject({ message: 'freeze_allowance_exceeded' });
  });

  it('planning sessions leaves no seat within a freeze', async () => {
    const at = await ready({ allowed: 60 });
    const other = await batchOf(at.center, { name: 'Later', days: ['TUE'] });
    await at.admin
      .post(`/enrollments/${at.id}/transfer`)
      .send({ batchIds: [at.batchId, other], daysSelected: ['MON', 'TUE', 'WED'], from: '2026-11-22' });
    await Promise.all([
      at.admin.post('/class-sessions/generate').send({ until: '2027-01-31' }),
      freeze(at.admin, at.id, '2026-12-01', '2027-01-20'),
      at.admin.post('/class-sessions/generate').send({ until: '2027-02-10' }),
    ]);
    const days = await seatDays(at, at.id);

    expect(days.filter((day) => day >= '2026-12-01' && day <= '2027-01-20')).toEqual([]);
    expect(days.filter((day) => day > '2027-01-20').length).toBeGreaterThan(3);
  });
});
