import { addDays } from '@cartwheel/domain/calendar';
import type { Cast, Person } from './cast.ts';
import { NOW, TODAY, enrolled, planOf, readyCenter, type Ready } from './cast-enrollments.ts';

export { NOW, TODAY };

/** Four weeks until this day, in two classes a week, unpaid. */
export const endingOn = (at: Ready, endDate: string, more: object = {}) =>
  enrolled(at, { startDate: addDays(endDate, -27), endDate, ...more });

/** A pack with so many visits, of which so many are used up in the ledger, without classes. */
export async function packOf(at: Ready, visits: { of: number; used: number }, more: object = {}) {
  const planId = await planOf(at.admin, { planType: 'PAY_PER_VISIT', kind: 'PACK', visitsIncluded: visits.of });
  const made = await enrolled(at, { planId, ...more });
  await useVisits(at.center, made.enrollment.id, visits.used);
  return { ...made, planId };
}

export async function useVisits(center: Cast, enrollmentId: string, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    await center.rows(
      `insert into credit_entries (center_id, lot_id, amount, kind, student_id, created_at)
       select center_id, id, -100, 'VISIT', student_id, $2 from credit_lots where enrollment_id = $1`,
      [enrollmentId, NOW],
    );
  }
}

export const idsIn = (answer: { body: { items: { enrollmentId: string }[] } }): string[] =>
  answer.body.items.map(({ enrollmentId }) => enrollmentId);

export const tabOf = async (person: Person, tab: string, more = ''): Promise<string[]> =>
  idsIn(await person.get(`/renewals?tab=${tab}${more}`));

export async function nightFalls(center: Cast, date: string): Promise<void> {
  await center.rows(`insert into outbox_events (center_id, name, payload) values ($1, 'night.fell', $2)`, [
    center.id,
    JSON.stringify({ date }),
  ]);
}

export { enrolled, planOf, readyCenter, type Ready };
