import { addDays, instantOf } from '@cartwheel/domain/calendar';
import { addChild, enroll, openBatch, sessionsOf } from '../../../test/cast-classes.ts';
import { mark, rowOf, setting } from '../../../test/cast-attendance.ts';
import { aDoor, DAY, eventsOf, marksOf, scan } from '../../../test/cast-check-ins.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();

describe('a pass that is shown', () => {
  it('in time marks present in the class the student has now', async () => {
    const door = await aDoor(api);
    const desk = await door.at('15:50');
    const answer = await scan(desk, { code: door.pass, device: 'Front door' });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      eventType: 'SESSION_CHECK_IN',
      outcome: 'ACCEPTED',
      student: { id: door.asha, name: 'Asha' },
      session: { id: door.session.id, startTime: '16:00' },
      mark: 'PRESENT',
      method: 'QR',
      device: 'Front door',
      already: false,
      notices: [],
      by: { id: desk.id },
    });
    expect(await marksOf(door.center)).toMatchObject([{ student_id: door.asha, status: 'PRESENT', method: 'QR' }]);
    const row = rowOf(await desk.get(`/class-sessions/${door.session.id}/roster`), door.asha);
    expect(row).toMatchObject({ mark: 'PRESENT', markedBy: { id: desk.id } });
  });

  it('after the grace period marks late', async () => {
    const door = await aDoor(api);
    expect((await scan(await door.at('16:10'), { code: door.pass })).body.mark).toBe('PRESENT');
    const other = await aDoor(api);
    expect((await scan(await other.at('16:11'), { code: other.pass })).body.mark).toBe('LATE');
  });

  it('is read whatever a scanner does to it: small letters, spaces around', async () => {
    const door = await aDoor(api);
    const answer = await scan(await door.at('15:50'), { code: `  ${door.pass.toLowerCase()}\n` });
    expect(answer.body).toMatchObject({ outcome: 'ACCEPTED', student: { id: door.asha } });
  });

  it('twice is one arrival, and says when it was', async () => {
    const door = await aDoor(api);
    const first = await scan(await door.at('15:50'), { code: door.pass });
    const second = await scan(await door.at('15:58'), { code: door.pass });
    expect(second.body).toMatchObject({ id: first.body.id, already: true, occurredAt: first.body.occurredAt });
    expect(await eventsOf(door.center)).toHaveLength(1);
  });

  it('opens the center, and says why no class', async () => {
    const door = await aDoor(api);
    const early = await scan(await door.at('12:30'), { code: door.pass });
    expect(early.body).toMatchObject({
      eventType: 'CENTER_CHECK_IN',
      mark: null,
      session: null,
      notices: [{ code: 'SESSION_LATER', session: { id: door.session.id } }],
    });
    const again = await scan(await door.at('12:40'), { code: door.pass });
    expect(again.body).toMatchObject({ id: early.body.id, already: true });
    const over = await aDoor(api);
    expect((await scan(await over.at('17:00'), { code: over.pass })).body).toMatchObject({
      eventType: 'CENTER_CHECK_IN',
      notices: [{ code: 'SESSION_OVER', session: { id: over.session.id } }],
    });
    expect(await marksOf(over.center)).toEqual([]);
    const guest = await addChild(await over.at('17:01', 'CENTER_ADMIN'), 'Noor');
    expect((await scan(await over.at('17:01'), { studentId: guest })).body.notices).toEqual([
      { code: 'NOT_BOOKED_TODAY', session: null },
    ]);
  });

  it('lets out as well', async () => {
    const door = await aDoor(api);
    await scan(await door.at('15:50'), { code: door.pass });
    const out = { code: door.pass, eventType: 'CENTER_CHECK_OUT' };
    const left = await scan(await door.at('17:05'), out);
    expect(left.body).toMatchObject({ eventType: 'CENTER_CHECK_OUT', already: false });
    expect((await scan(await door.at('17:06'), out)).body).toMatchObject({ id: left.body.id, already: true });
    const back = await scan(await door.at('17:10'), { code: door.pass });
    expect(back.body).toMatchObject({ eventType: 'CENTER_CHECK_IN', already: false });
  });
});

describe('a class that is named', () => {
  it('refuses after its end and too early, with the reason, and both are in the log', async () => {
    const door = await aDoor(api);
    const body = { code: door.pass, classSessionId: door.session.id };
    const early = await scan(await door.at('14:59'), body);
    expect([early.status, early.body.code, early.body.detail, early.body.subject]).toEqual([
      409,
      'check_in_too_early',
      `Tigers on ${DAY} opens at 15:00`,
      'Asha',
    ]);
    const over = await scan(await door.at('17:00'), body);
    expect([over.status, over.body.code, over.body.detail]).toEqual([
      409,
      'session_closed',
      `Tigers on ${DAY} ended at 17:00`,
    ]);
    expect(await eventsOf(door.center)).toMatchObject([
      { outcome: 'REFUSED', reason: 'check_in_too_early', mark: null },
      { outcome: 'REFUSED', reason: 'session_closed', mark: null },
    ]);
    expect(await marksOf(door.center)).toEqual([]);
  });

  it('is looked for where a check-in to a class is asked for', async () => {
    const door = await aDoor(api);
    const body = { code: door.pass, eventType: 'SESSION_CHECK_IN' };
    expect((await scan(await door.at('12:00'), body)).body.code).toBe('check_in_too_early');
    expect((await scan(await door.at('18:00'), body)).body.code).toBe('session_closed');
    const admin = await door.at('18:00', 'CENTER_ADMIN');
    const noor = await addChild(admin, 'Noor');
    const answer = await scan(admin, { studentId: noor, eventType: 'SESSION_CHECK_IN' });
    expect([answer.status, answer.body.code]).toEqual([409, 'invalid_transition']);
  });

  it('takes somebody without a seat while there is one, and says so', async () => {
    const door = await aDoor(api);
    const admin = await door.at('15:50', 'CENTER_ADMIN');
    const noor = await addChild(admin, 'Noor');
    const answer = await scan(admin, { studentId: noor, classSessionId: door.session.id });
    expect(answer.body).toMatchObject({ mark: 'PRESENT', method: 'MANUAL', notices: [{ code: 'NOT_BOOKED' }] });
    const small = await openBatch(admin, { startTime: '16:00', endTime: '17:00', capacity: 1, name: 'Small' });
    const [full] = (await sessionsOf(admin, small.id)).filter(({ date }) => date === DAY);
    const mia = await addChild(admin, 'Mia');
    await enroll(door.center, mia, { batchId: small.id, from: DAY, to: DAY });
    const refused = await scan(admin, { studentId: noor, classSessionId: full!.id });
    expect([refused.status, refused.body.code]).toEqual([409, 'capacity_full']);
    expect((await eventsOf(door.center)).at(-1)).toMatchObject({ outcome: 'REFUSED', reason: 'capacity_full' });
  });

  it('refuses when it was cancelled', async () => {
    const door = await aDoor(api);
    await (
      await door.at('13:00', 'CENTER_ADMIN')
    )
      .post(`/class-sessions/${door.session.id}/cancel`)
      .send({ reason: 'Rain' });
    const named = await scan(await door.at('15:50'), { code: door.pass, classSessionId: door.session.id });
    expect([named.status, named.body.code]).toEqual([409, 'session_closed']);
    expect((await scan(await door.at('15:51'), { code: door.pass })).body.eventType).toBe('CENTER_CHECK_IN');
  });
});

describe('a plan that is not in order', () => {
  async function expired() {
    const door = await aDoor(api);
    const admin = await door.at('12:00', 'CENTER_ADMIN');
    await door.center.rows('update enrollments set start_date = $2, end_date = $2 where student_id = $1', [
      door.asha,
      addDays(DAY, -1),
    ]);
    return { door, admin };
  }

  it('warns at the door', async () => {
    const { door } = await expired();
    const answer = await scan(await door.at('15:50'), { code: door.pass });
    expect(answer.body).toMatchObject({ mark: 'PRESENT', warnings: [{ code: 'EXPIRED' }] });
  });

  it('turns away where the center says so, with the reason in words', async () => {
    const { door, admin } = await expired();
    await setting(admin, door.center, { attendance: { onInactive: { expired: 'BLOCK' } } });
    const answer = await scan(await door.at('15:50'), { code: door.pass });
    expect([answer.status, answer.body.code, answer.body.detail, answer.body.subject]).toEqual([
      422,
      'enrollment_inactive',
      'The plan has ended',
      'Asha',
    ]);
    expect(await marksOf(door.center)).toEqual([]);
    expect(await eventsOf(door.center)).toMatchObject([{ outcome: 'REFUSED', reason: 'enrollment_inactive' }]);
  });
});

describe('a mark by hand', () => {
  it('afterwards wins, and a later arrival counts again', async () => {
    const door = await aDoor(api);
    await scan(await door.at('15:50'), { code: door.pass });
    await mark(await door.at('16:05'), door.session, [door.asha, 'ABSENT']);
    const told = { code: door.pass, occurredAt: instantOf(DAY, '15:55', door.center.timezone).instant };
    const offline = await scan(await door.at('16:06'), told);
    expect(offline.body).toMatchObject({ already: false, notices: [{ code: 'MARK_KEPT' }] });
    expect(await marksOf(door.center)).toMatchObject([{ status: 'ABSENT', method: 'MANUAL' }]);
    await scan(await door.at('16:20'), { code: door.pass });
    expect(await marksOf(door.center)).toMatchObject([{ status: 'LATE', method: 'QR' }]);
  });

  it('that was there before is not made worse', async () => {
    const door = await aDoor(api);
    await mark(await door.at('16:00'), door.session, [door.asha, 'PRESENT']);
    const answer = await scan(await door.at('16:30'), { code: door.pass });
    expect(answer.body).toMatchObject({ already: false, mark: 'LATE' });
    expect(await marksOf(door.center)).toMatchObject([{ status: 'PRESENT', method: 'MANUAL' }]);
  });

  it('that takes one back is not undone by the arrival before it', async () => {
    const door = await aDoor(api);
    await scan(await door.at('15:50'), { code: door.pass });
    const desk = await door.at('16:05');
    await mark(desk, door.session, [door.asha, null]);
    await scan(await door.at('16:20'), { code: door.pass });
    expect(rowOf(await desk.get(`/class-sessions/${door.session.id}/roster`), door.asha)!.mark).toBe('LATE');
  });
});

describe('who stands at the door', () => {
  it('trainers check in to their own classes, and nowhere else', async () => {
    const door = await aDoor(api);
    const other = await scan(await door.at('15:50', 'OTHER_TRAINER'), { code: door.pass });
    expect([other.status, other.body.code]).toEqual([403, 'forbidden']);
    const trainer = await door.at('15:50', 'TRAINER');
    for (const eventType of ['CENTER_CHECK_IN', 'CENTER_CHECK_OUT']) {
      expect((await scan(trainer, { code: door.pass, eventType })).status).toBe(403);
    }
    expect((await scan(trainer, { code: door.pass })).body).toMatchObject({ mark: 'PRESENT' });
    expect((await scan(await door.at('18:00', 'TRAINER'), { code: door.pass })).body.code).toBe('session_closed');
    const named = { code: door.pass, classSessionId: door.session.id };
    expect((await scan(await door.at('15:50', 'OTHER_TRAINER'), named)).status).toBe(403);
  });

  it('the front desk, also where it may not mark by hand', async () => {
    const door = await aDoor(api);
    const admin = await door.at('12:00', 'CENTER_ADMIN');
    await setting(admin, door.center, { attendance: { frontDeskMayMark: false } });
    expect((await scan(await door.at('15:50'), { code: door.pass })).body).toMatchObject({ mark: 'PRESENT' });
  });
});

describe('a request', () => {
  it('says either a pass or a student, and a class only for a check-in to it', async () => {
    const door = await aDoor(api);
    const desk = await door.at('15:50');
    for (const body of [
      {},
      { code: door.pass, studentId: door.asha },
      { code: door.pass, classSessionId: door.session.id, eventType: 'CENTER_CHECK_OUT' },
    ]) {
      expect((await scan(desk, body)).body.code).toBe('validation_failed');
    }
    const unknown = await scan(desk, { studentId: door.session.id });
    expect([unknown.status, unknown.body.code]).toEqual([422, 'reference_not_found']);
  });

  it('follows the settings that count when it happens', async () => {
    const door = await aDoor(api);
    const admin = await door.at('12:00', 'CENTER_ADMIN');
    await setting(admin, door.center, { attendance: { checkInMinutesBefore: 15, lateGraceMinutes: 0 } });
    const body = { code: door.pass, eventType: 'SESSION_CHECK_IN' };
    expect((await scan(await door.at('15:44'), body)).body.code).toBe('check_in_too_early');
    expect((await scan(await door.at('16:01'), body)).body.mark).toBe('LATE');
  });
});
