import type { DeadReason, LeadStatus } from './lead-statuses.ts';
import { deadReasons, leadStatuses } from './lead-statuses.ts';
import { DEAD_REASON_WORDS, STATUS_WORDS } from './status-words.ts';
import { hasPhrase, longestMeaning, plainWords } from './wording.ts';

export interface StatusReading {
  status: LeadStatus;
  /** Set exactly for a dead lead. */
  deadReason: DeadReason | null;
}

/** A lead's status as people write it, or null for words nobody agreed on. */
export function parseStatus(text: string): StatusReading | null {
  const words = plainWords(text);
  const exact = leadStatuses.find((status) => plainWords(status) === words);
  if (exact) return { status: exact, deadReason: exact === 'DEAD_LEAD' ? 'OTHER' : null };

  const found = longestMeaning(words, STATUS_WORDS);
  const status = found && !isNegated(words, found.phrase) ? found : null;
  const reason = tellingReason(words);
  if (saysNo(words)) return { status: 'DEAD_LEAD', deadReason: reason?.meaning ?? 'NOT_INTERESTED' };
  if (reason && (!status || status.meaning === 'DEAD_LEAD' || reason.phrase.includes(status.phrase))) {
    return { status: 'DEAD_LEAD', deadReason: reason.meaning };
  }
  return status && { status: status.meaning, deadReason: status.meaning === 'DEAD_LEAD' ? 'OTHER' : null };
}

/** Why a lead was lost; the most telling reason wins: 'not interested - fees high' is about cost. */
export function parseDeadReason(text: string): DeadReason | null {
  const words = plainWords(text);
  const exact = deadReasons.find((reason) => plainWords(reason) === words);
  return exact ?? tellingReason(words)?.meaning ?? (saysNo(words) ? 'NOT_INTERESTED' : null);
}

function tellingReason(words: string) {
  return longestMeaning(
    words,
    DEAD_REASON_WORDS.filter(({ meaning }) => meaning !== 'NOT_INTERESTED'),
  );
}

function saysNo(words: string): boolean {
  const refusals = DEAD_REASON_WORDS.filter(({ meaning }) => meaning === 'NOT_INTERESTED');
  return longestMeaning(words, refusals) !== null;
}

/** 'Not yet joined' must never count as joined. */
function isNegated(words: string, phrase: string): boolean {
  const negations = ['not', 'not yet', 'no', 'never', 'yet to', 'didnt', 'wont', 'isnt'];
  return negations.some((negation) => hasPhrase(words, `${negation} ${phrase}`));
}
