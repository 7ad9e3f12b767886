import { Dice } from './dice.ts';
import type { Story } from './leads-story.ts';
import type { Player } from './stage.ts';

interface Session {
  id: string;
  startsAt: string;
  endsAt: string;
  status: string;
}

const MINUTE = 60_000;
const SESSIONS = 3;
const VISITORS = 5;
const device = 'Front door';

/** Who came through the door today: to the last few classes, home again after those that are over, and a pass nobody knows. */
export async function throughTheDoor({ center, today, at }: Story): Promise<void> {
  const now = Date.now();
  const dice = new Dice(14);
  at(today, '23:59');
  const { items } = await center.admin.do<{ items: Session[] }>('GET', `/class-sessions?date=${today}`);
  const begun = items.filter(
    ({ startsAt, status }) => status !== 'CANCELLED' && Date.parse(startsAt) - 30 * MINUTE < now,
  );
  const recent = begun.filter(({ endsAt }) => now - Date.parse(endsAt) < 8 * 60 * MINUTE).slice(-SESSIONS);
  for (const session of recent) await visit(center.desk, session, { now, dice });
  if (recent.length === 0) await openGym(center.desk, now);
  await center.desk.do('POST', '/check-ins', { code: `CW${'0'.repeat(64)}`, device }).catch(() => undefined);
}

async function visit(desk: Player, session: Session, { now, dice }: { now: number; dice: Dice }): Promise<void> {
  const roster = await desk.do<{ rows: { studentId: string; kind: string | null }[] }>(
    'GET',
    `/class-sessions/${session.id}/roster`,
  );
  for (const { studentId } of roster.rows.filter(({ kind }) => kind !== null).slice(0, VISITORS)) {
    const came = Math.min(now, Date.parse(session.startsAt) + dice.between(-14, 13) * MINUTE);
    const left = Date.parse(session.endsAt) + dice.between(1, 9) * MINUTE;
    await scan(desk, { studentId, classSessionId: session.id, occurredAt: came });
    if (left < now && dice.chance(0.8)) {
      await scan(desk, { studentId, eventType: 'CENTER_CHECK_OUT', occurredAt: left });
    }
  }
}

/** Before the first class of the day a few are there to train by themselves. */
async function openGym(desk: Player, now: number): Promise<void> {
  const { items } = await desk.do<{ items: { id: string }[] }>('GET', '/students?status=ACTIVE&limit=4');
  for (const [index, { id }] of items.entries()) {
    await scan(desk, { studentId: id, eventType: 'CENTER_CHECK_IN', occurredAt: now - (4 + index * 3) * MINUTE });
  }
}

/** A full class, or a plan the center does not let in, is part of the story. */
async function scan(desk: Player, { occurredAt, ...who }: { occurredAt: number; [field: string]: unknown }) {
  const moment = new Date(occurredAt).toISOString();
  await desk.do('POST', '/check-ins', { ...who, device, occurredAt: moment }).catch(() => undefined);
}
