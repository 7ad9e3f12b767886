// Zero width, soft hyphen and direction marks: invisible, and they break equality.
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

// Accents of European scripts only: the marks of Indic scripts are vowels.
const ACCENTS = /[\u0300-\u036f]/g;

/** Two spellings of one name give the same text. For matching only, never for display. */
export function normaliseName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(INVISIBLE, '')
    .replace(/[‘’ʼ`´]/g, "'")
    .toUpperCase()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
}

export interface NameParts {
  firstName: string;
  lastName: string | null;
}

/** The first word and the rest; 'Sharma, Aarav' is read from behind its comma. */
export function splitName(full: string): NameParts {
  const tidy = full.replace(/\s+/g, ' ').trim();
  const [, family, given] = /^([^,]+),\s*([^,]+)$/.exec(tidy) ?? [];
  if (family && given) return { firstName: given, lastName: family };
  const space = tidy.indexOf(' ');
  if (space < 0) return { firstName: tidy, lastName: null };
  return { firstName: tidy.slice(0, space), lastName: tidy.slice(space + 1) };
}

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Of the first and the last word, for avatars. Empty for an empty name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word = '') => firstLetter(word)).join('');
}

function firstLetter(word: string): string {
  for (const { segment } of letters.segment(word)) return segment.toUpperCase();
  return '';
}
