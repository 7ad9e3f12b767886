import type { HeaderAttribute, HeaderPerson } from './header-words.ts';
import { ATTRIBUTE_WORDS, PERSON_WORDS } from './header-words.ts';
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
  const whole = longestMeaning(words, ATTRIBUTE_WORDS);
  // 'Mother tongue' is no mother; of 'contact person phone' only 'phone' is left to say what it is.
  const isOnePhrase = whole !== null && person !== null && hasPhrase(whole.phrase, person.phrase);
  const someone = isOnePhrase ? null : person;
  const found = someone ? longestMeaning(without(words, someone.phrase), ATTRIBUTE_WORDS) : whole;
  const attribute = found && isMeant(words, found) ? found.meaning : null;
  if (!someone && !attribute) return null;
  return withNumber(words, attribute ?? 'name', someone?.meaning ?? null);
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

/** 'No' and 'id' are columns of their own only when they stand alone. */
function isMeant(words: string, { meaning, phrase }: { meaning: HeaderAttribute; phrase: string }): boolean {
  return meaning !== 'system' || words === phrase || phrase.includes(' ');
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
