import type { HeaderAttribute, HeaderPerson } from './header-words.ts';
import { ATTRIBUTE_WORDS, PERSON_WORDS, WHOLE_HEADERS } from './header-words.ts';
import { hasPhrase, longestMeaning, plainWords } from './wording.ts';

export interface HeaderMeaning {
  attribute: HeaderAttribute;
  person: HeaderPerson | null;
  /** Which of several children in a row, counted from 1; null when the header does not say. */
  child: number | null;
  /** 2 for 'Parent 2'; null for the first and where the header does not say. */
  guardian: number | null;
}

const ORDINALS: [RegExp, number][] = [
  [/\b(?:first|1st)\b/, 1],
  [/\b(?:second|2nd|sibling|other child)\b/, 2],
  [/\b(?:third|3rd)\b/, 3],
  [/\b(?:fourth|4th)\b/, 4],
];

const SECOND_GUARDIAN = /\b(?:parents?|guardians?) 2\b|\b(?:second|2nd|other) (?:parent|guardian)\b/;

/** What a column header says, or null when it says nothing known. */
export function meaningOfHeader(header: string): HeaderMeaning | null {
  const words = headerWords(header);
  const person = longestMeaning(words, PERSON_WORDS);
  const whole = attributeIn(words);
  // 'Mother tongue' is no mother; of 'contact person phone' only 'phone' is left to say what it is.
  const isOnePhrase = whole !== null && person !== null && hasPhrase(whole.phrase, person.phrase);
  if (!person || isOnePhrase) return whole && withNumber(words, whole.meaning, null);

  const attribute = attributeIn(without(words, person.phrase));
  if (!attribute && !isOnlyPeople(words)) return null;
  return withNumber(words, attribute?.meaning ?? 'name', person.meaning);
}

function attributeIn(words: string) {
  const whole = WHOLE_HEADERS.find(({ phrases }) => phrases.includes(words));
  if (whole) return { meaning: whole.meaning, phrase: words };
  const found = longestMeaning(words, ATTRIBUTE_WORDS);
  return !found && / ids?$/.test(words) ? { meaning: 'system' as const, phrase: words } : found;
}

const BESIDE_PEOPLE = /\b(?:of|the|a|your|s|in|full|first|second|third|other|details?|info|\d+(?:st|nd|rd|th)?)\b/g;

/** 'Child', 'Kid 2' and 'Mother / guardian' are names; 'Student category' is something else. */
function isOnlyPeople(words: string): boolean {
  let rest = words.replace(BESIDE_PEOPLE, ' ').replace(/\s+/g, ' ').trim();
  for (let person = longestMeaning(rest, PERSON_WORDS); person; person = longestMeaning(rest, PERSON_WORDS)) {
    rest = without(rest, person.phrase);
  }
  return rest === '';
}

function withNumber(words: string, attribute: HeaderAttribute, person: HeaderPerson | null): HeaderMeaning {
  const number = numberIn(words);
  if (person === null || person === 'CHILD') {
    const isOtherPhone = attribute === 'phone' && (number ?? 1) > 1 && person === null;
    return { attribute: isOtherPhone ? 'otherPhone' : attribute, person, child: number, guardian: null };
  }
  const guardian = person === 'GUARDIAN' && SECOND_GUARDIAN.test(words) ? 2 : null;
  const isOtherPhone = attribute === 'phone' && (number ?? 1) > 1 && guardian === null;
  return { attribute: isOtherPhone ? 'otherPhone' : attribute, person, child: null, guardian };
}

function without(words: string, phrase: string): string {
  return ` ${words} `.replace(` ${phrase} `, ' ').trim();
}

function headerWords(header: string): string {
  const apart = header
    .replaceAll('_', ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2');
  return plainWords(apart);
}

function numberIn(words: string): number | null {
  const digit = /(?:^|\s)#?([1-9])(?:\s|$)/.exec(words)?.[1];
  if (digit !== undefined) return Number(digit);
  const isName = /\b(?:first|second|last) name\b/.test(words);
  return isName ? null : (ORDINALS.find(([pattern]) => pattern.test(words))?.[1] ?? null);
}
