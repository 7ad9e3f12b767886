import { addDays, weekdayOf } from '@cartwheel/domain/calendar';
import { addChild, enroll, openBatch, otherDaysThan, sessionsOf, todayAt } from '../../../test/cast-classes.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();

describe('opening a batch', () => {
  it('generates its sessions for six weeks ahead', async () => {
    const center = await api.newCenter();
    const admin = await center.staff('CENTER_ADMIN');
    const batch = await openBatch(admin);

    const sessions = await sessionsOf(admin, batch.id);
    expect(sessions).toHaveLength(43);
    expect(sessions[0]).toMatchObject({ date: todayAt(center), status: 'PUBLISHED', capacity: 12, seatsLeft: 12 });
    expect(batch).toMatchObject({ active: true, studentCount: 0, conflicts: [] });
    expect(batch['places']).toHaveLength(7);
  });

  it('keeps within its first and last day', async () => {
    const center = await api.newCenter();
    const admin = await center.staff('CENTER_ADMIN');
    const today = todayAt(center);
    const batch = await openBatch(admin, { startsOn: addDays(today, 3), endsOn: addDays(today, 5) });

    expect((await sessionsOf(admin, batch.id)).map(({ date }) => date)).toEqual(
      [3, 4, 5].map((days) => addDays(today, days)),
    );
  });

  it('leaves a session without trainer where the trainer has another class, and says so', async () => {
    const center = await api.newCenter();
    const admin = await center.staff('CENTER_ADMIN');
    const trainer = await center.staff('TRAINER');
    await openBatch(admin, { trainerUserIds: [trainer.id], daysOfWeek: [weekdayOf(todayAt(center))] });
    const batch = await openBatch(admin, {
      name: 'Lions',
      trainerUserIds: [trainer.id],
      startTime: '17:30',
      endTime: '18:30',
    });

    const without = (await sessionsOf(admin, batch.id)).filter((session) => session.trainer === null);
    expect(without).toHaveLength(7);
    expect(batch['conflicts']).toHaveLength(7);
  });

  it('is refused to the front desk and to trainers', async () => {
    const center = await api.newCenter();
    for (const role of ['COUNSELOR', 'TRAINER'] as const) {
      const person = await center.staff(role);
      const batch = { name: 'T', daysOfWeek: ['MON'], startTime: '17:00', endTime: '18:00', capacity: 1 };
      expect((await person.post('/batches').send(batch)).status).toBe(403);
    }
  });

  it('names what is invalid', async () => {
    const center = await api.newCenter();
    const admin = await center.staff('CENTER_ADMIN');
    const batch = { name: 'T', daysOfWeek: ['MON'], startTime: '18:00', endTime: '17:00', capacity: 1 };
    const backwards = await admin.post('/batches').send(batch);
    expect([backwards.status, backwards.body.errors[0].path]).toEqual([400, 'endTime']);
    const ages = await admin.post('/batches').send({ ...batch, endTime: '19:00', ageMin: 8, ageMax: 4 });
    expect([ages.status, ages.body.errors[0].path]).toEqual([400, 'ageMax']);
    const stranger = await (await api.newCenter()).staff('TRAINER');
    const foreign = await admin.post('/batches').send({ ...batch, endTime: '19:00', trainerUserIds: [stranger.id] });
    expect([foreign.status, foreign.body.code]).toEqual([422, 'reference_not_found']);
  });
});

describe('reading batches', () => {
  it('counts students and places per weekday', async () => {
    const center = await api.newCenter();
    const admin = await center.staff('CENTER_ADMIN');
    const batch = await openBatch(admin, { capacity: 3 });
    const today = todayAt(center);
    await enroll(center, await addChild(admin, 'Asha'), {
      batchId: batch.id,
      days: ['MON'],
      from: today,
      to: addDays(today, 30),
    });

    const answer = await admin.get(`/batches/${batch.id}`);
    expect(answer.body.studentCount).toBe(1);
    expect(answer.body.places[0]).toEqual({ weekday: 'MON', taken: 1, left: 2 });
    expect(answer.body.places[1]).toEqual({ weekday: 'TUE', taken: 0, left: 3 });
  });

  it('shows trainers their own and nobody those of another center', async () => {
    const center = await api.newCenter();
    const admin = await center.staff('CENTER_ADMIN');
    const trainer = await center.staff('TRAINER');
    const own = await openBatch(admin, { trainerUserIds: [trainer.id] });
    const other = await openBatch(admin, { name: 'Lions' });

    expect((await trainer.get('/batches')).body.items.map(({ id }: { id: string }) => id)).toEqual([own.id]);
    expect((await trainer.get(`/batches/${other.id}`)).status).toBe(403);
    const stranger = await (await api.newCenter()).staff('CENTER_ADMIN');
    expect((await stranger.get(`/batches/${own.id}`)).status).toBe(404);
    expect((await stranger.patch(`/batches/${own.id}`).send({ name: 'Mine' })).status).toBe(404);
  });
});

describe('changing a batch', () => {
  async function withOneStudent() {
    const center = await api.newCenter();
    const admin = await center.staff('CENTER_ADMIN');
    const batch = await openBatch(admin);
    const today = todayAt(center);
    const student = await addChild(admin, 'Asha');
    await enroll(center, student, {
      batchId: batch.id,
      days: [weekdayOf(addDays(today, 1))],
      from: today,
      to: addDays(today, 60),
    });
    return { center, admin, batch, today, student };
  }

  it('first says what it would touch, and touches nothing', async () => {
    const { admin, batch } = await withOneStudent();
    const before = await sessionsOf(admin, batch.id);
    const answer = await admin.patch(`/batches/${batch.id}?preview=true`).send({ startTime: '16:00' });

    expect(answer.status).toBe(200);
    expect(answer.body.preview).toBe(true);
    expect(answer.body.impact).toMatchObject({
      sessionsRemoved: 0,
      sessionsAdded: 0,
      studentsTouched: 1,
      bookingsTouched: 6,
    });
    expect(answer.body.impact.sessionsMoved).toBeGreaterThanOrEqual(42);
    expect(await sessionsOf(admin, batch.id)).toEqual(before);
    expect((await admin.get(`/batches/${batch.id}`)).body).toMatchObject({
      startTime: '17:00',
      version: batch['version'],
    });
  });

  it('moves the sessions to come with their bookings', async () => {
    const { admin, batch, today } = await withOneStudent();
    const preview = await admin
      .patch(`/batches/${batch.id}?preview=true`)
      .send({ startTime: '16:00', endTime: '17:30' });
    const answer = await admin.patch(`/batches/${batch.id}`).send({ startTime: '16:00', endTime: '17:30' });

    expect(answer.body.impact).toEqual(preview.body.impact);
    const tomorrow = (await sessionsOf(admin, batch.id)).find((session) => session.date === addDays(today, 1));
    expect(tomorrow).toMatchObject({ startTime: '16:00', startsAt: expect.stringMatching(/T10:30:00/), seatsTaken: 1 });
  });

  it('leaves alone what was moved by hand', async () => {
    const { admin, batch, today } = await withOneStudent();
    const session = (await sessionsOf(admin, batch.id)).find(({ date }) => date === addDays(today, 2))!;
    await admin.patch(`/class-sessions/${session.id}`).send({ startTime: '09:00', endTime: '10:00' });
    await admin.patch(`/batches/${batch.id}`).send({ startTime: '16:00' });

    expect((await admin.get(`/class-sessions/${session.id}`)).body.startTime).toBe('09:00');
  });

  it('deletes empty sessions of a day that falls away and cancels those with a seat in them', async () => {
    const { center, admin, batch, today, student } = await withOneStudent();
    const daysOfWeek = otherDaysThan(addDays(today, 1));
    const answer = await admin.patch(`/batches/${batch.id}`).send({ daysOfWeek });

    expect(answer.body.impact).toMatchObject({ sessionsRemoved: 6, studentsTouched: 1, bookingsTouched: 6 });
    const gone = (await sessionsOf(admin, batch.id)).filter(
      ({ date }) => weekdayOf(date) === weekdayOf(addDays(today, 1)),
    );
    expect(new Set(gone.map(({ status }) => status))).toEqual(new Set(['CANCELLED']));
    await api.settle();
    const told = await center.rows(
      "select kind from timeline_entries where student_id = $1 and kind = 'class-session.cancelled'",
      [student],
    );
    expect(told).toHaveLength(6);
    const mail = await center.rows(
      'select subject from mailbox_messages where recipient in (select g.email from guardians g join family_links f on f.guardian_id = g.id where f.student_id = $1)',
      [student],
    );
    expect(mail).toHaveLength(6);

    const emptyDay = otherDaysThan(addDays(today, 1))[0]!;
    const second = await admin
      .patch(`/batches/${batch.id}`)
      .send({ daysOfWeek: daysOfWeek.filter((day) => day !== emptyDay) });
    expect(second.body.impact.bookingsTouched).toBe(0);
    const left = (await sessionsOf(admin, batch.id)).filter(({ date }) => weekdayOf(date) === emptyDay && date > today);
    expect(left).toEqual([]);
  });

  it('generates the days that are added, with the seats of those who have a place', async () => {
    const { admin, batch, today } = await withOneStudent();
    await admin.patch(`/batches/${batch.id}`).send({ daysOfWeek: otherDaysThan(addDays(today, 1)) });
    const answer = await admin
      .patch(`/batches/${batch.id}`)
      .send({ daysOfWeek: ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] });

    expect(answer.body.impact.sessionsAdded).toBe(6);
    const anew = (await sessionsOf(admin, batch.id)).filter(
      ({ date, status }) => date === addDays(today, 1) && status === 'PUBLISHED',
    );
    expect(anew).toMatchObject([{ seatsTaken: 1 }]);
  });

  it('refuses a capacity below the places that are given, and changes the sessions otherwise', async () => {
    const { center, admin, batch, today } = await withOneStudent();
    const days = [weekdayOf(addDays(today, 1))];
    await enroll(center, await addChild(admin, 'Ben'), {
      batchId: batch.id,
      days,
      from: today,
      to: addDays(today, 60),
    });
    const refused = await admin.patch(`/batches/${batch.id}`).send({ capacity: 1 });
    expect([refused.status, refused.body.code]).toEqual([409, 'capacity_full']);
    expect(refused.body.detail).toMatch(/More than 1 students have their place on/);

    const answer = await admin.patch(`/batches/${batch.id}`).send({ capacity: 2 });
    expect(answer.body.batch.capacity).toBe(2);
    const tomorrow = (await sessionsOf(admin, batch.id)).find((session) => session.date === addDays(today, 1));
    expect(tomorrow).toMatchObject({ capacity: 2, seatsLeft: 0 });
  });

  it('gives a new trainer the sessions of the old one', async () => {
    const { center, admin, batch } = await withOneStudent();
    const trainer = await center.staff('TRAINER');
    await admin.patch(`/batches/${batch.id}`).send({ trainerUserIds: [trainer.id] });
    const sessions = (await sessionsOf(admin, batch.id)).filter(({ startsAt }) => new Date(startsAt) > new Date());
    expect(new Set(sessions.map((session) => session.trainer?.id))).toEqual(new Set([trainer.id]));
  });

  it('refuses to end a batch that has students, and takes an empty one out of the schedule', async () => {
    const { admin, batch } = await withOneStudent();
    const refused = await admin.patch(`/batches/${batch.id}`).send({ active: false });
    expect([refused.status, refused.body.code]).toEqual([409, 'in_use']);

    const empty = await openBatch(admin, { name: 'Lions' });
    const answer = await admin.patch(`/batches/${empty.id}`).send({ active: false });
    expect(answer.body.batch.active).toBe(false);
    expect((await sessionsOf(admin, empty.id)).filter(({ startsAt }) => new Date(startsAt) > new Date())).toEqual([]);
  });

  it('refuses a change of what somebody else changed first', async () => {
    const { admin, batch } = await withOneStudent();
    await admin.patch(`/batches/${batch.id}`).send({ name: 'Lions' });
    const answer = await admin
      .patch(`/batches/${batch.id}`)
      .set('if-match', `"${Number(batch['version'])}"`)
      .send({ name: 'Bears' });
    expect([answer.status, answer.body.code]).toEqual([412, 'stale_version']);
  });
});
