import { randomInt } from 'node:crypto';
import type { ClassSession, IntroVisit, Lead, Student } from '@cartwheel/contracts';
import type { Cast, Person } from './cast.ts';

/** A mobile number nobody else has. */
export const aPhone = () => `+9198${String(randomInt(10 ** 8)).padStart(8, '0')}`;

interface Family {
  firstName?: string;
  lastName?: string;
  dob?: string;
  phone?: string;
  guardian?: string;
}

const enquiry = ({ firstName = 'Aarav', lastName = 'Sharma', dob, phone, guardian }: Family) => ({
  child: { firstName, lastName, ...(dob && { dob }) },
  guardians: [{ name: guardian ?? `Priya ${lastName}`, phone: phone ?? aPhone(), relationship: 'MOTHER' }],
  source: 'Walk-in',
});

/** An enquiry as the front desk writes it down; answers what the API answered. */
export async function ask(desk: Person, family: Family = {}, more: object = {}) {
  return desk.post('/leads').send({ ...enquiry(family), ...more });
}

export async function aLead(desk: Person, family: Family = {}, more: object = {}): Promise<Lead> {
  return created<Lead>(await ask(desk, family, more));
}

export async function aStudent(desk: Person, family: Family = {}, more: object = {}): Promise<Student> {
  const { child, guardians } = enquiry(family);
  return created<Student>(await desk.post('/students').send({ ...child, guardians, ...more }));
}

export async function aSession(admin: Person, session: object = {}): Promise<ClassSession> {
  const given = { name: 'Saturday Cubs', date: '2026-12-05', startTime: '16:00', endTime: '17:00', capacity: 8 };
  return created<ClassSession>(await admin.post('/class-sessions').send({ ...given, ...session }));
}

export async function anIntro(desk: Person, leadId: string, classSessionId: string): Promise<IntroVisit> {
  return created<IntroVisit>(await desk.post('/intro-visits').send({ leadId, classSessionId }));
}

/** An enrollment as it is stored; days are counted from the center's today. */
export async function anEnrollment(
  center: Cast,
  studentId: string,
  given: {
    endsIn?: number | null;
    startsIn?: number;
    visits?: [left: number, of: number];
    batchId?: string;
    owes?: number;
  },
): Promise<string> {
  const { endsIn = 60, startsIn = -30, visits, batchId, owes } = given;
  const id = await idOf(
    center,
    `insert into enrollments (center_id, student_id, plan_name, plan_type, start_date, end_date, visits_included, price_minor)
     select $1, $2, 'Monthly', 'MONTHLY', d + $3::int, d + $4::int, $5, 500000
     from (select (now() at time zone $6)::date as d) today returning id`,
    [center.id, studentId, startsIn, endsIn, visits?.[1] ?? null, center.timezone],
  );
  if (visits)
    await center.rows(
      `insert into credit_lots (center_id, student_id, enrollment_id, quantity, remaining) values ($1, $2, $3, $4, $5)`,
      [center.id, studentId, id, visits[1] * 100, visits[0] * 100],
    );
  if (batchId)
    await center.rows(`insert into enrollment_batches (center_id, enrollment_id, batch_id) values ($1, $2, $3)`, [
      center.id,
      id,
      batchId,
    ]);
  if (owes) await anInvoice(center, studentId, id, owes);
  return id;
}

async function anInvoice(center: Cast, studentId: string, enrollmentId: string, total: number): Promise<void> {
  await center.rows(
    `insert into invoices (center_id, number, financial_year, sequence, student_id, enrollment_id, issued_on, subtotal_minor, total_minor)
     select $1, 'INV-' || n, '2026-27', n, $2, $3, current_date, $4, $4
     from (select count(*)::int + 1 as n from invoices where center_id = $1) next`,
    [center.id, studentId, enrollmentId, total],
  );
}

export async function aBatch(center: Cast, trainerId?: string, name = 'Cubs'): Promise<string> {
  const id = await idOf(
    center,
    `insert into batches (center_id, name, days_of_week, start_time, end_time, capacity)
     values ($1, $2, array['SAT'], '16:00', '17:00', 8) returning id`,
    [center.id, name],
  );
  if (trainerId)
    await center.rows(`insert into batch_trainers (center_id, batch_id, user_id) values ($1, $2, $3)`, [
      center.id,
      id,
      trainerId,
    ]);
  return id;
}

async function idOf(center: Cast, query: string, values: unknown[]): Promise<string> {
  const [row] = await center.rows<{ id: string }>(query, values);
  return row!.id;
}

function created<T>(answer: { status: number; body: unknown }): T {
  if (answer.status !== 201) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body as T; // the test reads what the contract promises
}
