import { plainWords } from './wording.ts';

/** The name that is meant: the same, or the only one that a slip of the pen is away. */
export function closestName(written: string, names: readonly string[]): string | null {
  const words = plainWords(written);
  if (words === '') return null;
  const same = names.find((name) => plainWords(name) === words);
  if (same !== undefined) return same;
  const most = words.length < 5 ? 0 : words.length < 9 ? 1 : 2;
  const near = names.filter((name) => distance(words, plainWords(name), most) <= most);
  return near.length === 1 ? (near[0] ?? null) : null;
}

/** How many letters one has to add, drop or change; more than `most` is not counted out. */
function distance(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) return most + 1;
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const changed = row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(changed, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[to.length]!;
}
