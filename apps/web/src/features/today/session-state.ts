import type { ClassSession } from '@cartwheel/contracts';

const MINUTE = 60_000;
const OPENS_BEFORE = 15 * MINUTE;
const LATE_AFTER = 10 * MINUTE;

export type SessionState =
  | { is: 'CANCELLED' | 'DRAFT' | 'taken' | 'now' | 'late' | 'over' }
  | { is: 'missed'; count: number }
  | { is: 'inMinutes'; minutes: number }
  | { is: 'inHours'; hours: number };

/** What a session is to somebody who takes attendance at this moment. */
export function stateOf(session: ClassSession, now: number): SessionState {
  if (session.status === 'CANCELLED' || session.status === 'DRAFT') return { is: session.status };
  const open = session.seatsTaken - session.markedCount;
  if (session.markedCount > 0 && open <= 0) return { is: 'taken' };
  const until = Date.parse(session.startsAt) - now;
  if (until > 0) return ahead(until);
  if (now < Date.parse(session.endsAt)) {
    return { is: session.markedCount === 0 && -until > LATE_AFTER ? 'late' : 'now' };
  }
  return open > 0 ? { is: 'missed', count: open } : { is: 'over' };
}

function ahead(milliseconds: number): SessionState {
  const minutes = Math.ceil(milliseconds / MINUTE);
  return minutes < 60 ? { is: 'inMinutes', minutes } : { is: 'inHours', hours: Math.round(minutes / 60) };
}

/** The one to open: what runs or begins within a quarter of an hour, else the next, else the last of the day. */
export function currentOf(sessions: readonly ClassSession[], now: number): ClassSession | undefined {
  const held = sessions.filter((session) => session.status !== 'CANCELLED');
  const hasOpened = (session: ClassSession) => Date.parse(session.startsAt) - OPENS_BEFORE <= now;
  const isOver = (session: ClassSession) => Date.parse(session.endsAt) <= now;
  const running = held.findLast((session) => hasOpened(session) && !isOver(session));
  return running ?? held.find((session) => !isOver(session)) ?? held.at(-1) ?? sessions[0];
}
