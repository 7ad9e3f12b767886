import { addDays, eachDate, occurrences, type Weekday } from '@cartwheel/domain/calendar';
import { type Instants, instantsIn, skipped } from './session-times.rules.ts';

export interface PlannedBatch {
  id: string;
  name: string;
  daysOfWeek: Weekday[];
  startTime: string;
  endTime: string;
  capacity: number;
  startsOn: string | null;
  endsOn: string | null;
  trainerUserId: string | null;
}

export interface PlannedSession extends Instants {
  batchId: string;
  date: string;
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
  const from = later(calendar.from, batch.startsOn);
  const until = earlier(calendar.to, batch.endsOn);
  const closures = calendar.closures.flatMap((closure) =>
    eachDate(later(closure.from, from), earlier(closure.to, until)),
  );
  const dates = occurrences({ daysOfWeek: batch.daysOfWeek, from, until, closures }).filter((date) => !given.has(date));
  const sessions: PlannedSession[] = [];
  const conflicts: { batchId: string; date: string; reason: string }[] = [];
  for (const date of dates) {
    const times = { date, startTime: batch.startTime, endTime: batch.endTime };
    const instants = instantsIn(calendar.zone, times);
    if (instants) sessions.push({ batchId: batch.id, date, ...instants });
    else conflicts.push({ batchId: batch.id, date, reason: skipped(times) });
  }
  return { sessions, conflicts };
}

const later = (date: string, other: string | null) => (other && other > date ? other : date);
const earlier = (date: string, other: string | null) => (other && other < date ? other : date);

/** How far ahead sessions exist. */
export const horizon = (today: string, weeks: number) => addDays(today, weeks * 7);
