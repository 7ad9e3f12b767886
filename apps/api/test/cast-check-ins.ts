import { addDays, instantOf, todayIn, weekdayOf } from '@cartwheel/domain/calendar';
import type { Role } from '@cartwheel/contracts';
import type { Cast, NewCenter, Person } from './cast.ts';
import { addChild, enroll, openBatch, type Session, sessionsOf } from './cast-classes.ts';
import type { TestApi } from './harness.ts';

/** The day on which everything happens; to come, so that seats in its classes can be taken. */
export const DAY = addDays(todayIn('UTC', new Date()), 10);

export interface Door {
  center: Cast;
  session: Session;
  batchId: string;
  asha: string;
  pass: string;
  trainerId: string;
  /** Gives somebody a place in the class. */
  join: (studentId: string) => Promise<string>;
  /** Somebody with this role, signed in at this time of the day; the clock stays there. */
  at: (time: string, role?: Role | 'OTHER_TRAINER', day?: string) => Promise<Person>;
}

/** A class with Asha in it, and people who may stand at the door. */
export async function aDoor(api: TestApi, options: NewCenter = {}): Promise<Door> {
  const center = await api.newCenter(options);
  const setTime = (time: string, date = DAY) => api.setNow(new Date(instantOf(date, time, center.timezone).instant));
  setTime('12:00');
  const people: Record<string, string> = {};
  for (const role of ['CENTER_ADMIN', 'COUNSELOR', 'TRAINER', 'OTHER_TRAINER'] as const) {
    people[role] = await center.user(role.toLowerCase());
    await center.assign(people[role], role === 'OTHER_TRAINER' ? 'TRAINER' : role);
  }
  const at: Door['at'] = async (time, role = 'COUNSELOR', date = DAY) => {
    setTime(time, date);
    return center.signIn(people[role]!, role, center.id);
  };
  const admin = await at('12:00', 'CENTER_ADMIN');
  const trainerId = people['TRAINER']!;
  const batch = await openBatch(admin, {
    daysOfWeek: [weekdayOf(DAY)],
    startTime: '16:00',
    endTime: '17:00',
    trainerUserIds: [trainerId],
  });
  const asha = await addChild(admin, 'Asha');
  const join: Door['join'] = (studentId) =>
    enroll(center, studentId, { batchId: batch.id, days: [weekdayOf(DAY)], from: DAY, to: addDays(DAY, 30) });
  await join(asha);
  const session = (await sessionsOf(admin, batch.id)).find(({ date }) => date === DAY)!;
  return { center, session, batchId: batch.id, asha, pass: await passOf(api, center, asha), trainerId, join, at };
}

/** What the student's pass says, as a camera would read it. */
export async function passOf(api: TestApi, center: Cast, studentId: string): Promise<string> {
  const { PassCodes } = await import('../src/modules/check-ins/pass-codes.ts');
  const [row] = await center.rows<{ code: string }>(
    'select code from student_passes where student_id = $1 and revoked_at is null',
    [studentId],
  );
  return api.app.get(PassCodes, { strict: false }).print(center.id, row!.code);
}

export const scan = (person: Person, body: object) => person.post('/check-ins').send(body);

export const eventsOf = (center: Cast) =>
  center.rows<{ event_type: string; outcome: string; reason: string | null; mark: string | null; method: string }>(
    'select event_type, outcome, reason, mark, method from door_events where center_id = $1 order by received_at, id',
    [center.id],
  );

export const marksOf = (center: Cast) =>
  center.rows<{ student_id: string; status: string; method: string; marked_at: Date }>(
    `select student_id, status, method, marked_at, enrollment_id, booking_id from attendance_marks
     where center_id = $1 order by student_id`,
    [center.id],
  );
