import { weekdayOf, type Weekday } from '@cartwheel/domain/calendar';

/** What a batch says about its sessions. */
export interface BatchTerms {
  id: string;
  name: string;
  daysOfWeek: readonly Weekday[];
  startTime: string;
  endTime: string;
  capacity: number;
  startsOn: string | null;
  endsOn: string | null;
  active: boolean;
  /** Who takes its sessions unless one says otherwise. */
  trainerUserId: string | null;
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

type Times = Pick<BatchTerms, 'startTime' | 'endTime'>;

const sameTimes = (one: Times, other: Times) => one.startTime === other.startTime && one.endTime === other.endTime;

/** Sessions somebody moved by hand, or added, go their own way, unless the batch ends altogether. */
export function sortOut(sessions: readonly FutureSession[], before: BatchTerms, after: BatchTerms) {
  const moved: FutureSession[] = [];
  const removed: FutureSession[] = [];
  const retrained: FutureSession[] = [];
  for (const session of sessions) {
    const regular = session.slot === session.date && sameTimes(session, before);
    if (!after.active || (regular && !takesPlace(after, session.date))) removed.push(session);
    else if (regular && !sameTimes(before, after)) moved.push(session);
    else if (followsTrainer(session, before) && before.trainerUserId !== after.trainerUserId) retrained.push(session);
  }
  return { moved, removed, retrained };
}

/** A substitute stays; a session that was taken by the batch's trainer, or by nobody, gets the new one. */
export const followsTrainer = (session: FutureSession, before: BatchTerms) =>
  session.trainerUserId === null || session.trainerUserId === before.trainerUserId;

function takesPlace(batch: BatchTerms, date: string): boolean {
  const begun = !batch.startsOn || date >= batch.startsOn;
  const lasts = !batch.endsOn || date <= batch.endsOn;
  return begun && lasts && batch.daysOfWeek.includes(weekdayOf(date));
}
