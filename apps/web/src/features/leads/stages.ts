import type { DeadReason, LeadStatus } from '@cartwheel/contracts';
import type { Tone } from '../../components/tokens.ts';

export const stages = [
  'DISCOVERY',
  'INTRO_SCHEDULED',
  'INTRO_ATTENDED',
  'NO_SHOW',
  'FOLLOW_UP',
  'ENROLLED',
  'DEAD_LEAD',
] as const satisfies readonly LeadStatus[];

export const deadReasons = [
  'NOT_INTERESTED',
  'COST',
  'TIMING',
  'MOVED_AWAY',
  'CHOSE_COMPETITOR',
  'NO_RESPONSE',
  'OTHER',
] as const satisfies readonly DeadReason[];

export const stageTone: Record<LeadStatus, Tone> = {
  DISCOVERY: 'info',
  INTRO_SCHEDULED: 'trial',
  INTRO_ATTENDED: 'good',
  NO_SHOW: 'bad',
  FOLLOW_UP: 'warn',
  ENROLLED: 'good',
  DEAD_LEAD: 'ink',
};

const fromOpen: readonly LeadStatus[] = ['INTRO_SCHEDULED', 'FOLLOW_UP', 'ENROLLED', 'DEAD_LEAD'];
const moves: Record<LeadStatus, readonly LeadStatus[]> = {
  DISCOVERY: fromOpen,
  INTRO_SCHEDULED: ['INTRO_ATTENDED', 'NO_SHOW', 'FOLLOW_UP', 'ENROLLED', 'DEAD_LEAD'],
  INTRO_ATTENDED: fromOpen,
  NO_SHOW: fromOpen,
  FOLLOW_UP: fromOpen.filter((stage) => stage !== 'FOLLOW_UP'),
  ENROLLED: [],
  DEAD_LEAD: ['FOLLOW_UP'],
};

/** What the board offers. The API decides; a lead that was opened brings its own list. */
export function movesFrom(status: LeadStatus): readonly LeadStatus[] {
  return moves[status];
}

export function isOpen(status: LeadStatus): boolean {
  return status !== 'ENROLLED' && status !== 'DEAD_LEAD';
}
