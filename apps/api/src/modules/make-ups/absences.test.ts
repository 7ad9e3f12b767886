import { addDays } from '@cartwheel/domain/calendar';
import { addChild, book as bookPast, enroll, openBatch, sessionsOf } from '../../../test/cast-classes.ts';
import { mark, rowOf, setting } from '../../../test/cast-attendance.ts';
import {
  announce,
  announced,
  booked,
  brokenLots,
  laterOn,
  makeUpsOf,
  night,
  NOON,
  seatsLeft,
  twoClasses,
  withdraw,
} from '../../../test/cast-make-ups.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();

describe('announcing an absence', () => {
  it('frees the seat at once, excuses the student, and earns a make-up', async () => {
    const { desk, asha, own, today } = await twoClasses(api, { capacity: 3 });
    const answer = await announced(desk, own[2]!, asha, 'School trip');

    expect(answer).toMatchObject({ studentId: asha, note: 'School trip', noCreditReason: null, withdrawnAt: null });
    expect(answer.credit?.expiresOn).toBe(addDays(today, 32));
    expect(answer.explanation).toBe(`Earned a make-up, for a class until ${addDays(today, 32)}`);
    expect(await seatsLeft(desk, own[2]!)).toBe(3);
    const roster = await desk.get(`/class-sessions/${own[2]!.id}/roster`);
    expect(rowOf(roster, asha)).toMatchObject({
      kind: null,
      bookingId: null,
      mark: 'EXCUSED',
      note: 'School trip',
      absence: { id: answer.id, earned: true, announcedBy: { id: desk.id }, note: 'School trip' },
    });
  });

  it('gives the seat to somebody else', async () => {
    const { desk, asha, own, center, admin } = await twoClasses(api, { capacity: 1 });
    const diya = await addChild(admin, 'Diya');
    await expect(bookPast(center, own[2]!.id, diya, 'DROP_IN')).rejects.toThrow('capacity_full');
    const { id } = await announced(desk, own[2]!, asha);
    await bookPast(center, own[2]!.id, diya, 'DROP_IN');

    const back = await withdraw(desk, own[2]!, { id });
    expect([back.status, back.body.code]).toEqual([409, 'capacity_full']);
    expect((await makeUpsOf(desk, asha)).balance).toBe(1);
  });

  it('says why there is no make-up when it is too late, and still frees the seat', async () => {
    const { center, asha, own, ...stage } = await twoClasses(api);
    const desk = await laterOn(api, center, stage.desk, new Date(NOON.getTime() + 3 * 3_600_000));
    const answer = await announced(desk, own[0]!, asha);

    expect(answer).toMatchObject({ credit: null, noCreditReason: 'TOO_LATE' });
    expect(answer.explanation).toBe('No make-up: announced less than 4 hours before the class');
    expect(await seatsLeft(desk, own[0]!)).toBe(6);
    expect((await makeUpsOf(desk, asha)).balance).toBe(0);
  });

  it('earns two in a month, and again in the next', async () => {
    const { desk, asha, own } = await twoClasses(api);
    const november = own.slice(1, 4);
    const reasons = [];
    for (const session of [...november, own.find(({ date }) => date.startsWith('2030-12'))!])
      reasons.push((await announced(desk, session, asha)).noCreditReason);

    expect(reasons).toEqual([null, null, 'LIMIT_REACHED', null]);
  });

  it('counts over the enrollment where the center says so', async () => {
    const { desk, admin, center, asha, own } = await twoClasses(api);
    await setting(admin, center, { booking: { makeUps: { period: 'ENROLLMENT', mostPerPeriod: 1, expiryDays: 7 } } });
    const first = await announced(desk, own[1]!, asha);
    const second = await announced(
      desk,
      own.find(({ date }) => date.startsWith('2030-12'))!,
      asha,
    );

    expect(first.credit?.expiresOn).toBe(addDays(own[1]!.date, 7));
    expect(second.noCreditReason).toBe('LIMIT_REACHED');
  });

  it('earns none in a plan of visits, which keeps its visit, nor where the center gives none', async () => {
    const { desk, admin, center, asha, own } = await twoClasses(api, { visits: 5 });
    expect((await announced(desk, own[2]!, asha)).noCreditReason).toBe('PLAN_NOT_ELIGIBLE');
    await setting(admin, center, { booking: { makeUps: { enabled: false } } });
    expect((await announced(desk, own[3]!, asha)).noCreditReason).toBe('DISABLED');
  });

  it('is refused twice, without a seat, for a make-up, for who was there, and when the class is over', async () => {
    const { center, desk, admin, asha, own, others } = await twoClasses(api);
    const { id } = await announced(desk, own[2]!, asha);
    const again = await announce(desk, own[2]!, asha);
    expect([again.status, again.body.code, again.body.existingId]).toEqual([409, 'duplicate', id]);
    const nowhere = await announce(desk, others[3]!, asha);
    expect([nowhere.status, nowhere.body.code]).toEqual([422, 'reference_not_found']);
    await booked(desk, others[3]!, asha);
    const makeUp = await announce(desk, others[3]!, asha);
    expect([makeUp.status, makeUp.body.code]).toEqual([409, 'invalid_transition']);
    await mark(admin, own[0]!, [asha, 'PRESENT']);
    const there = await announce(desk, own[0]!, asha);
    expect([there.status, there.body.code]).toEqual([409, 'invalid_transition']);
    const later = await laterOn(api, center, desk, new Date(Date.parse(own[1]!.endsAt) + 1000));
    const over = await announce(later, own[1]!, asha);
    expect([over.status, over.body.code]).toEqual([409, 'session_closed']);
  });

  it('is for the desk: a trainer reads it and does not write it', async () => {
    const { admin, center, asha, own, tigers } = await twoClasses(api);
    const trainer = await center.staff('TRAINER');
    await admin.patch(`/batches/${tigers.id}`).send({ trainerUserIds: [trainer.id] });
    expect((await announce(trainer, own[2]!, asha)).status).toBe(403);
    const { id } = await announced(admin, own[2]!, asha);

    expect((await withdraw(trainer, own[2]!, { id })).status).toBe(403);
    expect(rowOf(await trainer.get(`/class-sessions/${own[2]!.id}/roster`), asha)).toMatchObject({ absence: { id } });
    expect((await makeUpsOf(trainer, asha)).absences).toHaveLength(1);
    const stranger = await center.staff('TRAINER');
    expect((await stranger.get(`/students/${asha}/make-ups`)).status).toBe(404);
  });

  it('is not undone by seats that are taken for the enrollment later', async () => {
    const { desk, admin, asha, own, enrollment, today } = await twoClasses(api);
    await announced(desk, own[2]!, asha);
    const answer = await admin.patch(`/enrollments/${enrollment}`).send({ endDate: addDays(today, 60) });

    expect(answer.status).toBe(200);
    expect(await seatsLeft(desk, own[2]!)).toBe(6);
    expect(await seatsLeft(desk, own[3]!)).toBe(5);
  });
});

describe('withdrawing an absence', () => {
  it('takes the seat again and the make-up back by a counter-entry', async () => {
    const { desk, center, asha, own } = await twoClasses(api);
    const absence = await announced(desk, own[2]!, asha);
    const answer = await withdraw(desk, own[2]!, absence);

    expect([answer.status, answer.body.withdrawnAt === null]).toEqual([200, false]);
    expect(await seatsLeft(desk, own[2]!)).toBe(5);
    const roster = await desk.get(`/class-sessions/${own[2]!.id}/roster`);
    expect(rowOf(roster, asha)).toMatchObject({ kind: 'ENROLLED', mark: null, absence: null });
    const { balance, credits } = await makeUpsOf(desk, asha);
    expect([balance, credits.map(({ state }) => state)]).toEqual([0, ['WITHDRAWN']]);
    const entries = await center.rows(
      'select kind, amount from credit_entries where center_id = $1 order by created_at, id',
      [center.id],
    );
    expect(entries).toEqual([
      { kind: 'GRANT', amount: 100 },
      { kind: 'REVERSAL', amount: -100 },
    ]);
    expect(await brokenLots(center)).toEqual([]);
  });

  it('is refused when the make-up is booked, and when the class has begun', async () => {
    const { center, desk, asha, own, others } = await twoClasses(api);
    const absence = await announced(desk, own[2]!, asha);
    await booked(desk, others[5]!, asha);
    const used = await withdraw(desk, own[2]!, absence);
    expect([used.status, used.body.code]).toEqual([409, 'in_use']);
    const later = await laterOn(api, center, desk, new Date(Date.parse(own[2]!.startsAt)));
    const begun = await withdraw(later, own[2]!, absence);
    expect([begun.status, begun.body.code]).toEqual([409, 'session_closed']);
  });

  it('makes room in the month, and is possible once', async () => {
    const { desk, asha, own } = await twoClasses(api);
    const first = await announced(desk, own[1]!, asha);
    await announced(desk, own[2]!, asha);
    await withdraw(desk, own[1]!, first);
    const twice = await withdraw(desk, own[1]!, first);

    expect([twice.status, twice.body.code]).toEqual([409, 'invalid_transition']);
    expect((await announced(desk, own[3]!, asha)).noCreditReason).toBeNull();
  });
});

describe('who announced an absence and comes all the same', () => {
  it('has the own seat again when marked, and no make-up after the night', async () => {
    const { desk, admin, center, asha, own } = await twoClasses(api);
    await announced(desk, own[0]!, asha);
    const answer = await mark(admin, own[0]!, [asha, 'PRESENT']);
    expect(rowOf(answer, asha)).toMatchObject({ kind: 'ENROLLED', mark: 'PRESENT' });

    const later = await laterOn(api, center, desk, new Date(NOON.getTime() + 86_400_000));
    await night(api, center, own[1]!.date);
    const { balance, absences } = await makeUpsOf(later, asha);
    expect([balance, absences[0]?.withdrawnAt === null]).toEqual([0, false]);
    expect(await brokenLots(center)).toEqual([]);
  });

  it('gives the seat up again when the mark was a mistake', async () => {
    const { desk, admin, asha, own } = await twoClasses(api);
    await announced(desk, own[0]!, asha);
    await mark(admin, own[0]!, [asha, 'PRESENT']);
    const answer = await mark(admin, own[0]!, [asha, 'EXCUSED']);

    expect(rowOf(answer, asha)).toMatchObject({ kind: null, mark: 'EXCUSED', absence: { earned: true } });
    expect(await seatsLeft(desk, own[0]!)).toBe(6);
  });
});

describe('two records of one child', () => {
  it('keep their absences when they become one', async () => {
    const { desk, admin, center, asha, own, today } = await twoClasses(api);
    const batch = await openBatch(admin, { name: 'Bears', startTime: '08:00', endTime: '09:00' });
    const again = await addChild(admin, 'Asha again');
    await enroll(center, again, { batchId: batch.id, from: today, to: addDays(today, 30) });
    await announced(desk, (await sessionsOf(admin, batch.id))[3]!, again);
    await announced(desk, own[2]!, asha);
    const answer = await admin.post('/students/merge').send({ keepId: asha, mergeId: again });

    expect(answer.status).toBe(200);
    const { absences, balance } = await makeUpsOf(desk, asha);
    expect([absences.length, balance]).toEqual([2, 2]);
  });
});
