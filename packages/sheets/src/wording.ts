import { normaliseName } from '@cartwheel/domain/names';

/** Words as people type them in headers and coded cells, made comparable: lower case, no punctuation. */
export function plainWords(text: string): string {
  return normaliseName(text)
    .replace(/'/g, '')
    .replace(/[^\p{L}\p{M}\p{N}#%+]+/gu, ' ')
    .trim();
}

/** Whether `phrase` stands in `words` as whole words. */
export function hasPhrase(words: string, phrase: string): boolean {
  return ` ${words} `.includes(` ${phrase} `);
}

export interface Vocabulary<Meaning> {
  meaning: Meaning;
  phrases: readonly string[];
}

/** From a list of phrases, separated by commas, for each meaning. */
export function vocabularyOf<Meaning>(entries: readonly [Meaning, string][]): Vocabulary<Meaning>[] {
  return entries.map(([meaning, phrases]) => ({
    meaning,
    phrases: phrases.split(',').map((phrase) => plainWords(phrase)),
  }));
}

/** The meaning with the longest phrase in the words; the earlier one among equals. */
export function longestMeaning<Meaning>(
  words: string,
  vocabulary: readonly Vocabulary<Meaning>[],
): { meaning: Meaning; phrase: string } | null {
  let best: { meaning: Meaning; phrase: string } | null = null;
  for (const { meaning, phrases } of vocabulary) {
    for (const phrase of phrases) {
      if (phrase.length > (best?.phrase.length ?? 0) && hasPhrase(words, phrase)) best = { meaning, phrase };
    }
  }
  return best;
}

/** A cell's text as it may be repeated in a message. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `“${line.length > 60 ? `${line.slice(0, 60)}…` : line}”`;
}
