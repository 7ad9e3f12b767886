import type { LeadCard } from '@cartwheel/contracts';
import type { Tone } from '../../components/tokens.ts';
import { dayIn, daysApart } from '../../lib/days.ts';

export type NextStep = { tone: Tone } & (
  | { kind: 'enrolled' }
  | { kind: 'none' }
  | { kind: 'lost' }
  | { kind: 'trial'; at: string; daysAway: number }
  | { kind: 'call'; at: string; daysAway: number }
);

/** What somebody has to do next about a lead, and how pressing it is. */
export function nextStepOf(card: LeadCard, today: string, timezone: string): NextStep {
  if (card.status === 'ENROLLED') return { kind: 'enrolled', tone: 'good' };
  if (card.status === 'DEAD_LEAD') return { kind: 'lost', tone: 'ink' };
  const away = (instant: string) => daysApart(today, dayIn(timezone, instant));
  if (card.nextIntro && card.status === 'INTRO_SCHEDULED') {
    return { kind: 'trial', tone: 'trial', at: card.nextIntro.at, daysAway: away(card.nextIntro.at) };
  }
  if (!card.nextFollowUpAt) return { kind: 'none', tone: 'ink' };
  const daysAway = away(card.nextFollowUpAt);
  return { kind: 'call', tone: callTone(daysAway), at: card.nextFollowUpAt, daysAway };
}

function callTone(daysAway: number): Tone {
  if (daysAway < 0) return 'bad';
  if (daysAway === 0) return 'warn';
  return daysAway < 7 ? 'info' : 'ink';
}
