import { addDays, weekdayOf } from '@cartwheel/domain/calendar';
import {
  addChild,
  asCenter,
  book,
  enroll,
  oneOff,
  openBatch,
  type Session,
  sessionsOf,
  todayAt,
} from '../../../test/cast-classes.ts';
import type { Cast, Person } from '../../../test/cast.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();
afterEach(() => api.setNow(undefined));

/** One class a week, on tomorrow's weekday, with one child in it. */
async function weekly(fields: Record<string, unknown> = {}) {
  const center = await api.newCenter();
  const admin = await center.staff('CENTER_ADMIN');
  const today = todayAt(center);
  const first = addDays(today, 1);
  const day = weekdayOf(first);
  const batch = await openBatch(admin, { daysOfWeek: [day], ...fields });
  const student = await addChild(admin, 'Asha');
  const enrollment = await enroll(center, student, {
    batchId: batch.id,
    days: [day],
    from: addDays(today, -7),
    to: addDays(today, 60),
  });
  return { center, admin, today, first, batch, student, enrollment, third: addDays(first, 14) };
}

const timesOf = (sessions: Session[]) =>
  sessions.map(({ date, startTime, status }) => `${date} ${startTime} ${status}`);
const seatsOf = (center: Cast, student: string) =>
  center.rows<{ seat: string }>(
    `select s.date::text || ' ' || s.start_time as seat from bookings b join class_sessions s on s.center_id = b.center_id and s.id = b.session_id
     where b.student_id = $1 and b.status = 'CONFIRMED' order by s.date`,
    [student],
  );
const placesOf = (center: Cast, enrollment: string) =>
  center.rows(
    'select weekday, from_date::text as from, to_date::text as to from standing_places where enrollment_id = $1 order by from_date',
    [enrollment],
  );
const mailsTo = async (center: Cast, student: string) => {
  const mails = await center.rows<{ text: string }>(
    'select m.text from mailbox_messages m join guardians g on g.email = m.recipient join family_links f on f.guardian_id = g.id where f.student_id = $1',
    [student],
  );
  return mails.map(({ text }) => text);
};
const weeks = (from: string, count: number) => Array.from({ length: count }, (_, week) => addDays(from, 7 * week));

async function changeTwice(admin: Person, batchId: string, body: Record<string, unknown>) {
  const preview = await admin.patch(`/batches/${batchId}?preview=true`).send(body);
  const unchanged = await sessionsOf(admin, batchId);
  const answer = await admin.patch(`/batches/${batchId}`).send(body);
  expect([preview.status, answer.status]).toEqual([200, 200]);
  expect(answer.body.impact).toEqual(preview.body.impact);
  return { impact: answer.body.impact, batch: answer.body.batch, unchanged };
}

describe('changing a batch from a day on', () => {
  it('moves the classes from then on with their seats, says so before, and leaves the ones before it', async () => {
    const { center, admin, batch, first, third, student } = await weekly();
    const before = await sessionsOf(admin, batch.id);
    const { impact, unchanged } = await changeTwice(admin, batch.id, {
      from: third,
      startTime: '16:00',
      endTime: '17:00',
    });
    expect(unchanged).toEqual(before);
    expect(impact).toMatchObject({
      sessionsMoved: 4,
      sessionsRemoved: 0,
      sessionsAdded: 0,
      familiesTold: 1,
      bookingsTouched: 4,
      conflicts: [],
    });
    const all = [...weeks(first, 2).map((day) => `${day} 17:00`), ...weeks(third, 4).map((day) => `${day} 16:00`)];
    expect(timesOf(await sessionsOf(admin, batch.id))).toEqual(all.map((time) => `${time} PUBLISHED`));
    expect((await seatsOf(center, student)).map(({ seat }) => seat)).toEqual(all);
  });

  it('keeps what it said until then, also for classes that are planned later', async () => {
    const { center, admin, batch, first, third } = await weekly();
    const closed = { from: addDays(first, 7), to: addDays(first, 7), reason: 'Holiday' };
    const closure = await admin.post(`/centers/${center.id}/closures`).send(closed);
    const answer = await admin.patch(`/batches/${batch.id}`).send({ from: third, startTime: '16:00', capacity: 9 });
    expect(answer.body.batch).toMatchObject({
      startTime: '16:00',
      earlier: [{ until: addDays(third, -1), startTime: '17:00', endTime: '18:00', capacity: 12, trainer: null }],
    });
    await admin.delete(`/centers/${center.id}/closures/${closure.body.id}`);
    const anew = (await sessionsOf(admin, batch.id)).find(
      ({ date, status }) => date === closed.from && status === 'PUBLISHED',
    );
    expect(anew).toMatchObject({ startTime: '17:00', capacity: 12 });
    await admin.post('/class-sessions/generate').send({ until: addDays(third, 60) });
    const later = (await sessionsOf(admin, batch.id)).find(({ date }) => date === addDays(third, 56));
    expect(later).toMatchObject({ startTime: '16:00', capacity: 9 });
  });

  it('changes what it says on all days when no day is named', async () => {
    const { admin, batch, third } = await weekly();
    await admin.patch(`/batches/${batch.id}`).send({ from: third, startTime: '16:00' });
    const answer = await admin.patch(`/batches/${batch.id}`).send({ startTime: '15:00' });
    expect(answer.body.batch).toMatchObject({ startTime: '15:00', earlier: [] });
    expect(new Set((await sessionsOf(admin, batch.id)).map(({ startTime }) => startTime))).toEqual(new Set(['15:00']));
  });

  it('gives the classes from then on to another trainer, and names those at whose time they are busy', async () => {
    const { center, admin, batch, first, third } = await weekly();
    const trainer = await center.staff('TRAINER');
    await oneOff(admin, { date: addDays(third, 7), startTime: '17:30', endTime: '18:30', trainerUserId: trainer.id });
    const { impact } = await changeTwice(admin, batch.id, { from: third, trainerUserIds: [trainer.id] });
    expect(impact).toMatchObject({ sessionsMoved: 0, familiesTold: 0 });
    expect(impact.conflicts).toEqual([
      { date: addDays(third, 7), reason: expect.stringMatching(/another class at that time/) },
    ]);
    const taken = (await sessionsOf(admin, batch.id)).filter((session) => session.trainer).map(({ date }) => date);
    expect(taken).toEqual(weeks(third, 4).filter((date) => date !== addDays(third, 7)));
    expect(taken).not.toContain(first);
  });

  it('refuses fewer seats than are taken in one of them, in words', async () => {
    const { center, admin, batch, third } = await weekly();
    const session = (await sessionsOf(admin, batch.id)).find(({ date }) => date === third)!;
    await book(center, session.id, await addChild(admin, 'Ben'), 'DROP_IN');
    for (const path of [`/batches/${batch.id}?preview=true`, `/batches/${batch.id}`]) {
      const answer = await admin.patch(path).send({ from: third, capacity: 1 });
      expect([answer.status, answer.body.code]).toEqual([409, 'capacity_full']);
      expect(answer.body.detail).toContain(third);
    }
    expect((await sessionsOf(admin, batch.id)).every(({ capacity }) => capacity === 12)).toBe(true);
  });

  it('leaves the class of today where its new time has passed, and says so', async () => {
    const center = await api.newCenter();
    const today = addDays(todayAt(center), 1);
    api.setNow(new Date(`${today}T06:30:00Z`));
    const admin = await center.staff('CENTER_ADMIN');
    const batch = await openBatch(admin);
    const { impact } = await changeTwice(admin, batch.id, { startTime: '09:00' });
    expect(impact.conflicts).toEqual([{ date: today, reason: '09:00 has passed by now; the session stays as it was' }]);
    const sessions = await sessionsOf(admin, batch.id);
    expect(sessions.find(({ date }) => date === today)).toMatchObject({ startTime: '17:00' });
    expect(sessions.find(({ date }) => date === addDays(today, 1))).toMatchObject({ startTime: '09:00' });
  });

  it('takes no trainer of another center, no day that has passed, and nothing that has no first day', async () => {
    const { admin, batch, today, third } = await weekly();
    const stranger = await (await api.newCenter()).staff('TRAINER');
    const send = (body: Record<string, unknown>) => admin.patch(`/batches/${batch.id}`).send(body);
    expect((await send({ from: third, trainerUserIds: [stranger.id] })).status).toBe(422);
    for (const [body, path] of [
      [{ from: addDays(today, -1), startTime: '16:00' }, 'from'],
      [{ from: addDays(today, 400), startTime: '16:00' }, 'from'],
      [{ from: third, name: 'Lions' }, 'name'],
      [{ moveBy: 1 }, 'from'],
      [{ from: third, moveBy: 1, daysOfWeek: ['MON'] }, 'daysOfWeek'],
      [{ from: addDays(third, 1), moveBy: 1 }, 'from'],
    ] as const) {
      const answer = await send(body);
      expect([answer.status, answer.body.errors[0].path]).toEqual([400, path]);
    }
  });

  it('is for nobody who may not write batches', async () => {
    const { center, batch, third } = await weekly();
    for (const role of ['COUNSELOR', 'TRAINER'] as const) {
      const person = await center.staff(role);
      expect((await person.patch(`/batches/${batch.id}?preview=true`).send({ from: third, capacity: 9 })).status).toBe(
        403,
      );
    }
  });
});

describe('moving a batch to another day of the week', () => {
  it('takes seats, places and chosen days along, and leaves the classes before it', async () => {
    const { center, admin, batch, first, third, student, enrollment, today } = await weekly();
    const { impact } = await changeTwice(admin, batch.id, { from: third, moveBy: 2, startTime: '16:00' });
    expect(impact).toMatchObject({ sessionsMoved: 4, sessionsRemoved: 0, sessionsAdded: 0, familiesTold: 1 });
    const moved = weeks(addDays(third, 2), 4);
    const all = [...weeks(first, 2).map((day) => `${day} 17:00`), ...moved.map((day) => `${day} 16:00`)];
    expect((await seatsOf(center, student)).map(({ seat }) => seat)).toEqual(all);
    expect(await placesOf(center, enrollment)).toEqual([
      { weekday: weekdayOf(first), from: addDays(today, -7), to: addDays(third, -1) },
      { weekday: weekdayOf(moved[0]!), from: addDays(third, 2), to: addDays(today, 60) },
    ]);
    const [chosen] = await center.rows('select days_selected as days from enrollments where id = $1', [enrollment]);
    expect(chosen).toEqual({ days: [weekdayOf(moved[0]!)] });
    expect((await admin.post('/class-sessions/generate').send({ until: addDays(today, 43) })).body.created).toBe(0);
  });

  it('tells each family once, however many classes move', async () => {
    const { center, admin, batch, third, student } = await weekly();
    const other = await addChild(admin, 'Ben');
    const last = (await sessionsOf(admin, batch.id)).at(-1)!;
    await book(center, last.id, other, 'DROP_IN');
    await admin.patch(`/batches/${batch.id}`).send({ from: third, moveBy: 2, startTime: '16:00' });
    await api.settle();
    const name = (date: string) =>
      new Intl.DateTimeFormat('en', { weekday: 'long' }).format(new Date(`${date}T12:00:00`));
    const sentence = `Tigers, which was to be on ${name(third)}s from 17:00 to 18:00, is on ${name(addDays(third, 2))}s from 16:00 to 18:00`;
    expect(await mailsTo(center, student)).toEqual([
      expect.stringContaining(`${sentence}, the first time on ${addDays(third, 2)}.`),
    ]);
    expect(await mailsTo(center, other)).toEqual([
      expect.stringContaining(`${sentence}, namely on ${addDays(last.date, 2)}.`),
    ]);
  });

  it('gives no class anew in a week whose class was cancelled, or moved by hand', async () => {
    const { admin, batch, third } = await weekly();
    const on = async (date: string) => (await sessionsOf(admin, batch.id)).find((session) => session.date === date)!;
    await admin.post(`/class-sessions/${(await on(third)).id}/cancel`).send({ reason: 'Rain' });
    await admin.patch(`/class-sessions/${(await on(addDays(third, 7))).id}`).send({ date: addDays(third, 10) });
    await admin.patch(`/batches/${batch.id}`).send({ from: third, moveBy: 1 });
    expect(timesOf((await sessionsOf(admin, batch.id)).filter(({ date }) => date >= third))).toEqual([
      `${third} 17:00 CANCELLED`,
      `${addDays(third, 10)} 17:00 PUBLISHED`,
      `${addDays(third, 15)} 17:00 PUBLISHED`,
      `${addDays(third, 22)} 17:00 PUBLISHED`,
    ]);
  });

  it('cancels a class that would be on a closed day', async () => {
    const { center, admin, batch, third } = await weekly();
    const holiday = addDays(third, 8);
    await admin.post(`/centers/${center.id}/closures`).send({ from: holiday, to: holiday, reason: 'Holiday' });
    const { impact } = await changeTwice(admin, batch.id, { from: third, moveBy: 1 });
    expect(impact).toMatchObject({ sessionsMoved: 3, sessionsRemoved: 1, sessionsAdded: 0 });
    const there = (await sessionsOf(admin, batch.id)).filter(({ date }) => date === holiday);
    expect(there).toEqual([]);
  });

  it('leaves the other batches of an enrollment as they are', async () => {
    const { center, admin, batch, first, third, enrollment, student, today } = await weekly();
    const [day, next] = [weekdayOf(first), weekdayOf(addDays(first, 1))];
    const other = await openBatch(admin, {
      name: 'Lions',
      startTime: '10:00',
      endTime: '11:00',
      daysOfWeek: [day, next],
    });
    const claim = () => asCenter(center, (client) => client.query('select claim_enrollment_seats($1)', [enrollment]));
    await asCenter(center, async (client) => {
      const ids = [enrollment, other.id];
      await client.query('insert into enrollment_batches (enrollment_id, batch_id) values ($1, $2)', ids);
      await client.query(
        'insert into standing_places (enrollment_id, batch_id, weekday, from_date) values ($1, $2, $3, $4)',
        [...ids, day, today],
      );
    });
    await claim();
    await admin.patch(`/batches/${batch.id}`).send({ from: third, moveBy: 1 });
    await claim();
    const [chosen] = await center.rows<{ days: string[] }>(
      'select days_selected as days from enrollments where id = $1',
      [enrollment],
    );
    expect(new Set(chosen?.days)).toEqual(new Set([day, next]));
    const seats = (await seatsOf(center, student)).map(({ seat }) => seat);
    expect(seats.filter((seat) => seat.endsWith('10:00'))).toEqual(weeks(first, 6).map((date) => `${date} 10:00`));
  });

  it('can still be left by those whose day the batch dropped', async () => {
    const { admin, batch, third, enrollment, first } = await weekly();
    await admin.patch(`/batches/${batch.id}`).send({ from: third, daysOfWeek: [weekdayOf(addDays(first, 1))] });
    const answer = await admin.post(`/enrollments/${enrollment}/cancel`).send({ reason: 'Moved away' });
    expect(answer.status).toBe(200);
  });

  it('is refused where the batch has a class on that day', async () => {
    const { admin, first, third } = await weekly();
    const twice = await openBatch(admin, { daysOfWeek: [weekdayOf(first), weekdayOf(addDays(first, 1))] });
    const answer = await admin.patch(`/batches/${twice.id}`).send({ from: third, moveBy: 1 });
    expect([answer.status, answer.body.errors[0].path]).toEqual([400, 'moveBy']);
  });
});
