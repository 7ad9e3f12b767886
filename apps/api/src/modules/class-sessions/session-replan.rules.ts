import { addDays, weekdayOf } from '@cartwheel/domain/calendar';
import type { Terms } from './session-plan.rules.ts';
import type { LocalTimes } from './session-times.rules.ts';

/** What a batch says about its sessions. */
export interface BatchTerms extends Terms {
  id: string;
  name: string;
  startsOn: string | null;
  endsOn: string | null;
  active: boolean;
}

/** Days on which a batch said one thing and says another now. */
export interface ChangedStretch {
  from: string;
  /** Included; null: from then on. */
  until: string | null;
  before: BatchTerms;
  after: BatchTerms;
}

/** From that day on, the class of its weekday takes place so many days later, or earlier. */
export interface DayMove {
  from: string;
  by: number;
}

export interface FutureSession {
  id: string;
  date: string;
  startTime: string;
  endTime: string;
  slot: string | null;
  trainerUserId: string | null;
  /** Seats that are taken, and by whom. */
  studentIds: string[];
  /** Something hangs on it, so that it can only be cancelled. */
  hasHistory: boolean;
}

export interface Moving {
  session: FutureSession;
  to: LocalTimes;
}

type Times = Pick<Terms, 'startTime' | 'endTime'>;

const sameTimes = (one: Times, other: Times) => one.startTime === other.startTime && one.endTime === other.endTime;

/** Sessions somebody moved by hand, or added, go their own way, unless the batch ends altogether. */
export function sortOut(
  sessions: readonly FutureSession[],
  { before, after }: ChangedStretch,
  move?: DayMove & { closed: ReadonlySet<string> },
) {
  const moved: Moving[] = [];
  const removed: FutureSession[] = [];
  const shutOut: FutureSession[] = [];
  const retrained: FutureSession[] = [];
  for (const session of sessions) {
    const regular = session.slot === session.date && sameTimes(session, before);
    const date = regular && move ? dayOf(session.date, move) : session.date;
    const isOnNewDay = date !== session.date;
    if (!after.active || (regular && !takesPlace(after, date))) removed.push(session);
    else if (isOnNewDay && move?.closed.has(date)) shutOut.push(session);
    else if (isOnNewDay || (regular && !sameTimes(before, after)))
      moved.push({ session, to: { date, startTime: after.startTime, endTime: after.endTime } });
    else if (followsTrainer(session, before) && before.trainerUserId !== after.trainerUserId) retrained.push(session);
  }
  return { moved, removed, shutOut, retrained };
}

/** Where the class of a day goes. */
export const dayOf = (date: string, { from, by }: DayMove) =>
  date >= from && weekdayOf(date) === weekdayOf(from) ? addDays(date, by) : date;

/** A substitute stays; a session that was taken by the batch's trainer, or by nobody, gets the new one. */
export const followsTrainer = (session: FutureSession, before: BatchTerms) =>
  session.trainerUserId === null || session.trainerUserId === before.trainerUserId;

function takesPlace(batch: BatchTerms, date: string): boolean {
  const begun = !batch.startsOn || date >= batch.startsOn;
  const lasts = !batch.endsOn || date <= batch.endsOn;
  return begun && lasts && batch.daysOfWeek.includes(weekdayOf(date));
}
