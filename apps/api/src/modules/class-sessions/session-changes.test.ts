import { addDays } from '@cartwheel/domain/calendar';
import {
  addChild,
  book,
  enroll,
  oneOff,
  openBatch,
  sessionsOf,
  todayAt,
  visitsLeft,
} from '../../../test/cast-classes.ts';
import type { Cast } from '../../../test/cast.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();

async function open(options: Parameters<typeof api.newCenter>[0] = {}) {
  const center = await api.newCenter(options);
  const admin = await center.staff('CENTER_ADMIN');
  return { center, admin, today: todayAt(center) };
}

const mailsTo = (center: Cast, studentId: string) =>
  center.rows<{ subject: string; text: string }>(
    'select m.subject, m.text from mailbox_messages m join guardians g on g.email = m.recipient join family_links f on f.guardian_id = g.id where f.student_id = $1',
    [studentId],
  );

describe('changing a session', () => {
  it('takes the steps in order and names those that are possible', async () => {
    const { admin, today } = await open();
    const { id } = await oneOff(admin, { date: today, status: 'DRAFT' });
    const to = (status: string) => admin.patch(`/class-sessions/${id}`).send({ status });

    const early = await to('COMPLETED');
    expect([early.status, early.body.code, early.body.allowed]).toEqual([
      409,
      'invalid_transition',
      ['PUBLISHED', 'CANCELLED'],
    ]);
    expect((await to('PUBLISHED')).body.status).toBe('PUBLISHED');
    expect((await to('IN_PROGRESS')).body.status).toBe('IN_PROGRESS');
    expect((await to('COMPLETED')).body.status).toBe('COMPLETED');
    expect((await admin.patch(`/class-sessions/${id}`).send({ name: 'Late' })).body.code).toBe('session_closed');
    expect((await admin.post(`/class-sessions/${id}/cancel`).send({ reason: 'Rain' })).body.code).toBe(
      'invalid_transition',
    );
  });

  it('moves it in time and tells so', async () => {
    const { center, admin, today } = await open();
    const { id } = await oneOff(admin, { date: today });
    const answer = await admin
      .patch(`/class-sessions/${id}`)
      .send({ date: addDays(today, 2), startTime: '12:00', endTime: '13:00' });
    expect(answer.body).toMatchObject({ date: addDays(today, 2), startsAt: `${addDays(today, 2)}T06:30:00.000Z` });
    const told = await center.rows(
      "select from outbox_events where name = 'class-session.moved' and payload ->> 'sessionId' = $1",
      [id],
    );
    expect(told).toHaveLength(1);
  });

  it('can say before whether it could be, and changes nothing then', async () => {
    const { center, admin, today } = await open();
    const trainer = await center.staff('TRAINER');
    const tomorrow = addDays(today, 1);
    await oneOff(admin, { date: tomorrow, startTime: '12:00', endTime: '13:00', trainerUserId: trainer.id });
    const session = await oneOff(admin, { date: tomorrow, trainerUserId: trainer.id });
    const preview = (body: object) => admin.patch(`/class-sessions/${session.id}?preview=true`).send(body);

    const clash = await preview({ startTime: '12:30', endTime: '13:30' });
    expect([clash.status, clash.body.code]).toEqual([409, 'trainer_busy']);
    expect((await preview({ startTime: '13:00', endTime: '14:00' })).body).toMatchObject({ startTime: '13:00' });
    expect((await admin.get(`/class-sessions/${session.id}`)).body).toEqual(session);
    const told = await center.rows(
      "select from outbox_events where name = 'class-session.moved' and payload ->> 'sessionId' = $1",
      [session.id],
    );
    expect(told).toEqual([]);
  });

  it('tells those who have a seat the new time, once, and leaves it in their history', async () => {
    const { center, admin, today } = await open();
    const tomorrow = addDays(today, 1);
    const session = await oneOff(admin, { date: tomorrow });
    const [asha, ben] = [await addChild(admin, 'Asha'), await addChild(admin, 'Ben')];
    await book(center, session.id, asha, 'DROP_IN');
    await admin.patch(`/class-sessions/${session.id}`).send({ startTime: '12:00', endTime: '13:00' });
    await book(center, session.id, ben, 'DROP_IN');
    await api.settle();

    expect(await mailsTo(center, asha)).toEqual([
      {
        subject: `Open gym on ${tomorrow} takes place at another time`,
        text: expect.stringContaining(`from 10:00 to 11:00, is on ${tomorrow} from 12:00 to 13:00.`),
      },
    ]);
    expect(await mailsTo(center, ben)).toEqual([]);
    const { items } = (await admin.get(`/students/${asha}/timeline`)).body;
    expect(items).toContainEqual(
      expect.objectContaining({
        kind: 'class-session.moved',
        details: expect.objectContaining({ name: 'Open gym', date: tomorrow, startTime: '12:00', fromTime: '10:00' }),
      }),
    );
  });

  it('tells nobody when it was moved back meanwhile, or is not published', async () => {
    const { center, admin, today } = await open();
    const session = await oneOff(admin, { date: addDays(today, 1) });
    const asha = await addChild(admin, 'Asha');
    await book(center, session.id, asha, 'DROP_IN');
    const path = `/class-sessions/${session.id}`;
    await admin.patch(path).send({ startTime: '10:30' });
    await admin.patch(path).send({ startTime: '10:00' });
    await api.settle();
    const mails = await mailsTo(center, asha);
    expect(mails.filter(({ text }) => text.includes('from 10:00 to 11:00, is on'))).toEqual([]);

    const draft = await oneOff(admin, { date: addDays(today, 2), status: 'DRAFT' });
    await admin.patch(`/class-sessions/${draft.id}`).send({ startTime: '10:30' });
    await api.settle();
    expect(await mailsTo(center, asha)).toEqual(mails);
  });

  it('goes over the batch only on purpose', async () => {
    const { center, admin } = await open();
    const batch = await openBatch(admin, { capacity: 2 });
    const [, session] = await sessionsOf(admin, batch.id);
    const raise = (fields: object) => admin.patch(`/class-sessions/${session!.id}`).send({ capacity: 3, ...fields });

    expect((await raise({})).body.errors[0].path).toBe('overbookReason');
    expect((await raise({ overbookReason: 'A sibling comes along' })).body).toMatchObject({
      capacity: 3,
      seatsLeft: 3,
    });
    const audited = await center.rows(
      "select from audit_log where entity_id = $1 and after ->> 'overbook_reason' = 'A sibling comes along'",
      [session!.id],
    );
    expect(audited).toHaveLength(1);
  });

  it('refuses fewer seats than are taken', async () => {
    const { center, admin, today } = await open();
    const session = await oneOff(admin, { date: today, capacity: 3 });
    for (const name of ['Asha', 'Ben']) await book(center, session.id, await addChild(admin, name), 'DROP_IN');
    const answer = await admin.patch(`/class-sessions/${session.id}`).send({ capacity: 1 });
    expect([answer.status, answer.body.code]).toEqual([409, 'capacity_full']);
    expect((await admin.patch(`/class-sessions/${session.id}`).send({ capacity: 2 })).body).toMatchObject({
      seatsTaken: 2,
      seatsLeft: 0,
    });
  });

  it('refuses what somebody else changed first, and another center', async () => {
    const { admin, today } = await open();
    const session = await oneOff(admin, { date: today });
    await admin.patch(`/class-sessions/${session.id}`).send({ name: 'Open hall' });
    const late = await admin
      .patch(`/class-sessions/${session.id}`)
      .set('if-match', `"${session.version}"`)
      .send({ name: 'X' });
    expect([late.status, late.body.code]).toEqual([412, 'stale_version']);
    const stranger = (await open()).admin;
    expect((await stranger.patch(`/class-sessions/${session.id}`).send({ name: 'X' })).status).toBe(404);
    expect((await stranger.get(`/class-sessions/${session.id}`)).status).toBe(404);
    expect((await stranger.post(`/class-sessions/${session.id}/cancel`).send({ reason: 'X' })).status).toBe(404);
  });
});

describe('cancelling a session', () => {
  it('releases every seat, gives visits back, tells families and stays cancelled', async () => {
    const { center, admin, today } = await open();
    const batch = await openBatch(admin);
    const student = await addChild(admin, 'Asha');
    const enrollment = await enroll(center, student, { batchId: batch.id, from: today, visits: 5 });
    const session = (await sessionsOf(admin, batch.id))[1]!;
    await admin
      .post('/attendance/mark')
      .send({ classSessionId: session.id, marks: [{ studentId: student, status: 'PRESENT' }] });
    expect(await visitsLeft(center, enrollment)).toBe(4);

    const answer = await admin.post(`/class-sessions/${session.id}/cancel`).send({ reason: 'No heating' });
    expect(answer.body).toMatchObject({
      status: 'CANCELLED',
      cancelReason: 'No heating',
      seatsTaken: 0,
      seatsLeft: 0,
      mayMark: false,
    });
    expect(await visitsLeft(center, enrollment)).toBe(5);
    await api.settle();
    expect(await mailsTo(center, student)).toEqual([
      { subject: expect.stringContaining('is cancelled'), text: expect.stringContaining('No heating') },
    ]);
    const marks = await center.rows('select status from attendance_marks where session_id = $1', [session.id]);
    expect(marks).toEqual([{ status: 'CANCELLED' }]);

    await admin.post('/class-sessions/generate').send({ until: addDays(today, 10) });
    expect((await sessionsOf(admin, batch.id)).filter(({ date }) => date === session.date)).toHaveLength(1);
  });
});
