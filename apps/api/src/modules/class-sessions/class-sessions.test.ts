import { setTimeout } from 'node:timers/promises';
import { addDays, weekdayOf } from '@cartwheel/domain/calendar';
import { addChild, enroll, oneOff, openBatch, otherDaysThan, sessionsOf, todayAt } from '../../../test/cast-classes.ts';
import type { Cast, Person } from '../../../test/cast.ts';
import { startApi } from '../../../test/harness.ts';
import { Relay } from '../../platform/events/relay.ts';

const api = startApi();

/** A token does not outlive the day. */
const signedInAgain = (center: Cast, { id, name }: Person) => center.signIn(id, name, center.id);

async function open(options: Parameters<typeof api.newCenter>[0] = {}) {
  const center = await api.newCenter(options);
  const admin = await center.staff('CENTER_ADMIN');
  return { center, admin, today: todayAt(center) };
}

describe('adding a session', () => {
  it('makes a one-off with its instants from the clock of the center', async () => {
    const { admin, today } = await open();
    const session = await oneOff(admin, { date: addDays(today, 1) });
    expect(session).toMatchObject({
      batchId: null,
      status: 'PUBLISHED',
      startsAt: `${addDays(today, 1)}T04:30:00.000Z`,
      seatsLeft: 12,
      mayMark: true,
    });
  });

  it('takes the place of the one the batch would have had that day', async () => {
    const { admin, today } = await open();
    const far = addDays(today, 100);
    const batch = await openBatch(admin, { daysOfWeek: [weekdayOf(far)] });
    const session = await oneOff(admin, { batchId: batch.id, date: far, startTime: '09:00', endTime: '10:00' });
    await admin.post('/class-sessions/generate').send({ batchId: batch.id, until: far });

    const there = (await sessionsOf(admin, batch.id)).filter(({ date }) => date === far);
    expect(there.map(({ id }) => id)).toEqual([session.id]);
  });

  it('refuses the same session twice, naming the first', async () => {
    const { admin, today } = await open();
    const batch = await openBatch(admin);
    const [, first] = await sessionsOf(admin, batch.id);
    const answer = await admin
      .post('/class-sessions')
      .send({ batchId: batch.id, date: addDays(today, 1), startTime: '17:00', endTime: '18:00' });
    expect([answer.status, answer.body.code, answer.body.existingId]).toEqual([409, 'duplicate', first!.id]);
  });

  it('refuses a trainer who has another class at that time', async () => {
    const { center, admin, today } = await open();
    const trainer = await center.staff('TRAINER');
    const there = { date: today, trainerUserId: trainer.id };
    await oneOff(admin, there);
    const clash = { name: 'Other', startTime: '10:30', endTime: '11:30', capacity: 1, ...there };
    const answer = await admin.post('/class-sessions').send(clash);
    expect([answer.status, answer.body.code]).toEqual([409, 'trainer_busy']);
    expect((await admin.post('/class-sessions').send({ ...clash, startTime: '11:00' })).status).toBe(201);
  });

  it('names what is invalid and refuses who may not', async () => {
    const { center, admin, today } = await open();
    const body = { name: 'X', capacity: 3, date: today, startTime: '10:00', endTime: '11:00' };
    const pathOf = async (fields: object) =>
      (await admin.post('/class-sessions').send({ ...body, ...fields })).body.errors[0].path;
    expect(await pathOf({ endTime: '10:00' })).toBe('endTime');
    expect(await pathOf({ name: undefined })).toBe('name');
    expect(await pathOf({ capacity: undefined })).toBe('capacity');
    const desk = await center.staff('COUNSELOR');
    expect((await desk.post('/class-sessions').send(body)).status).toBe(403);
    const stranger = (await open()).admin;
    const foreign = await openBatch(stranger);
    expect((await admin.post('/class-sessions').send({ ...body, batchId: foreign.id })).body.code).toBe(
      'reference_not_found',
    );
  });
});

describe('when the clocks change', () => {
  const zones = [
    {
      timezone: 'America/Los_Angeles',
      country: 'US',
      currency: 'USD',
      now: '2026-02-25T20:00:00Z',
      change: '2026-03-08',
      before: '01:00:00',
      after: '00:00:00',
    },
    {
      timezone: 'Europe/London',
      country: 'GB',
      currency: 'GBP',
      now: '2026-03-20T12:00:00Z',
      change: '2026-03-29',
      before: '17:00:00',
      after: '16:00:00',
    },
  ];

  it.each(zones)('a class in $timezone stays at its local time', async ({ now, change, before, after, ...place }) => {
    api.setNow(new Date(now));
    const { admin } = await open(place);
    const sessions = await sessionsOf(admin, (await openBatch(admin)).id);
    const at = (date: string) => sessions.find((session) => session.date === date)!;

    expect(at(addDays(change, -1))).toMatchObject({
      startTime: '17:00',
      startsAt: expect.stringContaining(`T${before}`),
    });
    expect(at(addDays(change, 1))).toMatchObject({
      startTime: '17:00',
      startsAt: expect.stringContaining(`T${after}`),
    });
  });

  it.each(zones)(
    'a time that $timezone skips is refused by hand and reported when generated',
    async ({ now, change, timezone, country, currency }) => {
      api.setNow(new Date(now));
      const { admin } = await open({ timezone, country, currency });
      const [startTime, endTime] = timezone === 'Europe/London' ? ['01:30', '02:30'] : ['02:30', '03:30'];
      const answer = await admin
        .post('/class-sessions')
        .send({ name: 'Night', capacity: 3, date: change, startTime, endTime });
      expect([answer.status, answer.body.code]).toEqual([422, 'time_does_not_exist']);

      const batch = await openBatch(admin, { startTime, endTime });
      expect(batch['conflicts']).toEqual([{ date: change, reason: expect.stringContaining('the clocks skip') }]);
      expect((await sessionsOf(admin, batch.id)).map(({ date }) => date)).not.toContain(change);
    },
  );
});

describe('generating', () => {
  it('adds each day once, also when it runs twice at once', async () => {
    const { admin, today } = await open();
    const batch = await openBatch(admin);
    const until = addDays(today, 70);
    const runs = await Promise.all([1, 2, 3].map(() => admin.post('/class-sessions/generate').send({ until })));

    expect(runs.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(runs.map(({ body }) => body.created).toSorted((one, other) => one - other)).toEqual([0, 0, 28]);
    const dates = (await sessionsOf(admin, batch.id)).map(({ date }) => date);
    expect(new Set(dates).size).toBe(dates.length);
    expect(dates).toHaveLength(71);
  });

  it('gives seats to everybody with a place, before the session is published', async () => {
    const { center, admin, today } = await open();
    const batch = await openBatch(admin, { capacity: 2 });
    for (const name of ['Asha', 'Ben']) {
      await enroll(center, await addChild(admin, name), { batchId: batch.id, from: today, to: addDays(today, 60) });
    }
    await admin.post('/class-sessions/generate').send({ batchId: batch.id, until: addDays(today, 70) });

    const sessions = await sessionsOf(admin, batch.id);
    expect(sessions.find(({ date }) => date === addDays(today, 60))).toMatchObject({
      seatsTaken: 2,
      seatsLeft: 0,
      status: 'PUBLISHED',
    });
    expect(sessions.find(({ date }) => date === addDays(today, 61))).toMatchObject({ seatsTaken: 0, seatsLeft: 2 });
  });

  it('misses nobody who is enrolled at the same moment', async () => {
    const { center, admin, today } = await open();
    const batch = await openBatch(admin);
    const until = addDays(today, 70);
    let generating: PromiseLike<unknown> | undefined;
    const student = await addChild(admin, 'Asha');
    await enroll(center, student, { batchId: batch.id, from: today, to: until }, async () => {
      generating = (async () => admin.post('/class-sessions/generate').send({ until }))();
      await setTimeout(400);
    });
    await generating;

    const empty = (await sessionsOf(admin, batch.id)).filter(
      ({ date, seatsTaken }) => date > today && seatsTaken === 0,
    );
    expect(empty.map(({ date }) => date)).toEqual([]);
  });

  it('refuses more than a year, a batch of another center, and the front desk', async () => {
    const { center, admin, today } = await open();
    expect((await admin.post('/class-sessions/generate').send({ until: addDays(today, 400) })).status).toBe(400);
    const foreign = await openBatch((await open()).admin);
    const answer = await admin.post('/class-sessions/generate').send({ batchId: foreign.id, until: today });
    expect([answer.status, answer.body.code]).toEqual([422, 'reference_not_found']);
    const desk = await center.staff('COUNSELOR');
    expect((await desk.post('/class-sessions/generate').send({ until: today })).status).toBe(403);
  });
});

describe('the list', () => {
  it('is in order of time, in pages, by day, batch, status and trainer', async () => {
    const { center, admin, today } = await open();
    const trainer = await center.staff('TRAINER');
    const batch = await openBatch(admin, { trainerUserIds: [trainer.id] });
    await oneOff(admin, { date: today, startTime: '08:00', endTime: '09:00' });
    const idsOf = async (query: string) => (await admin.get(`/class-sessions?${query}`)).body.items.length;

    const first = await admin.get('/class-sessions?limit=2');
    const second = await admin.get(`/class-sessions?limit=2&cursor=${first.body.nextCursor}`);
    expect(
      [...first.body.items, ...second.body.items].map(({ startTime }: { startTime: string }) => startTime),
    ).toEqual(['08:00', '17:00', '17:00', '17:00']);
    expect(await idsOf(`date=${today}`)).toBe(2);
    expect(await idsOf(`batchId=${batch.id}&from=${addDays(today, 1)}&to=${addDays(today, 3)}`)).toBe(3);
    expect(await idsOf(`trainerUserId=${trainer.id}&to=${today}`)).toBe(1);
    expect(await idsOf('status=CANCELLED')).toBe(0);
  });

  it('shows trainers their own sessions', async () => {
    const { center, admin, today } = await open();
    const trainer = await center.staff('TRAINER');
    const own = await oneOff(admin, { date: today, trainerUserId: trainer.id });
    const other = await oneOff(admin, { date: today, startTime: '12:00', endTime: '13:00' });
    const answer = await trainer.get(`/class-sessions?date=${today}`);
    expect(answer.body.items.map(({ id, mayMark }: { id: string; mayMark: boolean }) => [id, mayMark])).toEqual([
      [own.id, true],
    ]);
    expect((await trainer.get(`/class-sessions/${other.id}`)).status).toBe(403);
  });
});

describe('when night falls', () => {
  it('completes what is past and generates one more day, however often it is told', async () => {
    api.setNow(new Date('2031-05-06T09:00:00Z'));
    const { center, admin } = await open();
    const batch = await openBatch(admin);
    api.setNow(new Date('2031-05-06T19:00:00Z'));
    await api.app.get(Relay).tellNights();
    await api.app.get(Relay).tellNights();
    await api.settle();

    const sessions = await sessionsOf(await signedInAgain(center, admin), batch.id);
    expect(sessions.map(({ date }) => date)).toContain('2031-06-18');
    expect(sessions).toHaveLength(44);
    const stored = await center.rows('select status from class_sessions where batch_id = $1 and date = $2', [
      batch.id,
      '2031-05-06',
    ]);
    expect(stored).toEqual([{ status: 'COMPLETED' }]);
  });

  it('shows a past session as completed even before', async () => {
    api.setNow(new Date('2031-05-06T09:00:00Z'));
    const { center, admin } = await open();
    const batch = await openBatch(admin, { daysOfWeek: otherDaysThan('2031-05-08') });
    api.setNow(new Date('2031-05-07T09:00:00Z'));
    expect(
      (await sessionsOf(await signedInAgain(center, admin), batch.id)).slice(0, 2).map(({ status }) => status),
    ).toEqual(['COMPLETED', 'PUBLISHED']);
  });
});
