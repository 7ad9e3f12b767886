import { randomUUID } from 'node:crypto';
import { addDays, eachDate, weekdayOf, type Weekday } from '@cartwheel/domain/calendar';
import type { Cast, Person } from './cast.ts';

/** A Saturday at noon in Koramangala. */
export const NOW = new Date('2026-11-21T06:30:00Z');
export const TODAY = '2026-11-21';

export interface NewBatch {
  name?: string;
  days?: Weekday[];
  capacity?: number;
}

/** A batch at 17:00, with its published sessions of the next four weeks. */
export async function batchOf(
  center: Cast,
  { name = 'Beginners', days = ['MON', 'WED'], capacity = 8 }: NewBatch = {},
) {
  const [batch] = await center.rows<{ id: string }>(
    `insert into batches (center_id, name, days_of_week, start_time, end_time, capacity) values ($1, $2, $3, '17:00', '18:00', $4) returning id`,
    [center.id, name, days, capacity],
  );
  for (const date of eachDate(TODAY, addDays(TODAY, 27)).filter((day) => days.includes(weekdayOf(day)))) {
    await center.rows(
      `insert into class_sessions (center_id, batch_id, name, date, start_time, end_time, starts_at, ends_at, capacity, status)
       values ($1, $2, $3, $4::date, '17:00', '18:00', ($4::date + time '17:00') at time zone $5, ($4::date + time '18:00') at time zone $5, $6, 'PUBLISHED')`,
      [center.id, batch!.id, name, date, center.timezone, capacity],
    );
  }
  return batch!.id;
}

/** A child whose mother can be reached, unless told otherwise. */
export async function studentOf(desk: Person, firstName = 'Asha', { reachable = true } = {}): Promise<string> {
  const phone = reachable ? `98${Math.floor(1e7 + Math.random() * 8.9e7)}` : null;
  const answer = await desk.post('/students').send({
    firstName,
    lastName: randomUUID().slice(0, 8),
    guardians: [{ name: 'Meera', relationship: 'MOTHER', phone }],
  });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.id;
}

export async function planOf(admin: Person, plan: object = {}): Promise<string> {
  const body = { name: `Monthly ${randomUUID().slice(0, 6)}`, planType: 'MONTHLY', priceMinor: 450_000, ...plan };
  const answer = await admin.post('/plans').send(body);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.id;
}

/** Everything that enrolling needs: `terms` with a batch on Monday and Wednesday, and a plan for 4,500 rupees a month. */
export async function readyCenter(center: Cast, batch: NewBatch = {}) {
  const admin = await center.staff('CENTER_ADMIN', 'Anita');
  const desk = await center.staff('COUNSELOR', 'Deepa');
  const batchId = await batchOf(center, batch);
  const planId = await planOf(admin);
  const daysSelected = batch.days ?? ['MON', 'WED'];
  const terms = { planId, startDate: TODAY, batchIds: [batchId], daysSelected };
  return { center, admin, desk, batchId, planId, terms };
}

export type Ready = Awaited<ReturnType<typeof readyCenter>>;

/** Enrolls a new student and answers what the API did. */
export async function enrolled({ desk, terms }: Pick<Ready, 'desk' | 'terms'>, more: object = {}) {
  const studentId = await studentOf(desk);
  const answer = await desk.post('/enrollments').send({ studentId, ...terms, ...more });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

/** What must hold for every invoice and every payment of a center, whatever happened. */
export async function brokenBooks(center: Cast): Promise<unknown[]> {
  return center.rows(
    `select i.number, i.total_minor, sum(a.amount_minor) as settled from invoices i join payment_allocations a
       on a.center_id = i.center_id and a.invoice_id = i.id where i.center_id = $1
     group by i.number, i.total_minor, i.subtotal_minor, i.discount_minor, i.tax_minor
     having sum(a.amount_minor) > i.total_minor or sum(a.amount_minor) < 0 or i.total_minor <> i.subtotal_minor - i.discount_minor + i.tax_minor
     union all
     select p.id::text, p.amount_minor, sum(a.amount_minor) from payments p join payment_allocations a
       on a.center_id = p.center_id and a.payment_id = p.id where p.center_id = $1
     group by p.center_id, p.id, p.amount_minor, p.voided_at
     having p.voided_at is not null or sum(a.amount_minor) > p.amount_minor + coalesce((
       select sum(r.amount_minor) from payments r where r.center_id = p.center_id and r.refunds_payment_id = p.id and r.voided_at is null), 0)`,
    [center.id],
  );
}
