import type { Absence, MakeUpBooking, StudentMakeUps } from '@cartwheel/contracts';
import { addDays } from '@cartwheel/domain/calendar';
import type { Cast, Person } from './cast.ts';
import { addChild, enroll, expectStatus, openBatch, type Session, sessionsOf, todayAt } from './cast-classes.ts';
import type { TestApi } from './harness.ts';

/** A Saturday at noon in Koramangala. */
export const NOON = new Date('2030-11-23T06:30:00Z');

/** Asha with a monthly place in the Tigers at five, and the Lions at seven, where she could make up. */
export async function twoClasses(api: TestApi, terms: { capacity?: number; visits?: number } = {}) {
  api.setNow(NOON);
  const center = await api.newCenter();
  const admin = await center.staff('CENTER_ADMIN');
  const desk = await center.staff('COUNSELOR');
  const today = todayAt(center, NOON);
  const capacity = terms.capacity ?? 6;
  const tigers = await openBatch(admin, { capacity });
  const lions = await openBatch(admin, { name: 'Lions', startTime: '19:00', endTime: '20:00', capacity });
  const asha = await addChild(admin, 'Asha');
  const enrollment = await enroll(center, asha, {
    batchId: tigers.id,
    from: today,
    to: addDays(today, 40),
    ...(terms.visits && { visits: terms.visits }),
  });
  const own = await sessionsOf(admin, tigers.id);
  const others = await sessionsOf(admin, lions.id);
  return { center, admin, desk, today, tigers, lions, asha, enrollment, own, others };
}

/** Sets the clock; who was signed in signs in again, as one would have by then. */
export async function laterOn(api: TestApi, center: Cast, { id, name }: Person, now: Date): Promise<Person> {
  api.setNow(now);
  return center.signIn(id, name, center.id);
}

/** The night before this day is over. */
export async function night(api: TestApi, { id }: Cast, date: string): Promise<void> {
  await api.admin.query(`insert into outbox_events (center_id, name, payload) values ($1, 'night.fell', $2)`, [
    id,
    JSON.stringify({ date }),
  ]);
  await api.settle();
}

export const announce = (person: Person, session: { id: string }, studentId: string, note?: string) =>
  person.post(`/class-sessions/${session.id}/absences`).send({ studentId, ...(note && { note }) });

export const announced = async (...asked: Parameters<typeof announce>): Promise<Absence> =>
  expectStatus<Absence>(await announce(...asked), 201);

export const withdraw = (person: Person, session: { id: string }, { id }: { id: string }) =>
  person.delete(`/class-sessions/${session.id}/absences/${id}`);

export const book = (person: Person, session: { id: string }, studentId: string, more: object = {}) =>
  person.post('/make-ups').send({ studentId, classSessionId: session.id, ...more });

export const booked = async (...asked: Parameters<typeof book>): Promise<MakeUpBooking> =>
  expectStatus<MakeUpBooking>(await book(...asked), 201);

export const makeUpsOf = async (person: Person, studentId: string): Promise<StudentMakeUps> =>
  expectStatus<StudentMakeUps>(await person.get(`/students/${studentId}/make-ups`), 200);

export async function seatsLeft(person: Person, { id }: { id: string }): Promise<number> {
  return expectStatus<Session>(await person.get(`/class-sessions/${id}`), 200).seatsLeft;
}

/** What must hold for every lot of a center: answers those for which it does not. */
export async function brokenLots(center: Cast): Promise<unknown[]> {
  return center.rows(
    `select l.id, l.remaining, sum(e.amount) as entries from credit_lots l left join credit_entries e on e.center_id = l.center_id and e.lot_id = l.id
     where l.center_id = $1 group by l.center_id, l.id
     having l.remaining <> coalesce(sum(e.amount), 0) or l.remaining not between 0 and l.quantity
       or coalesce(bool_or(e.kind = case l.source when 'VISITS' then 'MAKEUP' else 'VISIT' end), false)`,
    [center.id],
  );
}
