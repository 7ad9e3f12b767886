/** The scripts a printed page can show. Everything else is set in the Latin face. */
export const scripts = [
  'Devanagari',
  'Tamil',
  'Telugu',
  'Kannada',
  'Bengali',
  'Gujarati',
  'Malayalam',
  'Arabic',
] as const;
export type Script = 'Latin' | (typeof scripts)[number];

/** A piece of text in one script, to be drawn after the piece before it. */
export interface Run {
  script: Script;
  text: string;
}

const patterns = scripts.map((script) => ({ script, pattern: new RegExp(`\\p{Script=${script}}`, 'u') }));
/** Marks and joiners belong to the letter before them. */
const clinging = /[\p{Script=Inherited}\u200c\u200d]/u;
const arabicWord = '\\p{Script=Arabic}\\p{Script=Inherited}\\u060c\\u061b\\u061f\\u0640';
/** Arabic words with what stands between them: it reads from right to left as a whole. */
const arabicPassage = new RegExp(`[${arabicWord}](?:[${arabicWord}\\d\\s.,'()-]*[${arabicWord}\\d])?`, 'gu');
const digit = '[\\d\\u0660-\\u0669\\u06f0-\\u06f9]';
const foreign = new RegExp(`${digit}(?:[.,]?${digit})*|[.,'()-]+`, 'gu');
const mirrored: Record<string, string> = { '(': ')', ')': '(' };

/**
 * The pieces of one line in the order in which they are drawn, from left to right. In a line of a text that reads from
 * right to left, what is not Arabic stands where it does among the Arabic.
 */
export function runsOf(line: string, isRightToLeft = false): Run[] {
  const passages: Run[][] = [];
  const between = (text: string) => (isRightToLeft && !/[\p{L}\p{N}]/u.test(text) ? turnedAround(text) : text);
  let end = 0;
  for (const match of line.matchAll(arabicPassage)) {
    passages.push(byScript(between(line.slice(end, match.index))), rightToLeft(match[0]));
    end = match.index + match[0].length;
  }
  passages.push(byScript(between(line.slice(end))));
  return (isRightToLeft ? passages.toReversed() : passages).flat();
}

/** The first letter says so. */
export const readsRightToLeft = (text: string): boolean => {
  const [letter = ''] = /\p{L}/u.exec(text) ?? [];
  return scriptOf(letter) === 'Arabic';
};

function byScript(text: string): Run[] {
  const runs: Run[] = [];
  for (const sign of text) {
    const last = runs.at(-1);
    const script = clinging.test(sign) ? last?.script : scriptOf(sign);
    if (last && (script === undefined || script === last.script)) last.text += sign;
    else runs.push({ script: script ?? 'Latin', text: sign });
  }
  return runs;
}

const scriptOf = (sign: string): Script => patterns.find(({ pattern }) => pattern.test(sign))?.script ?? 'Latin';

/** Numbers keep their direction inside of Arabic. The face turns a whole run around, so Arabic digits are turned before. */
function rightToLeft(passage: string): Run[] {
  const runs: Run[] = [];
  let end = 0;
  for (const match of passage.matchAll(foreign)) {
    if (match.index > end) runs.push({ script: 'Arabic', text: passage.slice(end, match.index) });
    runs.push(foreignRun(match[0]));
    end = match.index + match[0].length;
  }
  if (end < passage.length) runs.push({ script: 'Arabic', text: passage.slice(end) });
  return runs.toReversed();
}

/** Dots and brackets are not in the Arabic face; brackets open to the other side. */
function foreignRun(text: string): Run {
  if (/\d/.test(text)) return { script: 'Latin', text };
  const script = /[\u0660-\u06f9]/.test(text) ? 'Arabic' : 'Latin';
  return { script, text: turnedAround(text) };
}

const turnedAround = (text: string): string =>
  Array.from(text)
    .toReversed()
    .map((sign) => mirrored[sign] ?? sign)
    .join('');
