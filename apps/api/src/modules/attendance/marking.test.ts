import { addDays, weekdayOf } from '@cartwheel/domain/calendar';
import type { Person } from '../../../test/cast.ts';
import { aClass, mark, rowOf, setting } from '../../../test/cast-attendance.ts';
import {
  addChild,
  enroll,
  expectStatus,
  oneOff,
  type Session,
  sessionsOf,
  visitsLeft,
} from '../../../test/cast-classes.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();

describe('who may mark', () => {
  it('trainers only their own sessions', async () => {
    const { center, session, asha } = await aClass(api);
    const other = await center.staff('TRAINER');
    const answer = await mark(other, session, [asha, 'PRESENT']);
    expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
  });

  it('a substitute who takes the session', async () => {
    const { center, admin, session, asha } = await aClass(api);
    const substitute = await center.staff('TRAINER');
    await admin.patch(`/class-sessions/${session.id}`).send({ trainerUserId: substitute.id });
    expect((await mark(substitute, session, [asha, 'PRESENT'])).status).toBe(200);
  });

  it('the front desk, unless the center switches it off', async () => {
    const { center, admin, session, asha } = await aClass(api);
    const desk = await center.staff('COUNSELOR');
    expect((await mark(desk, session, [asha, 'PRESENT'])).status).toBe(200);
    await setting(admin, center, { attendance: { frontDeskMayMark: false } });
    expect((await mark(desk, session, [asha, 'ABSENT'])).status).toBe(403);
  });

  it('trainers until a day after the end, admins always', async () => {
    const { center, admin, trainer, session, asha } = await aClass(api);
    const later = (hours: number) => api.setNow(new Date(Date.parse(session.endsAt) + hours * 3_600_000));
    later(23);
    const again = await center.signIn(trainer.id, 'trainer', center.id);
    expect((await mark(again, session, [asha, 'PRESENT'])).status).toBe(200);
    later(24.1);
    const late = await center.signIn(trainer.id, 'trainer', center.id);
    const answer = await mark(late, session, [asha, 'ABSENT']);
    expect([answer.status, answer.body.code]).toEqual([409, 'session_closed']);
    expect((await mark(await center.signIn(admin.id, 'admin', center.id), session, [asha, 'ABSENT'])).status).toBe(200);
  });

  it('only admins on days to come, and nobody in a session that is cancelled', async () => {
    const { admin, trainer, batch, asha } = await aClass(api);
    const tomorrow = (await sessionsOf(admin, batch.id))[1]!;
    const early = await mark(trainer, tomorrow, [asha, 'EXCUSED']);
    expect([early.status, early.body.code]).toEqual([409, 'invalid_transition']);
    expect((await mark(admin, tomorrow, [asha, 'EXCUSED'])).status).toBe(200);
    await admin.post(`/class-sessions/${tomorrow.id}/cancel`).send({ reason: 'Rain' });
    const closed = await mark(admin, tomorrow, [asha, 'PRESENT']);
    expect([closed.status, closed.body.code]).toEqual([409, 'session_closed']);
  });

  it('as the session itself says', async () => {
    const { center, admin, trainer, batch } = await aClass(api);
    const desk = await center.staff('COUNSELOR');
    const [now, tomorrow] = await sessionsOf(admin, batch.id);
    const saysTo = async (person: Person, session: Session) =>
      (await person.get(`/class-sessions/${session.id}`)).body.mayMark;
    expect([await saysTo(trainer, now!), await saysTo(desk, now!), await saysTo(admin, now!)]).toEqual([
      true,
      true,
      true,
    ]);
    expect([await saysTo(trainer, tomorrow!), await saysTo(desk, tomorrow!), await saysTo(admin, tomorrow!)]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('an enrollment that is not in order', () => {
  it('warns, and the mark is saved', async () => {
    const { center, admin, trainer, batch, today, session } = await aClass(api);
    const lena = await addChild(admin, 'Lena');
    await enroll(center, lena, { batchId: batch.id, from: addDays(today, -30), to: addDays(today, -1) });
    const answer = await mark(trainer, session, [lena, 'PRESENT']);
    expect(answer.body).toMatchObject({ saved: 1, warnings: [{ studentId: lena, code: 'EXPIRED' }], blocked: [] });
    expect(rowOf(answer, lena)).toMatchObject({ kind: 'DROP_IN', mark: 'PRESENT' });
  });

  it('blocks where the center says so, and the others are saved', async () => {
    const { center, admin, trainer, batch, today, session, asha } = await aClass(api);
    await setting(admin, center, { attendance: { onInactive: { expired: 'BLOCK' } } });
    const lena = await addChild(admin, 'Lena');
    await enroll(center, lena, { batchId: batch.id, from: addDays(today, -30), to: addDays(today, -1) });

    const answer = await mark(trainer, session, [lena, 'PRESENT'], [asha, 'PRESENT']);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ saved: 1, blocked: [{ studentId: lena, code: 'EXPIRED' }] });
    expect(rowOf(answer, lena)).toMatchObject({ mark: null, kind: null, blocked: true });
    expect(rowOf(answer, asha)!.mark).toBe('PRESENT');
    expect((await mark(trainer, session, [lena, 'ABSENT'])).body.saved).toBe(1);
  });

  it('does not count where it covered the day of the class', async () => {
    const { center, admin, session, asha } = await aClass(api, { days: 0 });
    await setting(admin, center, { attendance: { onInactive: { expired: 'BLOCK' } } });
    api.setNow(new Date(Date.parse(session.endsAt) + 3_600_000 * 10));
    const again = await center.signIn(admin.id, 'admin', center.id);
    expect((await mark(again, session, [asha, 'PRESENT'])).body).toMatchObject({ saved: 1, blocked: [], warnings: [] });
  });

  it('does not keep a mark from being corrected after the last visit was used', async () => {
    const { center, admin, trainer, session, asha, enrollment } = await aClass(api, { visits: 1 });
    await setting(admin, center, { attendance: { onInactive: { usedUp: 'BLOCK' } } });
    expect((await mark(trainer, session, [asha, 'PRESENT'])).body).toMatchObject({ saved: 1, blocked: [] });
    expect((await mark(trainer, session, [asha, 'LATE'])).body).toMatchObject({ saved: 1, blocked: [] });
    expect(await visitsLeft(center, enrollment)).toBe(0);

    const next = await oneOff(admin, { date: session.date, startTime: '06:00', endTime: '07:00' });
    const answer = await mark(admin, next, [asha, 'PRESENT']);
    expect(answer.body).toMatchObject({
      saved: 0,
      blocked: [{ studentId: asha, code: expect.stringMatching(/USED_UP|EXPIRED/) }],
    });
  });
});

describe('what is unpaid', () => {
  async function owing() {
    const setting = await aClass(api);
    const { admin, batch, today, session } = setting;
    const plan = await admin.post('/plans').send({ name: 'Monthly', planType: 'MONTHLY', priceMinor: 100_000 });
    const studentId = await addChild(admin, 'Omar');
    const terms = { planId: plan.body.id, startDate: today, batchIds: [batch.id], daysSelected: [weekdayOf(today)] };
    expectStatus(await admin.post('/enrollments').send({ studentId, ...terms }), 201);
    return { ...setting, omar: studentId, path: `/class-sessions/${session.id}/roster` };
  }

  it('warns those who may know, and is never told to trainers', async () => {
    const { admin, trainer, session, omar, path } = await owing();
    const codesFor = async (person: Person) => rowOf(await person.get(path), omar)!.warnings.map(({ code }) => code);
    expect(await codesFor(admin)).toContain('UNPAID');
    expect(await codesFor(trainer)).toEqual([]);
    expect((await mark(trainer, session, [omar, 'PRESENT'])).text).not.toContain('UNPAID');
    expect((await mark(admin, session, [omar, 'LATE'])).body.warnings).toEqual([{ studentId: omar, code: 'UNPAID' }]);
  });

  it('blocks for everybody, and trainers are not told why', async () => {
    const { center, admin, trainer, session, omar, path } = await owing();
    await setting(admin, center, { attendance: { onInactive: { unpaid: 'BLOCK' } } });
    const desk = await center.staff('COUNSELOR');
    expect((await mark(desk, session, [omar, 'PRESENT'])).body.blocked).toEqual([{ studentId: omar, code: 'UNPAID' }]);
    const refused = await mark(trainer, session, [omar, 'PRESENT']);
    expect(refused.body).toMatchObject({ saved: 0, blocked: [{ studentId: omar, code: 'SEE_FRONT_DESK' }] });
    expect(refused.text).not.toContain('UNPAID');
    const row = rowOf(await trainer.get(path), omar)!;
    expect([row.blocked, row.mark, row.warnings.map(({ code }) => code)]).toEqual([true, null, ['SEE_FRONT_DESK']]);
    expect((await mark(trainer, session, [omar, 'ABSENT'])).body).toMatchObject({ saved: 1, blocked: [] });
  });
});
