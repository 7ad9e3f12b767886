import { addDays, eachDate, occurrences, type Weekday } from '@cartwheel/domain/calendar';
import { type SaidUntil, type Stretch, stretchesOf } from '@cartwheel/domain/stretches';
import { type Instants, instantsIn, type LocalTimes, skipped } from './session-times.rules.ts';

/** What a batch says about its sessions, and may say differently from a day on. */
export interface Terms {
  daysOfWeek: readonly Weekday[];
  startTime: string;
  endTime: string;
  capacity: number;
  /** Who takes its sessions unless one says otherwise. */
  trainerUserId: string | null;
}

export type EarlierTerms = SaidUntil<Terms>;

export interface PlannedBatch extends Terms {
  id: string;
  startsOn: string | null;
  endsOn: string | null;
  /** What it says until a day, the earliest first. */
  earlier: EarlierTerms[];
}

export interface PlannedSession extends Instants, LocalTimes {
  batchId: string;
  capacity: number;
  trainerUserId: string | null;
}

export interface Span {
  from: string;
  /** Included. */
  to: string;
}

export interface Calendar extends Span {
  zone: string;
  closures: readonly Span[];
}

/** The dates a batch has in a span and was not given yet, and those on which the clocks skip its time. */
export function planSessions(batch: PlannedBatch, calendar: Calendar, given: ReadonlySet<string>) {
  const sessions: PlannedSession[] = [];
  const conflicts: { batchId: string; date: string; reason: string }[] = [];
  for (const stretch of stretchesOf<Terms>(batch, batch.earlier, calendar.from)) {
    const { startTime, endTime, capacity, trainerUserId } = stretch.said;
    for (const date of datesIn(stretch, batch, calendar)) {
      if (given.has(date)) continue;
      const times = { date, startTime, endTime };
      const instants = instantsIn(calendar.zone, times);
      if (instants) sessions.push({ batchId: batch.id, ...times, ...instants, capacity, trainerUserId });
      else conflicts.push({ batchId: batch.id, date, reason: skipped(times) });
    }
  }
  return { sessions, conflicts };
}

function datesIn(stretch: Stretch<Terms>, batch: PlannedBatch, calendar: Calendar): string[] {
  const from = later(later(calendar.from, stretch.from), batch.startsOn);
  const until = earlier(earlier(calendar.to, stretch.until), batch.endsOn);
  const closures = calendar.closures.flatMap((closure) =>
    eachDate(later(closure.from, from), earlier(closure.to, until)),
  );
  return occurrences({ daysOfWeek: stretch.said.daysOfWeek, from, until, closures });
}

const later = (date: string, other: string | null) => (other && other > date ? other : date);
const earlier = (date: string, other: string | null) => (other && other < date ? other : date);

/** How far ahead sessions exist. */
export const horizon = (today: string, weeks: number) => addDays(today, weeks * 7);
