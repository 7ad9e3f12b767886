import { plainWords, vocabularyOf } from './wording.ts';

export type MarkStatus = 'PRESENT' | 'LATE' | 'ABSENT' | 'EXCUSED' | 'MAKEUP' | 'TRIAL';
export type Level = 'NOT_STARTED' | 'IN_PROGRESS' | 'ACHIEVED' | 'MASTERED';

const MARK_WORDS = vocabularyOf<MarkStatus>([
  [
    'PRESENT',
    'present, p, pr, yes, y, true, 1, came, attended, here, done, ok, x, presente, anwesend, oui, si, ja, haan',
  ],
  ['LATE', 'late, l, lt, came late, came in late, tardy, tarde, verspatet, retard'],
  [
    'ABSENT',
    'absent, a, ab, abs, no, n, false, 0, missed, did not come, didnt come, no show, ns, ausente, abwesend, nahi',
  ],
  ['EXCUSED', 'excused, e, ex, leave, on leave, informed, informed absent, sick, holiday, excusado, entschuldigt'],
  ['MAKEUP', 'makeup, make up, mu, m, makeup class, compensation'],
  ['TRIAL', 'trial, t, demo, intro, trial class'],
]);

const LEVEL_WORDS = vocabularyOf<Level>([
  ['NOT_STARTED', 'not started, 0, no, n, ns, not yet, none, false, not introduced'],
  [
    'IN_PROGRESS',
    'in progress, 1, ip, working, working on it, learning, started, developing, emerging, practising, practicing, beginner',
  ],
  ['ACHIEVED', 'achieved, 2, yes, y, true, done, x, ok, a, can do, completed, passed, proficient'],
  ['MASTERED', 'mastered, 3, m, mastery, excellent, expert, independent, outstanding'],
]);

const TICK = /^[✓✔☑✅√]+$/u;
const CROSS = /^[✗✘❌×]+$/u;

/** How somebody attended, as registers write it; null for words nobody agreed on. */
export function parseMark(text: string): MarkStatus | null {
  const trimmed = text.trim();
  if (TICK.test(trimmed)) return 'PRESENT';
  if (CROSS.test(trimmed)) return 'ABSENT';
  return meaningOf(trimmed, MARK_WORDS);
}

/** How far somebody is: words, 0 to 3, or a tick. */
export function parseLevel(text: string): Level | null {
  const trimmed = text.trim();
  if (TICK.test(trimmed)) return 'ACHIEVED';
  if (CROSS.test(trimmed)) return 'NOT_STARTED';
  return meaningOf(trimmed.replace(/(?<=^[0-3])\.0+$/, ''), LEVEL_WORDS);
}

function meaningOf<Meaning>(text: string, words: readonly { meaning: Meaning; phrases: readonly string[] }[]) {
  const plain = plainWords(text);
  return words.find(({ phrases }) => phrases.includes(plain))?.meaning ?? null;
}
