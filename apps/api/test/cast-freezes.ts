import type { Cast, Person } from './cast.ts';
import type { TestApi } from './harness.ts';
import { enrolled, planOf, readyCenter, studentOf, type NewBatch, type Ready } from './cast-enrollments.ts';

/** A center whose monthly plan may rest for so many days, and a student on it, on Monday and Wednesday. */
export async function freezable(center: Cast, { allowed = 14, ...batch }: NewBatch & { allowed?: number } = {}) {
  const at = await readyCenter(center, batch);
  const planId = await planOf(at.admin, { freezeDaysAllowed: allowed });
  const terms = { ...at.terms, planId };
  const { enrollment, invoice } = await enrolled({ desk: at.desk, terms });
  return { ...at, terms, enrollment, invoice, id: enrollment.id as string };
}

export const freeze = (person: Person, id: string, from: string, to: string) =>
  person.post(`/enrollments/${id}/freezes`).send({ from, to });

/** The days on which it has a seat. */
export async function seatDays({ center }: Pick<Ready, 'center'>, enrollmentId: string): Promise<string[]> {
  const rows = await center.rows<{ date: string }>(
    `select s.date::text as date from bookings b join class_sessions s on s.center_id = b.center_id and s.id = b.session_id
     where b.center_id = $1 and b.enrollment_id = $2 and b.status <> 'CANCELLED' order by s.date`,
    [center.id, enrollmentId],
  );
  return rows.map(({ date }) => date);
}

/** Somebody else takes the seat of that day. */
export async function takeSeat({ center, desk, batchId }: Ready, date: string): Promise<void> {
  const studentId = await studentOf(desk, 'Zoya');
  const client = await center.admin.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.center_id', $1, true)`, [center.id]);
    await client.query(
      `select claim_seat(s.id, $2, 'DROP_IN') from class_sessions s where s.center_id = current_center() and s.batch_id = $1 and s.date = $3`,
      [batchId, studentId, date],
    );
    await client.query('commit');
  } finally {
    client.release();
  }
}

/** Access does not last until then: everybody signs in again. */
export async function later<Where extends Pick<Ready, 'center' | 'admin' | 'desk'>>(
  api: Pick<TestApi, 'setNow'>,
  at: Where,
  now: string,
): Promise<Where> {
  api.setNow(new Date(now));
  const again = ({ id, name }: Person) => at.center.signIn(id, name, at.center.id);
  return { ...at, admin: await again(at.admin), desk: await again(at.desk) };
}
