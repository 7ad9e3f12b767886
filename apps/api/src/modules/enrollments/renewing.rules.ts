import { addDays, compareDates, daysBetween, type LocalDate } from '@cartwheel/domain/calendar';

/** The weeks whose pace says when visits run out. */
export const PACE_DAYS = 42;
/** After fewer days a pace is chance. */
const TOO_NEW_DAYS = 7;

export interface Pace {
  today: LocalDate;
  startDate: LocalDate;
  endDate: LocalDate | null;
  visitsLeft: number;
  /** Visits used in the last six weeks, today included. */
  usedLately: number;
}

/** The day on which visits run out at the pace of the last six weeks, at the latest the last day; or why nobody can say. */
export function predictedEnd(pace: Pace): { endDate: LocalDate | null; unknown: 'NO_VISITS' | 'TOO_NEW' | null } {
  const watched = Math.min(PACE_DAYS, daysBetween(pace.startDate, pace.today) + 1);
  if (watched < TOO_NEW_DAYS) return { endDate: null, unknown: 'TOO_NEW' };
  if (pace.usedLately <= 0) return { endDate: null, unknown: 'NO_VISITS' };
  const runsOut = addDays(pace.today, Math.ceil((pace.visitsLeft * watched) / pace.usedLately));
  const isCutOff = pace.endDate !== null && compareDates(pace.endDate, runsOut) < 0;
  return { endDate: isCutOff ? pace.endDate : runsOut, unknown: null };
}

export interface Ending extends Omit<Pace, 'visitsLeft'> {
  /** Null where visits are not counted. */
  visitsLeft: number | null;
}

/** Renewing begins the day after the old one ends, or today if that has passed. */
export function renewalStart(old: Ending): LocalDate {
  const last = lastDay(old);
  if (!last) return old.today;
  const next = addDays(last, 1);
  return compareDates(next, old.today) < 0 ? old.today : next;
}

function lastDay({ visitsLeft, ...old }: Ending): LocalDate | null {
  if (visitsLeft === null) return old.endDate;
  return visitsLeft <= 0 ? null : (predictedEnd({ ...old, visitsLeft }).endDate ?? old.endDate);
}

/** Who counts visits may begin anew before the last day; the places are handed over then. Dates do not overlap. */
export function wrongRenewalStart(startDate: LocalDate, { endDate, visitsLeft }: Ending): string | null {
  if (visitsLeft !== null || endDate === null || compareDates(startDate, endDate) > 0) return null;
  return `It begins after the one that ends on ${endDate}`;
}

/** As long as the old one was, where nothing else says how long. */
export function sameLength(old: { startDate: LocalDate; endDate: LocalDate | null }, startDate: LocalDate) {
  return old.endDate && addDays(startDate, daysBetween(old.startDate, old.endDate));
}
