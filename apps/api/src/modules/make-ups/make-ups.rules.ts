import type { MakeUpPolicy, NoCreditReason } from '@cartwheel/contracts';

const HOUR = 3_600_000;

export interface SeatGivenUp {
  startsAt: string;
  /** Of an enrollment for a time. Where visits are counted, who stays away keeps the visit. */
  isOfTerm: boolean;
  /** Make-ups of the period that were earned already. */
  earned: number;
}

/** Why giving up this seat now earns no make-up, or null. */
export function noCreditReason(seat: SeatGivenUp, policy: MakeUpPolicy, now: Date): NoCreditReason | null {
  if (!policy.enabled) return 'DISABLED';
  if (!seat.isOfTerm) return 'PLAN_NOT_ELIGIBLE';
  if (now.getTime() > lastMoment(seat.startsAt, policy).getTime()) return 'TOO_LATE';
  return seat.earned >= policy.mostPerPeriod ? 'LIMIT_REACHED' : null;
}

/** Until then an absence earns a make-up, and a make-up that is cancelled comes back. */
export function lastMoment(startsAt: string, { noticeHours }: MakeUpPolicy): Date {
  return new Date(Date.parse(startsAt) - noticeHours * HOUR);
}

export function explanationOf(reason: NoCreditReason | null, expiresOn: string | null, policy: MakeUpPolicy): string {
  const { noticeHours, mostPerPeriod, period } = policy;
  switch (reason) {
    case 'DISABLED':
      return 'No make-up: this center gives none';
    case 'PLAN_NOT_ELIGIBLE':
      return 'No make-up: only plans for a time earn them; where visits are counted, none is used';
    case 'TOO_LATE':
      return `No make-up: announced less than ${noticeHours} ${noticeHours === 1 ? 'hour' : 'hours'} before the class`;
    case 'LIMIT_REACHED':
      return `No make-up: ${mostPerPeriod} were earned already in this ${period === 'MONTH' ? 'month' : 'enrollment'}`;
    default:
      return `Earned a make-up, for a class until ${expiresOn}`;
  }
}

export interface Fit {
  /** On the day of the class; null: nobody knows. */
  age: number | null;
  ageMin: number | null;
  ageMax: number | null;
  /** Of the class; null: none, which suits everybody. */
  curriculumId: string | null;
  /** Of the student's own batches. */
  ownCurriculumIds: readonly string[];
}

export function misfitOf({ age, ageMin, ageMax, curriculumId, ownCurriculumIds }: Fit): 'AGE' | 'LEVEL' | null {
  if (age !== null && ((ageMin !== null && age < ageMin) || (ageMax !== null && age > ageMax))) return 'AGE';
  const isOther = curriculumId !== null && ownCurriculumIds.length > 0 && !ownCurriculumIds.includes(curriculumId);
  return isOther ? 'LEVEL' : null;
}
