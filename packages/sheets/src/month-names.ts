import { normaliseName } from '@cartwheel/domain/names';

// English, German, French and Spanish. Whole names and their beginnings of three letters or more count.
const MONTHS = [
  ['january', 'januar', 'janner', 'janvier', 'enero'],
  ['february', 'februar', 'fevrier', 'febrero'],
  ['march', 'marz', 'maerz', 'mars', 'marzo'],
  ['april', 'avril', 'abril'],
  ['may', 'mai', 'mayo'],
  ['june', 'juni', 'juin', 'junio'],
  ['july', 'juli', 'juillet', 'julio'],
  ['august', 'aout', 'agosto'],
  ['september', 'septembre', 'septiembre'],
  ['october', 'oktober', 'octobre', 'octubre'],
  ['november', 'novembre', 'noviembre'],
  ['december', 'dezember', 'decembre', 'diciembre'],
];

/** 1 to 12, or null for a word that is no month or could be two ('jui'). */
export function monthOf(word: string): number | null {
  const beginning = normaliseName(word).replace(/\.$/, '');
  if (beginning.length < 3) return null;
  const months = MONTHS.flatMap((names, index) =>
    names.some((name) => name.startsWith(beginning)) ? [index + 1] : [],
  );
  return months.length === 1 ? (months[0] ?? null) : null;
}

export const WEEKDAY_NAME =
  /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+|^(?:lun|mie|mié|jue|vie|sab|sáb|dom|mer|jeu|ven|sam|dim)\p{L}*\.?,?\s+(?=\d)/iu;
