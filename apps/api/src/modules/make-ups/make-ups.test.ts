import type { MakeUpOption } from '@cartwheel/contracts';
import { addDays } from '@cartwheel/domain/calendar';
import { mark, rowOf } from '../../../test/cast-attendance.ts';
import { addChild, enroll, expectStatus, openBatch, sessionsOf, visitsLeft } from '../../../test/cast-classes.ts';
import {
  announced,
  book,
  booked,
  brokenLots,
  laterOn,
  makeUpsOf,
  night,
  seatsLeft,
  twoClasses,
} from '../../../test/cast-make-ups.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();

/** As `twoClasses`, with one make-up in hand. */
async function earnedOne(terms: Parameters<typeof twoClasses>[1] = {}) {
  const stage = await twoClasses(api, terms);
  const absence = await announced(stage.desk, stage.own[2]!, stage.asha);
  return { ...stage, absence };
}

const ledgerOf = async (center: Awaited<ReturnType<typeof earnedOne>>['center']) =>
  (
    await center.rows<{ kind: string }>('select kind from credit_entries where center_id = $1 order by id', [center.id])
  ).map(({ kind }) => kind);

describe('booking a make-up', () => {
  it('takes a seat and the make-up, and the roster says what is made up for', async () => {
    const { desk, admin, center, asha, own, others } = await earnedOne();
    const booking = await booked(desk, others[4]!, asha);

    const missed = { sessionName: 'Tigers', date: own[2]!.date };
    expect(booking).toMatchObject({ status: 'CONFIRMED', sessionName: 'Lions', date: others[4]!.date, missed });
    expect(await seatsLeft(desk, others[4]!)).toBe(5);
    const roster = await desk.get(`/class-sessions/${others[4]!.id}/roster`);
    expect(rowOf(roster, asha)).toMatchObject({ kind: 'MAKEUP', makesUpFor: missed });
    const { balance, bookings, credits } = await makeUpsOf(desk, asha);
    expect([balance, bookings.length, credits[0]?.state]).toEqual([0, 1, 'BOOKED']);
    const present = await mark(admin, others[4]!, [asha, 'PRESENT']);
    expect(rowOf(present, asha)).toMatchObject({ mark: 'MAKEUP' });
    expect(await ledgerOf(center)).toEqual(['GRANT', 'MAKEUP']);
  });

  it('costs no visit of a plan that counts visits', async () => {
    const { desk, admin, center, asha, others, today } = await earnedOne();
    const batch = await openBatch(admin, { name: 'Bears', startTime: '08:00', endTime: '09:00' });
    const pack = await enroll(center, asha, { batchId: batch.id, from: today, to: addDays(today, 30), visits: 3 });
    await booked(desk, others[4]!, asha);
    await mark(admin, others[4]!, [asha, 'PRESENT']);

    expect(await visitsLeft(center, pack)).toBe(3);
  });

  it('takes the one that expires first', async () => {
    const { desk, asha, own, others } = await earnedOne();
    await announced(desk, own[1]!, asha);
    await booked(desk, others[4]!, asha);

    const { credits } = await makeUpsOf(desk, asha);
    expect(credits.map(({ missed, state }) => [missed?.date, state])).toEqual([
      [own[2]!.date, 'AVAILABLE'],
      [own[1]!.date, 'BOOKED'],
    ]);
  });

  it('is refused without a make-up, and for a class after its last day', async () => {
    const { desk, admin, center, asha, lions, others } = await earnedOne();
    const diya = await addChild(admin, 'Diya');
    const none = await book(desk, others[4]!, diya);
    expect([none.status, none.body.code]).toEqual([422, 'insufficient_credits']);
    await admin.post('/class-sessions/generate').send({ batchId: lions.id, until: '2031-01-10' });
    const late = (await sessionsOf(admin, lions.id)).find(({ date }) => date === addDays(others[2]!.date, 31))!;
    const expired = await book(desk, late, asha);
    expect([expired.status, expired.body.code]).toEqual([422, 'insufficient_credits']);
    expect(await ledgerOf(center)).toEqual(['GRANT']);
  });

  it('leaves the make-up alone when the class is full, or begun, or the own one', async () => {
    const { desk, center, admin, asha, own, others, lions, today } = await earnedOne({ capacity: 1 });
    const diya = await addChild(admin, 'Diya');
    await enroll(center, diya, { batchId: lions.id, from: today, to: addDays(today, 20) });
    const full = await book(desk, others[4]!, asha);
    expect([full.status, full.body.code]).toEqual([409, 'capacity_full']);
    const seated = await book(desk, own[4]!, asha);
    expect([seated.status, seated.body.code]).toEqual([409, 'capacity_full']);
    const away = await book(desk, own[2]!, asha);
    expect([away.status, away.body.code]).toEqual([409, 'invalid_transition']);
    const later = await laterOn(api, center, desk, new Date(Date.parse(others[0]!.startsAt) + 1));
    const begun = await book(later, others[0]!, asha);
    expect([begun.status, begun.body.code]).toEqual([409, 'session_closed']);
    expect((await makeUpsOf(later, asha)).balance).toBe(1);
  });

  it('refuses another age or level, unless an admin says why', async () => {
    const { desk, admin, center, asha, tigers } = await earnedOne();
    await admin.patch(`/students/${asha}`).send({ dob: '2025-12-05' });
    const older = await openBatch(admin, { name: 'Squad', startTime: '20:00', endTime: '21:00', ageMin: 5, ageMax: 9 });
    const sessions = await sessionsOf(admin, older.id);
    const stillFour = sessions.find(({ date }) => date === '2030-12-04')!;
    const fiveByThen = sessions.find(({ date }) => date === '2030-12-05')!;
    const refused = await book(desk, stillFour, asha);
    expect([refused.status, refused.body.code]).toEqual([422, 'outside_age_range']);
    expect((await book(desk, stillFour, asha, { overrideReason: 'Sister is there' })).status).toBe(403);
    await booked(admin, stillFour, asha, { overrideReason: 'Sister is there' });
    const told = await center.rows(
      `select text from timeline_entries where center_id = $1 and kind = 'make-up.booked'`,
      [center.id],
    );
    expect(told).toEqual([{ text: 'Sister is there' }]);

    await announced(desk, (await sessionsOf(admin, tigers.id))[3]!, asha);
    await teach(center, { [tigers.id]: 'Gym', [older.id]: 'Squad' });
    const level = await book(desk, fiveByThen, asha);
    expect([level.status, level.body.code]).toEqual([422, 'other_level']);
  });
});

describe('the classes to choose from', () => {
  const options = async (person: Awaited<ReturnType<typeof earnedOne>>['desk'], query: string) =>
    expectStatus<{ items: MakeUpOption[] }>(await person.get(`/make-ups/options?${query}`), 200).items;

  it('have a seat left, begin later, fit, and are not the own ones', async () => {
    const { desk, admin, center, asha, others, lions, today } = await earnedOne({ capacity: 1 });
    await admin.patch(`/students/${asha}`).send({ dob: '2025-12-05' });
    await openBatch(admin, { name: 'Squad', startTime: '20:00', endTime: '21:00', ageMin: 5, ageMax: 9 });
    const diya = await addChild(admin, 'Diya');
    await enroll(center, diya, { batchId: lions.id, from: today, to: addDays(today, 1) });

    const fitting = await options(desk, `studentId=${asha}&days=7`);
    expect(new Set(fitting.map(({ sessionName }) => sessionName))).toEqual(new Set(['Lions']));
    expect(fitting[0]).toMatchObject({ date: others[2]!.date, seatsLeft: 1, misfit: null });
    expect(fitting.at(-1)?.date).toBe(addDays(today, 6));
    const later = await options(desk, `studentId=${asha}&from=2030-12-04&days=3`);
    expect(later.map(({ sessionName, date }) => [sessionName, date])).toEqual([
      ['Lions', '2030-12-04'],
      ['Lions', '2030-12-05'],
      ['Squad', '2030-12-05'],
      ['Lions', '2030-12-06'],
      ['Squad', '2030-12-06'],
    ]);
    const all = await options(desk, `studentId=${asha}&days=2&misfits=true`);
    expect(all.map(({ sessionName, misfit }) => [sessionName, misfit])).toEqual([
      ['Squad', 'AGE'],
      ['Squad', 'AGE'],
    ]);
  });

  it('teach what the student learns', async () => {
    const { desk, center, asha, tigers, lions } = await earnedOne();
    await teach(center, { [tigers.id]: 'Gym', [lions.id]: 'Squad' });
    expect(await options(desk, `studentId=${asha}&days=10`)).toEqual([]);
    expect((await options(desk, `studentId=${asha}&days=1&misfits=true`))[0]).toMatchObject({ misfit: 'LEVEL' });
  });

  it('are asked for by the desk, about a student there is', async () => {
    const { desk, center, asha } = await earnedOne();
    const trainer = await center.staff('TRAINER');
    expect((await trainer.get(`/make-ups/options?studentId=${asha}`)).status).toBe(403);
    expect((await desk.get(`/make-ups/options?studentId=${center.id}`)).body.code).toBe('reference_not_found');
  });
});

describe('cancelling a make-up', () => {
  it('gives seat and make-up back in time, and may be booked again', async () => {
    const { desk, center, asha, others } = await earnedOne();
    const { id } = await booked(desk, others[4]!, asha);
    const answer = await desk.post(`/make-ups/${id}/cancel`).send();

    expect(answer.body).toMatchObject({ creditReturned: true, booking: { status: 'CANCELLED' } });
    expect(await seatsLeft(desk, others[4]!)).toBe(6);
    expect((await makeUpsOf(desk, asha)).balance).toBe(1);
    expect((await desk.post(`/make-ups/${id}/cancel`).send()).body.code).toBe('invalid_transition');
    await booked(desk, others[4]!, asha);
    expect(await ledgerOf(center)).toEqual(['GRANT', 'MAKEUP', 'REVERSAL', 'MAKEUP']);
    expect(await brokenLots(center)).toEqual([]);
  });

  it('gives the seat back alone when it is too late, and nothing once the class has begun', async () => {
    const { center, desk, asha, own, others } = await earnedOne();
    await announced(desk, own[3]!, asha);
    const late = await booked(desk, others[4]!, asha);
    const next = await booked(desk, others[5]!, asha);
    const tooLate = await laterOn(api, center, desk, new Date(Date.parse(late.creditReturnsUntil) + 1));
    const answer = await tooLate.post(`/make-ups/${late.id}/cancel`).send();
    expect(answer.body.creditReturned).toBe(false);
    const begun = await laterOn(api, center, desk, new Date(Date.parse(others[5]!.startsAt)));
    expect((await begun.post(`/make-ups/${next.id}/cancel`).send()).body.code).toBe('invalid_transition');
    expect((await makeUpsOf(begun, asha)).balance).toBe(0);
  });

  it('happens by itself when the class is cancelled, with two weeks to book another', async () => {
    const { center, desk, admin, asha, own, others } = await earnedOne();
    const lastDay = others.find(({ date }) => date === addDays(own[2]!.date, 30))!;
    await booked(desk, lastDay, asha);
    const later = await laterOn(api, center, admin, new Date(`${lastDay.date}T06:30:00Z`));
    await later.post(`/class-sessions/${lastDay.id}/cancel`).send({ reason: 'Power cut' });

    const { balance, credits } = await makeUpsOf(later, asha);
    expect([balance, credits[0]?.expiresOn]).toEqual([1, addDays(lastDay.date, 14)]);
  });

  it('is no way to cancel another seat', async () => {
    const { desk, center, asha } = await earnedOne();
    const [seat] = await center.rows<{ id: string }>(
      `select id from bookings where student_id = $1 and kind = 'ENROLLED' and status = 'CONFIRMED' limit 1`,
      [asha],
    );
    expect((await desk.post(`/make-ups/${seat!.id}/cancel`).send()).status).toBe(404);
  });
});

describe('a make-up that was earned', () => {
  it('expires once, on the night after its last day, and is not counted before that night', async () => {
    const { desk, center, asha, absence } = await earnedOne();
    const lastDay = await laterOn(api, center, desk, new Date(`${absence.credit!.expiresOn}T12:00:00Z`));
    expect((await makeUpsOf(lastDay, asha)).balance).toBe(1);
    const dayAfter = addDays(absence.credit!.expiresOn, 1);
    const later = await laterOn(api, center, desk, new Date(`${dayAfter}T00:00:00Z`));
    expect((await makeUpsOf(later, asha)).balance).toBe(0);
    await night(api, center, dayAfter);
    await night(api, center, dayAfter);

    expect(await ledgerOf(center)).toEqual(['GRANT', 'EXPIRY']);
    expect((await makeUpsOf(later, asha)).credits[0]?.state).toBe('EXPIRED');
    expect(await brokenLots(center)).toEqual([]);
  });

  it('pays for who walks in to make up, and is given back with the mark', async () => {
    const { desk, admin, asha, others } = await earnedOne();
    await mark(admin, others[0]!, [asha, 'MAKEUP']);
    expect((await makeUpsOf(desk, asha)).balance).toBe(0);
    await mark(admin, others[0]!, [asha, null]);
    expect((await makeUpsOf(desk, asha)).balance).toBe(1);
    expect(await seatsLeft(desk, others[0]!)).toBe(6);
  });
});

describe('at the same moment', () => {
  it('fifty bookings with one make-up are one booking', async () => {
    const { desk, center, asha, others } = await earnedOne();
    const answers = await Promise.all(
      Array.from({ length: 50 }, async (_, index) => book(desk, others[1 + (index % 20)]!, asha)),
    );

    const codes = answers.map(({ status, body }) => (status === 201 ? 'booked' : body.code));
    expect(codes.filter((code) => code === 'booked')).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set(['booked', 'insufficient_credits']));
    const seats = await center.rows(
      `select from bookings where center_id = $1 and kind = 'MAKEUP' and status <> 'CANCELLED'`,
      [center.id],
    );
    expect(seats).toHaveLength(1);
    expect(await brokenLots(center)).toEqual([]);
  });

  it('the last seat goes to one of ten, and the others keep their make-up', async () => {
    const { desk, admin, center, tigers, lions, others, today } = await twoClasses(api, { capacity: 12 });
    const children = [];
    for (let n = 0; n < 10; n++) {
      const child = await addChild(admin, `Child ${n}`);
      await enroll(center, child, { batchId: tigers.id, from: today, to: addDays(today, 20) });
      children.push(child);
    }
    const own = await sessionsOf(admin, tigers.id);
    for (const child of children) await announced(desk, own[2]!, child);
    expect((await admin.patch(`/class-sessions/${others[4]!.id}`).send({ capacity: 1 })).status).toBe(200);
    const answers = await Promise.all(children.map(async (child) => book(desk, others[4]!, child)));

    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, ...Array(9).fill(409)]);
    const balances = await Promise.all(children.map(async (child) => (await makeUpsOf(desk, child)).balance));
    expect(balances.toSorted((a, b) => a - b)).toEqual([0, ...Array(9).fill(1)]);
    expect(lions.id).toBeDefined();
    expect(await brokenLots(center)).toEqual([]);
  });
});

/** Each batch teaches a curriculum of its own. */
async function teach(
  center: Awaited<ReturnType<typeof earnedOne>>['center'],
  curricula: Record<string, string>,
): Promise<void> {
  for (const [batchId, name] of Object.entries(curricula)) {
    await center.rows(
      `with made as (insert into curricula (organization_id, center_id, name) values ($1, $2, $3) returning id)
       update batches set curriculum_id = (select id from made) where id = $4`,
      [center.organizationId, center.id, name, batchId],
    );
  }
}
