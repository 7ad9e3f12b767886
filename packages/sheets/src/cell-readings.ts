import { plainWords } from './wording.ts';

const NOTHING = /^(?:[-–—_.?/*]+|n\/?a\.?|nil|none|null|not given|not known|unknown|xx+)$/i;

/** What people write into a cell that has nothing to say: '-', 'N/A', 'nil'. */
export function saysNothing(text: string): boolean {
  return NOTHING.test(text.trim());
}

const AGE =
  /^(\d{1,2})(?:[.,](\d))?\s*(?:\+|years?|yrs?\.?|yo|y\/o|y|jahre?|anos|años|ans)?(?:\s*(?:old|alt))?(?:\s*,?\s*(?:and\s*)?\d{1,2}\s*(?:months?|mths?|m|mo))?\.?$/i;
const AGE_IN_MONTHS = /^(\d{1,2})\s*(?:months?|mths?|mo|monate|meses|mois)\.?(?:\s*old)?$/i;

/** Whole years: '5 yrs' and '5.5' are five, '18 months' is one. Null for anything else. */
export function parseAge(text: string): number | null {
  const trimmed = text.trim();
  const months = AGE_IN_MONTHS.exec(trimmed)?.[1];
  if (months !== undefined) return Math.floor(Number(months) / 12);
  const years = AGE.exec(trimmed)?.[1];
  return years === undefined ? null : Number(years);
}

const YES = ['y', 'yes', 'true', '1', 'done', 'came', 'attended', 'ok', 'x', '✓', '✔', 'si', 'ja', 'oui', 'ha', 'haan'];
const NO = ['n', 'no', 'false', '0', 'not done', 'not come', 'didnt come', 'absent', 'nein', 'non', 'nahi', 'no show'];

export function parseYesNo(text: string): boolean | null {
  const trimmed = text.trim();
  const words = plainWords(trimmed) || trimmed;
  if (YES.includes(words)) return true;
  return NO.includes(words) ? false : null;
}

/** '5' and '5 classes'; null for anything that is no count. */
export function parseCount(text: string): number | null {
  const digits = /^(\d{1,4})(?:\.0+)?\s*(?:visits?|class(?:es)?|sessions?|lessons?|credits?)?$/i.exec(text.trim())?.[1];
  return digits === undefined ? null : Number(digits);
}
