import type { SkillLevel } from '@cartwheel/contracts';
import type { Tone } from '../../components/tokens.ts';
import type { BatchCards, CardSummary } from './queries.ts';

export type CardState = CardSummary['state'] | BatchCards['rows'][number]['state'];

export const toneOf: Record<CardState, Tone> = {
  NOT_STARTED: 'ink',
  DRAFT: 'warn',
  READY: 'info',
  SENT: 'good',
  SUPERSEDED: 'ink',
};

export const MAX_REMARK = 300;

/** From the lowest to the highest. */
export const levels = ['NOT_STARTED', 'IN_PROGRESS', 'ACHIEVED', 'MASTERED'] as const satisfies readonly SkillLevel[];
