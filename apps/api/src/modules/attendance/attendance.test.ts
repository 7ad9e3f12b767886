import { addDays } from '@cartwheel/domain/calendar';
import { aClass, ledger, mark, type Row, rowOf } from '../../../test/cast-attendance.ts';
import { addChild, book, enroll, openBatch, sessionsOf, visitsLeft } from '../../../test/cast-classes.ts';
import { startApi } from '../../../test/harness.ts';
import { Database } from '../../platform/database/database.ts';
import type { Sql } from '../../platform/database/sql.ts';

const api = startApi();

describe('the roster', () => {
  it('lists who has a seat, why, and who came for the first time', async () => {
    const { center, admin, trainer, session, asha } = await aClass(api);
    const ben = await addChild(admin, 'Ben');
    await book(center, session.id, ben, 'MAKEUP');
    const answer = await trainer.get(`/class-sessions/${session.id}/roster`);

    expect(answer.status).toBe(200);
    expect(answer.body.session).toMatchObject({ id: session.id, seatsTaken: 2, mayMark: true });
    expect(answer.body.rows).toMatchObject([
      { studentId: asha, name: 'Asha', kind: 'ENROLLED', isFirstVisit: true, mark: null, blocked: false },
      { studentId: ben, name: 'Ben', kind: 'MAKEUP' },
    ]);
    await mark(admin, session, [asha, 'PRESENT']);
    expect(rowOf(await trainer.get(`/class-sessions/${session.id}/roster`), asha)!.isFirstVisit).toBe(true);
    const next = (await sessionsOf(admin, answer.body.session.batchId))[1]!;
    expect(rowOf(await trainer.get(`/class-sessions/${next.id}/roster`), asha)!.isFirstVisit).toBe(false);
  });

  it('lists apart those whose enrollment ended in the last 30 days', async () => {
    const { center, admin, batch, today, session } = await aClass(api);
    const ended = async (name: string, to: string) => {
      const student = await addChild(admin, name);
      await enroll(center, student, { batchId: batch.id, from: addDays(today, -90), to });
      return student;
    };
    const lately = await ended('Lena', addDays(today, -30));
    await ended('Long ago', addDays(today, -31));
    const renewed = await ended('Renewed', addDays(today, -2));
    await enroll(center, renewed, { batchId: batch.id, from: addDays(today, -1), to: addDays(today, 30) });

    const { rows } = (await admin.get(`/class-sessions/${session.id}/roster`)).body as { rows: Row[] };
    expect(rows.map(({ name, kind }) => [name, kind])).toEqual([
      ['Asha', 'ENROLLED'],
      ['Renewed', 'ENROLLED'],
      ['Lena', null],
    ]);
    expect(rows[2]).toMatchObject({ studentId: lately });
    expect(rows[2]!.warnings.map(({ code }) => code)).toContain('EXPIRED');
    expect(rows[1]!.warnings.map(({ code }) => code)).not.toContain('EXPIRED');
  });

  it('is closed to other trainers and does not exist for other centers', async () => {
    const { center, session } = await aClass(api);
    const other = await center.staff('TRAINER');
    expect((await other.get(`/class-sessions/${session.id}/roster`)).status).toBe(403);
    const stranger = await (await api.newCenter()).staff('CENTER_ADMIN');
    expect((await stranger.get(`/class-sessions/${session.id}/roster`)).status).toBe(404);
  });
});

describe('marking', () => {
  it('saves, uses one visit, and tells the booking', async () => {
    const { center, trainer, session, asha, enrollment } = await aClass(api);
    const answer = await mark(trainer, session, [asha, 'PRESENT', 'Did a cartwheel']);

    expect([answer.status, answer.body.saved, answer.body.blocked]).toEqual([200, 1, []]);
    expect(rowOf(answer, asha)).toMatchObject({
      mark: 'PRESENT',
      note: 'Did a cartwheel',
      markedBy: { id: trainer.id },
    });
    expect(answer.body.roster.session.markedCount).toBe(1);
    expect(await visitsLeft(center, enrollment)).toBe(4);
    expect(await center.rows('select status from bookings where session_id = $1', [session.id])).toEqual([
      { status: 'ATTENDED' },
    ]);
  });

  it('twice changes nothing', async () => {
    const { center, trainer, admin, session, asha, enrollment } = await aClass(api);
    const first = await mark(trainer, session, [asha, 'PRESENT', 'Good']);
    const second = await mark(admin, session, [asha, 'PRESENT']);

    expect(second.body.saved).toBe(1);
    expect(rowOf(second, asha)).toMatchObject({
      note: 'Good',
      markedAt: (rowOf(first, asha) as unknown as { markedAt: string }).markedAt,
      markedBy: { id: trainer.id },
    });
    expect(await visitsLeft(center, enrollment)).toBe(4);
    expect(
      await center.rows("select from audit_log where entity = 'attendance_marks' and center_id = $1", [center.id]),
    ).toHaveLength(1);
  });

  it('anew corrects, and gives the visit back by a counter-entry', async () => {
    const { center, trainer, session, asha, enrollment } = await aClass(api);
    await mark(trainer, session, [asha, 'PRESENT']);
    const answer = await mark(trainer, session, [asha, 'ABSENT']);

    expect(rowOf(answer, asha)!.mark).toBe('ABSENT');
    expect(await visitsLeft(center, enrollment)).toBe(5);
    expect(await ledger(center, session)).toEqual([
      { kind: 'VISIT', amount: -100 },
      { kind: 'REVERSAL', amount: 100 },
    ]);
    expect(await center.rows('select status from bookings where session_id = $1', [session.id])).toEqual([
      { status: 'NO_SHOW' },
    ]);
    await mark(trainer, session, [asha, 'LATE']);
    expect(await visitsLeft(center, enrollment)).toBe(4);
  });

  it.each([
    ['EXCUSED', 5],
    ['CANCELLED', 5],
    ['ABSENT', 5],
    ['LATE', 4],
    ['MAKEUP', 4],
  ])('%s leaves %i of five visits', async (status, left) => {
    const { center, trainer, session, asha, enrollment } = await aClass(api);
    await mark(trainer, session, [asha, status]);
    expect(await visitsLeft(center, enrollment)).toBe(left);
  });

  it('with null takes the mark back', async () => {
    const { center, trainer, session, asha, enrollment } = await aClass(api);
    await mark(trainer, session, [asha, 'PRESENT']);
    const answer = await mark(trainer, session, [asha, null]);

    expect([answer.body.saved, rowOf(answer, asha)!.mark]).toEqual([1, null]);
    expect(await visitsLeft(center, enrollment)).toBe(5);
    expect(await center.rows('select status from bookings where session_id = $1', [session.id])).toEqual([
      { status: 'CONFIRMED' },
    ]);
  });

  it('uses a visit once, however many mark at once', async () => {
    const { center, admin, trainer, session, asha, enrollment } = await aClass(api);
    const answers = await Promise.all(
      [...Array(8).keys()].map((turn) =>
        mark(turn % 2 ? admin : trainer, session, [asha, turn % 3 ? 'PRESENT' : 'LATE']),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(await visitsLeft(center, enrollment)).toBe(4);
  });

  it('writes present as make-up or trial where that is the seat, and a trial costs nothing', async () => {
    const { center, admin, session, asha } = await aClass(api);
    const ben = await addChild(admin, 'Ben');
    const cara = await addChild(admin, 'Cara');
    await book(center, session.id, ben, 'MAKEUP');
    await book(center, session.id, cara, 'TRIAL');
    const answer = await mark(admin, session, [ben, 'PRESENT'], [cara, 'PRESENT'], [asha, 'PRESENT']);
    expect([ben, cara, asha].map((id) => rowOf(answer, id)!.mark)).toEqual(['MAKEUP', 'TRIAL', 'PRESENT']);
  });

  it('asks the database a fixed number of things, however many are marked', async () => {
    const { center, admin, trainer, today, batch, session } = await aClass(api, { capacity: 40 });
    const students = await Promise.all([...Array(30).keys()].map((n) => addChild(admin, `Child ${n}`)));
    for (const student of students)
      await enroll(center, student, { batchId: batch.id, from: today, to: addDays(today, 3), visits: 5 });
    const count = statementsOf(() => trainer.get(`/class-sessions/${session.id}/roster`));
    expect(await count).toBeLessThanOrEqual(3);
    const marks = students.map((student): [string, string] => [student, 'PRESENT']);
    const marking = await statementsOf(() => mark(trainer, session, ...marks));
    expect(marking).toBeLessThanOrEqual(12);
    expect((await center.rows('select from credit_entries where session_id = $1', [session.id])).length).toBe(30);
  });

  it('names what is invalid and what does not exist', async () => {
    const { admin, session, asha } = await aClass(api);
    expect((await mark(admin, session, [asha, 'HERE'])).status).toBe(400);
    expect((await mark(admin, session, [asha, 'PRESENT'], [asha, 'ABSENT'])).body.errors[0].path).toBe('marks');
    const stranger = await (await api.newCenter()).staff('CENTER_ADMIN');
    const foreign = await addChild(stranger, 'Far');
    const answer = await mark(admin, session, [asha, 'PRESENT'], [foreign, 'PRESENT']);
    expect([answer.status, answer.body.code, answer.body.errors[0].path]).toEqual([
      422,
      'reference_not_found',
      'marks.1.studentId',
    ]);
    expect((await mark(stranger, session, [foreign, 'PRESENT'])).status).toBe(404);
    expect(rowOf(await admin.get(`/class-sessions/${session.id}/roster`), asha)!.mark).toBe(null);
  });
});

/** What the unit of work sends beside the key of the request. */
async function statementsOf(request: () => PromiseLike<unknown>): Promise<number> {
  const db = api.app.get(Database);
  const { rows, run } = db;
  let count = 0;
  const counted = (query: Sql) => {
    if (!query.render().text.includes('idempotency_keys')) count += 1;
    return query;
  };
  Object.assign(db, {
    rows: (query: Sql) => rows.call(db, counted(query)),
    run: (query: Sql) => run.call(db, counted(query)),
  });
  await request();
  Object.assign(db, { rows, run });
  return count;
}

describe('somebody without a seat', () => {
  it('takes a free one, and gives it back with the mark', async () => {
    const { admin, trainer, session } = await aClass(api);
    const walkIn = await addChild(admin, 'Will');
    const came = await mark(trainer, session, [walkIn, 'PRESENT']);
    expect(rowOf(came, walkIn)).toMatchObject({ kind: 'DROP_IN', mark: 'PRESENT' });
    expect(came.body.roster.session.seatsTaken).toBe(2);

    const back = await mark(trainer, session, [walkIn, null]);
    expect(rowOf(back, walkIn)).toBeUndefined();
    expect(back.body.roster.session.seatsTaken).toBe(1);
  });

  it('finds none in a full class, and nothing of the request is saved', async () => {
    const { admin, session, asha } = await aClass(api, { capacity: 1 });
    const answer = await mark(admin, session, [asha, 'PRESENT'], [await addChild(admin, 'Will'), 'PRESENT']);
    expect([answer.status, answer.body.code]).toEqual([409, 'capacity_full']);
    expect(answer.body.detail).toContain('is full');
    expect(rowOf(await admin.get(`/class-sessions/${session.id}/roster`), asha)!.mark).toBe(null);
  });

  it('needs none to be absent', async () => {
    const { admin, session } = await aClass(api, { capacity: 1 });
    expect((await mark(admin, session, [await addChild(admin, 'Will'), 'ABSENT'])).status).toBe(200);
  });

  it('uses a visit of the pack that covers the day', async () => {
    const { center, admin, session, today } = await aClass(api);
    const other = await openBatch(admin, { name: 'Lions', startTime: '07:00', endTime: '08:00' });
    const walkIn = await addChild(admin, 'Will');
    const pack = await enroll(center, walkIn, { batchId: other.id, from: today, visits: 3 });
    await mark(admin, session, [walkIn, 'PRESENT']);
    expect(await visitsLeft(center, pack)).toBe(2);
  });
});

describe('reading attendance', () => {
  it('lists a session by name and a student by day, newest first', async () => {
    const { center, admin, trainer, batch, session, asha } = await aClass(api);
    const tomorrow = (await sessionsOf(admin, batch.id))[1]!;
    await mark(admin, session, [asha, 'PRESENT']);
    await mark(admin, tomorrow, [asha, 'EXCUSED', 'Travelling']);

    const ofSession = await trainer.get(`/attendance?classSessionId=${session.id}`);
    expect(ofSession.body.items).toMatchObject([
      { studentId: asha, studentName: 'Asha', sessionName: 'Tigers', status: 'PRESENT', method: 'MANUAL' },
    ]);
    const ofStudent = await admin.get(`/students/${asha}/attendance?limit=1`);
    expect(ofStudent.body.items).toMatchObject([{ date: tomorrow.date, status: 'EXCUSED', notes: 'Travelling' }]);
    const older = await admin.get(`/children/${asha}/attendance?cursor=${ofStudent.body.nextCursor}`);
    expect(older.body.items).toMatchObject([{ date: session.date }]);
    expect((await admin.get(`/students/${asha}/attendance?from=${tomorrow.date}`)).body.items).toHaveLength(1);

    const other = await center.staff('TRAINER');
    expect((await other.get(`/students/${asha}/attendance`)).body.items).toEqual([]);
    expect((await other.get(`/attendance?classSessionId=${session.id}`)).status).toBe(403);
    const stranger = await (await api.newCenter()).staff('CENTER_ADMIN');
    expect((await stranger.get(`/students/${asha}/attendance`)).status).toBe(404);
    expect((await stranger.get(`/attendance?classSessionId=${session.id}`)).status).toBe(404);
  });
});
