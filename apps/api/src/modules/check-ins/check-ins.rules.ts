import type { CheckInNotice, CheckInType, Mark, SessionAtTheDoor } from '@cartwheel/contracts';
import { localOf } from '@cartwheel/domain/calendar';

export type EventType = 'CENTER_IN' | 'CENTER_OUT' | 'SESSION_IN';
export type AtTheDoor = 'PRESENT' | 'LATE';

export const storedType: Record<CheckInType, EventType> = {
  CENTER_CHECK_IN: 'CENTER_IN',
  CENTER_CHECK_OUT: 'CENTER_OUT',
  SESSION_CHECK_IN: 'SESSION_IN',
};

const MINUTE = 60_000;
/** How long a kiosk without a connection may keep what happened. */
export const OFFLINE_HOURS = 12;

export interface DoorTimes {
  startsAt: string;
  endsAt: string;
}

/** What a center says about its door. */
export interface DoorPolicy {
  checkInMinutesBefore: number;
  lateGraceMinutes: number;
}

/** Elapsed minutes, so that a change of the clocks changes nothing. The end itself is too late. */
export function judge({ startsAt, endsAt }: DoorTimes, at: Date, policy: DoorPolicy): AtTheDoor | 'TOO_EARLY' | 'OVER' {
  const start = Date.parse(startsAt);
  if (at.getTime() >= Date.parse(endsAt)) return 'OVER';
  if (at.getTime() < start - policy.checkInMinutesBefore * MINUTE) return 'TOO_EARLY';
  return at.getTime() > start + policy.lateGraceMinutes * MINUTE ? 'LATE' : 'PRESENT';
}

export const opensAt = ({ startsAt }: DoorTimes, { checkInMinutesBefore }: DoorPolicy, zone: string): string =>
  localOf(new Date(Date.parse(startsAt) - checkInMinutesBefore * MINUTE), zone).time;

export interface Expected extends SessionAtTheDoor, DoorTimes {}

/** The class somebody has now: the one that runs, or else the next to begin. `expected` is in order of time. */
export function classNow(expected: readonly Expected[], at: Date, policy: DoorPolicy): Expected | undefined {
  return expected.find((session) => {
    const verdict = judge(session, at, policy);
    return verdict === 'PRESENT' || verdict === 'LATE';
  });
}

/** Why it was the center only, with the class it is about: the next one to come, or the last that is over. */
export function noticeWithoutClass(
  expected: readonly Expected[],
  { at, today }: { at: Date; today: string },
): CheckInNotice {
  const todays = expected.filter(({ date }) => date === today);
  const next = todays.find(({ endsAt }) => Date.parse(endsAt) > at.getTime());
  if (next) return { code: 'SESSION_LATER', session: next };
  const last = todays.at(-1);
  return last ? { code: 'SESSION_OVER', session: last } : { code: 'NOT_BOOKED_TODAY', session: null };
}

/** When it happened: no later than now, whatever the device believes. Undefined for what is too long ago. */
export function happenedAt(told: string | undefined, now: Date): Date | undefined {
  if (!told) return now;
  const at = new Date(Math.min(Date.parse(told), now.getTime()));
  return now.getTime() - at.getTime() > OFFLINE_HOURS * 60 * MINUTE ? undefined : at;
}

const there = new Set<Mark>(['PRESENT', 'LATE', 'MAKEUP', 'TRIAL']);
export const wasThere = (mark: Mark | null): boolean => mark !== null && there.has(mark);

export interface SessionEvent {
  occurredAt: string;
  mark: AtTheDoor;
  method: 'QR' | 'KIOSK' | 'MANUAL';
}

export interface MarkNow {
  mark: Mark | null;
  markedAt: string | null;
  /** It came from the door, not from somebody's hand. */
  fromTheDoor: boolean;
  /** When a mark was last taken back. */
  clearedAt: string | null;
}

/**
 * The event a mark is to be written from, or undefined where what stands is right. The first arrival counts. A hand wins
 * over what happened before it; somebody who was marked absent and then arrives is there.
 */
export function projected(events: readonly SessionEvent[], now: MarkNow): SessionEvent | undefined {
  const standing = events.filter(({ occurredAt }) => !now.clearedAt || occurredAt > now.clearedAt);
  if (now.mark === null || now.fromTheDoor) return standing[0];
  if (wasThere(now.mark) || now.mark === 'CANCELLED') return undefined;
  return standing.find(({ occurredAt }) => !now.markedAt || occurredAt > now.markedAt);
}
