import { randomUUID } from 'node:crypto';
import { addDays, todayIn, weekdayOf } from '@cartwheel/domain/calendar';
import type pg from 'pg';
import type { Cast, Person } from './cast.ts';

const everyDay = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];

export interface Made {
  id: string;
}

export const todayAt = (center: Cast, now = new Date()) => todayIn(center.timezone, now);

/** A batch on every day, unless said otherwise. */
export async function openBatch(
  admin: Person,
  fields: Record<string, unknown> = {},
): Promise<Made & Record<string, unknown>> {
  const answer = await admin
    .post('/batches')
    .send({ name: 'Tigers', daysOfWeek: everyDay, startTime: '17:00', endTime: '18:00', capacity: 12, ...fields });
  return expectStatus(answer, 201);
}

export async function sessionsOf(person: Person, batchId: string): Promise<Session[]> {
  const answer = await person.get(`/class-sessions?batchId=${batchId}&limit=200`);
  return expectStatus<{ items: Session[] }>(answer, 200).items;
}

export interface Session {
  id: string;
  date: string;
  startTime: string;
  startsAt: string;
  endsAt: string;
  status: string;
  capacity: number;
  seatsTaken: number;
  seatsLeft: number;
  trialCount: number;
  makeUpCount: number;
  markedCount: number;
  mayMark: boolean;
  version: number;
  trainer: { id: string } | null;
}

export async function oneOff(admin: Person, fields: Record<string, unknown>): Promise<Session> {
  const answer = await admin
    .post('/class-sessions')
    .send({ name: 'Open gym', startTime: '10:00', endTime: '11:00', capacity: 12, ...fields });
  return expectStatus(answer, 201);
}

export async function addChild(admin: Person, firstName: string): Promise<string> {
  const answer = await admin.post('/students').send({
    firstName,
    guardians: [
      {
        name: `${firstName}'s mother`,
        email: `${randomUUID()}@family.example`,
        relationship: 'MOTHER',
        isPrimary: true,
      },
    ],
  });
  return expectStatus<Made>(answer, 201).id;
}

export interface EnrollmentFields {
  batchId: string;
  days?: string[];
  from: string;
  to?: string | null;
  visits?: number;
}

/** As the enrollment desk leaves it: places on the days, seats in the sessions there are, visits in the ledger. */
export async function enroll(
  center: Cast,
  studentId: string,
  fields: EnrollmentFields,
  beforeCommit?: () => Promise<void>,
): Promise<string> {
  const { batchId, days = everyDay, from, to = null, visits } = fields;
  return asCenter(center, async (client) => {
    const { rows } = await client.query<Made>(
      `insert into enrollments (student_id, plan_name, plan_type, start_date, end_date, visits_included, days_selected, price_minor)
       values ($1, 'Monthly', 'MONTHLY', $2, $3, $4, $5, 100000) returning id`,
      [studentId, from, to, visits ?? null, days],
    );
    const { id } = rows[0]!;
    await client.query('insert into enrollment_batches (enrollment_id, batch_id) values ($1, $2)', [id, batchId]);
    await client.query(
      `insert into standing_places (batch_id, enrollment_id, weekday, from_date, to_date) select $1, $2, d, $3, $4 from unnest($5::text[]) d`,
      [batchId, id, from, to, days],
    );
    if (visits) {
      await client.query(
        `insert into credit_lots (student_id, enrollment_id, quantity, remaining, expires_on) values ($1, $2, $3, $3, $4)`,
        [studentId, id, visits * 100, to],
      );
    }
    await client.query('select claim_enrollment_seats($1)', [id]);
    await beforeCommit?.();
    return id;
  });
}

/** Books a seat past the API, as another desk would. */
export async function book(center: Cast, sessionId: string, studentId: string, kind: string): Promise<string> {
  return asCenter(center, async (client) => {
    const { rows } = await client.query<Made>('select claim_seat($1, $2, $3) as id', [sessionId, studentId, kind]);
    return rows[0]!.id;
  });
}

export async function asCenter<T>(center: Cast, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await center.admin.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.center_id', $1, true), set_config('app.organization_id', $2, true)`, [
      center.id,
      center.organizationId,
    ]);
    const answer = await work(client);
    await client.query('commit');
    return answer;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

export const visitsLeft = async (center: Cast, enrollmentId: string): Promise<number> => {
  const rows = await center.rows<{ remaining: number }>('select remaining from credit_lots where enrollment_id = $1', [
    enrollmentId,
  ]);
  return rows[0]!.remaining / 100;
};

export const daysFrom = (date: string, days: number) => addDays(date, days);
export const otherDaysThan = (date: string) => everyDay.filter((day) => day !== weekdayOf(date));

export function expectStatus<Body>(answer: { status: number; body: unknown; text: string }, status: number): Body {
  if (answer.status !== status) throw new Error(`Expected ${status}, got ${answer.status}: ${answer.text}`);
  return answer.body as Body;
}
