import type { LeadStatus } from '@cartwheel/contracts';
import { Problem } from '../../platform/problems/problem.ts';

const closing: LeadStatus[] = ['ENROLLED', 'DEAD_LEAD'];

/** From any open status an intro may be booked: a second trial, or one after a cancelled class. */
const moves: Record<LeadStatus, LeadStatus[]> = {
  DISCOVERY: ['INTRO_SCHEDULED', 'FOLLOW_UP', ...closing],
  INTRO_SCHEDULED: ['INTRO_ATTENDED', 'NO_SHOW', 'FOLLOW_UP', ...closing],
  INTRO_ATTENDED: ['INTRO_SCHEDULED', 'FOLLOW_UP', ...closing],
  NO_SHOW: ['INTRO_SCHEDULED', 'FOLLOW_UP', ...closing],
  FOLLOW_UP: ['INTRO_SCHEDULED', ...closing],
  ENROLLED: [],
  DEAD_LEAD: ['FOLLOW_UP'],
};

export const pipeline: LeadStatus[] = [
  'DISCOVERY',
  'INTRO_SCHEDULED',
  'INTRO_ATTENDED',
  'NO_SHOW',
  'FOLLOW_UP',
  'ENROLLED',
  'DEAD_LEAD',
];

export const allowedFrom = (status: LeadStatus): LeadStatus[] => moves[status];

export const isOpen = (status: LeadStatus): boolean => !closing.includes(status);

export function assertMove(from: LeadStatus, to: LeadStatus): void {
  const allowed = allowedFrom(from);
  if (!allowed.includes(to))
    throw new Problem('invalid_transition', { detail: `A lead does not go from ${from} to ${to}`, allowed });
}

export type IntroOutcome = 'SCHEDULED' | 'ATTENDED' | 'NO_SHOW';

/**
 * Where a lead stands after what became of its intro; undefined when it stays. A lead that is closed stays closed, and
 * taking an outcome back moves only a lead that still stands where the outcome had put it.
 */
export function statusAfterIntro(status: LeadStatus, outcome: IntroOutcome): LeadStatus | undefined {
  if (!isOpen(status)) return undefined;
  if (outcome === 'ATTENDED') return status === 'INTRO_ATTENDED' ? undefined : 'INTRO_ATTENDED';
  if (outcome === 'NO_SHOW') return status === 'NO_SHOW' ? undefined : 'NO_SHOW';
  return status === 'INTRO_ATTENDED' || status === 'NO_SHOW' ? 'INTRO_SCHEDULED' : undefined;
}
