import { addDays } from '@cartwheel/domain/calendar';
import type { Cast, Person } from './cast.ts';
import { addChild, enroll, openBatch, type Session, sessionsOf, todayAt } from './cast-classes.ts';
import type { TestApi } from './harness.ts';

export interface Row {
  studentId: string;
  name: string;
  kind: string | null;
  mark: string | null;
  note: string | null;
  blocked: boolean;
  isFirstVisit: boolean;
  warnings: { code: string }[];
}

/** A class today with Asha, who has a pack of five visits, and a trainer who takes it. */
export async function aClass(api: TestApi, terms: { visits?: number; capacity?: number; days?: number } = {}) {
  const center = await api.newCenter();
  const admin = await center.staff('CENTER_ADMIN');
  const trainer = await center.staff('TRAINER');
  const today = todayAt(center);
  const batch = await openBatch(admin, {
    trainerUserIds: [trainer.id],
    capacity: terms.capacity ?? 12,
    startTime: '00:00',
    endTime: '23:59',
  });
  const asha = await addChild(admin, 'Asha');
  const enrollment = await enroll(center, asha, {
    batchId: batch.id,
    from: today,
    to: addDays(today, terms.days ?? 60),
    visits: terms.visits ?? 5,
  });
  const session = (await sessionsOf(admin, batch.id))[0]!;
  return { center, admin, trainer, today, batch, asha, enrollment, session };
}

export const mark = (
  person: Person,
  session: { id: string },
  ...marks: [studentId: string, status: string | null, notes?: string | null][]
) =>
  person.post('/attendance/mark').send({
    classSessionId: session.id,
    marks: marks.map(([studentId, status, notes]) => ({ studentId, status, ...(notes !== undefined && { notes }) })),
  });

export const rowOf = (
  answer: { body: { roster?: { rows: Row[] }; rows?: Row[] } },
  studentId: string,
): Row | undefined => (answer.body.roster?.rows ?? answer.body.rows)?.find((row) => row.studentId === studentId);

export const setting = (admin: Person, center: Cast, settings: object) =>
  admin.patch(`/centers/${center.id}/settings`).send(settings);
export const ledger = (center: Cast, session: Session) =>
  center.rows<{ kind: string; amount: number }>(
    'select kind, amount from credit_entries where session_id = $1 order by created_at, kind desc',
    [session.id],
  );
