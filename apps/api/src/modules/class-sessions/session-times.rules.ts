import { instantOf } from '@cartwheel/domain/calendar';
import { Problem, refuse } from '../../platform/problems/problem.ts';

export interface LocalTimes {
  date: string;
  startTime: string;
  endTime: string;
}

export interface Instants {
  startsAt: string;
  endsAt: string;
}

/** Null when the clocks skip the start or the end on that day. */
export function instantsIn(zone: string, { date, startTime, endTime }: LocalTimes): Instants | null {
  const start = instantOf(date, startTime, zone);
  const end = instantOf(date, endTime, zone);
  return start.gap || end.gap ? null : { startsAt: start.instant, endsAt: end.instant };
}

/** Throws time_does_not_exist where `instantsIn` answers null. */
export function instantsOf(zone: string, times: LocalTimes): Instants {
  const instants = instantsIn(zone, times);
  if (instants) return instants;
  throw new Problem('time_does_not_exist', { detail: skipped(times) });
}

export const skipped = ({ date, startTime, endTime }: LocalTimes) =>
  `On ${date} the clocks skip ${startTime} or ${endTime}`;

export const isSameTime = (one: LocalTimes, other: LocalTimes) =>
  one.date === other.date && one.startTime === other.startTime && one.endTime === other.endTime;

export function endsAfterStart({ startTime, endTime }: { startTime: string; endTime: string }): void {
  if (endTime <= startTime) throw refuse('endTime', 'The end must come after the start');
}
