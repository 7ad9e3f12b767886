import { addDays } from '@cartwheel/domain/calendar';
import { addChild, enroll, openBatch, sessionsOf, todayAt } from '../../../test/cast-classes.ts';
import { startApi } from '../../../test/harness.ts';

const api = startApi();

async function open() {
  const center = await api.newCenter();
  const admin = await center.staff('CENTER_ADMIN');
  const today = todayAt(center);
  const closed = { from: addDays(today, 3), to: addDays(today, 4), reason: 'Diwali' };
  return { center, admin, today, closed, path: `/centers/${center.id}/closures` };
}

describe('closing the center', () => {
  it('cancels the sessions on those days and generates none', async () => {
    const { center, admin, today, closed, path } = await open();
    const batch = await openBatch(admin);
    await enroll(center, await addChild(admin, 'Asha'), { batchId: batch.id, from: today, to: addDays(today, 30) });

    const answer = await admin.post(path).send(closed);
    expect([answer.status, answer.body]).toEqual([201, { id: expect.any(String), ...closed, sessionsCancelled: 2 }]);
    await admin.post('/class-sessions/generate').send({ until: addDays(today, 20) });
    const there = (await sessionsOf(admin, batch.id)).filter(({ date }) => date >= closed.from && date <= closed.to);
    expect(there).toMatchObject([
      { status: 'CANCELLED', cancelReason: 'Diwali', seatsTaken: 0 },
      { status: 'CANCELLED' },
    ]);
    expect((await admin.get(path)).body.items).toMatchObject([closed]);
  });

  it('keeps a new batch from having sessions on those days', async () => {
    const { admin, closed, path } = await open();
    await admin.post(path).send(closed);
    const batch = await openBatch(admin);
    expect((await sessionsOf(admin, batch.id)).map(({ date }) => date)).not.toContain(closed.from);
  });

  it('opens again with new sessions and their seats; what was cancelled stays so', async () => {
    const { center, admin, today, closed, path } = await open();
    const batch = await openBatch(admin);
    await enroll(center, await addChild(admin, 'Asha'), { batchId: batch.id, from: today, to: addDays(today, 30) });
    const closure = (await admin.post(path).send(closed)).body;

    expect((await admin.delete(`${path}/${closure.id}`)).status).toBe(200);
    const there = (await sessionsOf(admin, batch.id)).filter(({ date }) => date === closed.from);
    expect(there.map(({ status, seatsTaken }) => `${status} ${seatsTaken}`).toSorted()).toEqual([
      'CANCELLED 0',
      'PUBLISHED 1',
    ]);
    expect((await admin.delete(`${path}/${closure.id}`)).status).toBe(404);
  });

  it('is refused backwards, for another center, and to those who may not', async () => {
    const { center, admin, closed, path } = await open();
    expect((await admin.post(path).send({ ...closed, to: addDays(closed.from, -1) })).body.errors[0].path).toBe('to');
    const other = await open();
    expect((await admin.post(other.path).send(closed)).status).toBe(404);
    expect((await admin.get(other.path)).status).toBe(404);
    const desk = await center.staff('COUNSELOR');
    expect((await desk.post(path).send(closed)).status).toBe(403);
    expect((await desk.get(path)).status).toBe(200);
  });
});
