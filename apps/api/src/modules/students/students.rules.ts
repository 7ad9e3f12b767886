import type { Student, Warning } from '@cartwheel/contracts';
import { addDays } from '@cartwheel/domain/calendar';
import { type Actor, may } from '../../platform/auth/actor.ts';

const EXPIRING_DAYS = 7;
const FEW_VISITS = 2;

/** What is stored about a student, as far as it can be a reason to warn. */
export interface StudentFacts {
  status: Student['status'];
  endDate: string | null;
  visitsLeft: number | null;
  /** The last day of the freeze that runs today. */
  pausedUntil: string | null;
  /** Another enrollment follows the one that counts now. */
  succeeded: boolean;
  unpaid: boolean;
  /** Null for those from whom the database keeps amounts. */
  openMinor: number | null;
  currency: string;
  hasContact: boolean;
  medicalNotes: string | null;
  dob: string | null;
}

/** In the order in which they matter at the door. */
export function warningsOf(facts: StudentFacts, today: string): Warning[] {
  return [
    ...enrollmentWarnings(facts, today),
    ...(facts.unpaid ? [unpaid(facts)] : []),
    ...(facts.hasContact ? [] : [{ code: 'MISSING_CONTACT' as const }]),
    ...(facts.medicalNotes ? [{ code: 'MEDICAL' as const, text: facts.medicalNotes }] : []),
    ...(isBirthday(facts.dob, today) ? [{ code: 'BIRTHDAY' as const, date: today }] : []),
  ];
}

/** Whether something is unpaid is for those who may know; everything else is for everybody who sees the student. */
export function visibleWarnings(actor: Actor, warnings: Warning[]): Warning[] {
  return may(actor, 'paid-flag:read') ? warnings : warnings.filter((warning) => warning.code !== 'UNPAID');
}

/** Set for those who see only the students of their own classes. */
export const trainerIdOf = (actor: Actor): string | undefined => (actor.role === 'TRAINER' ? actor.userId : undefined);

/** Of which domains a timeline tells nothing to this person. */
export function hiddenStories(actor: Actor): string[] {
  return [
    ...(may(actor, 'leads:read') ? [] : ['lead', 'follow-up']),
    ...(may(actor, 'progress:read') ? [] : ['progress']),
    ...(may(actor, 'payments:read') ? [] : ['payment', 'invoice', 'discount']),
  ];
}

function enrollmentWarnings(facts: StudentFacts, today: string): Warning[] {
  const { status, endDate, visitsLeft, pausedUntil, succeeded } = facts;
  const usedUp = visitsLeft !== null && visitsLeft <= 0;
  const ended = endDate !== null && endDate < today;
  if (status === 'PAUSED') return [{ code: 'PAUSED', ...(pausedUntil && { date: pausedUntil }) }];
  if (status === 'EXPIRED') return [usedUp && !ended ? { code: 'USED_UP', visitsLeft: 0 } : expired(endDate, today)];
  if (status !== 'ACTIVE' || succeeded) return [];
  const endsSoon = endDate !== null && endDate <= addDays(today, EXPIRING_DAYS);
  const fewLeft = visitsLeft !== null && visitsLeft <= FEW_VISITS;
  if (!endsSoon && !fewLeft) return [];
  return [
    {
      code: 'EXPIRING',
      ...(endsSoon && { date: endDate }),
      ...(fewLeft && { visitsLeft: Math.floor(visitsLeft) }),
    },
  ];
}

/** A cancelled enrollment has ended although its last day is still to come. */
function expired(endDate: string | null, today: string): Warning {
  return { code: 'EXPIRED', ...(endDate !== null && endDate < today && { date: endDate }) };
}

function unpaid({ openMinor, currency }: StudentFacts): Warning {
  return { code: 'UNPAID', ...(openMinor && { amount: { amountMinor: openMinor, currency } }) };
}

/** Born on 29 February, one celebrates on the 28th in other years. */
function isBirthday(dob: string | null, today: string): boolean {
  if (!dob) return false;
  const day = dob.slice(5);
  if (day === today.slice(5)) return true;
  return day === '02-29' && today.endsWith('02-28') && addDays(today, 1).endsWith('03-01');
}
