import type { ClassSession } from '@cartwheel/contracts';
import { type Weekday, weekdayOf } from '../../lib/days.ts';

interface Wishes {
  ageYears: number | null;
  preferredDays: readonly Weekday[];
}

/** Whether a class takes that age; an unknown age or an open class always fits. */
export function fitsAge({ ageMin, ageMax }: ClassSession, ageYears: number | null): boolean {
  if (ageYears === null) return true;
  return (ageMin === null || ageYears >= ageMin) && (ageMax === null || ageYears <= ageMax);
}

export interface DayOfSessions {
  date: string;
  isPreferred: boolean;
  sessions: ClassSession[];
}

/** Days with classes that still lie ahead: the days the family asked for first, each in order of time. */
export function daysToChooseFrom(
  sessions: readonly ClassSession[],
  { ageYears, preferredDays }: Wishes,
  options: { now: Date; withOtherAges: boolean },
): DayOfSessions[] {
  const ahead = sessions
    .filter((session) => Date.parse(session.startsAt) > options.now.getTime())
    .filter((session) => options.withOtherAges || fitsAge(session, ageYears))
    .toSorted((one, other) => one.startsAt.localeCompare(other.startsAt));
  const days = [...Map.groupBy(ahead, (session) => session.date)].map(([date, ofDay]) => ({
    date,
    isPreferred: preferredDays.includes(weekdayOf(date)),
    sessions: ofDay,
  }));
  return [...days.filter((day) => day.isPreferred), ...days.filter((day) => !day.isPreferred)];
}
