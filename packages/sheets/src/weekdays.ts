import type { Weekday } from '@cartwheel/domain/calendar';
import { WEEKDAYS } from '@cartwheel/domain/calendar';
import { normaliseName } from '@cartwheel/domain/names';

const WORKING_DAYS: Weekday[] = ['MON', 'TUE', 'WED', 'THU', 'FRI'];
const GROUPS: Record<string, Weekday[]> = {
  weekend: ['SAT', 'SUN'],
  weekends: ['SAT', 'SUN'],
  weekday: WORKING_DAYS,
  weekdays: WORKING_DAYS,
  daily: [...WEEKDAYS],
  everyday: [...WEEKDAYS],
  all: [...WEEKDAYS],
  any: [...WEEKDAYS],
  anyday: [...WEEKDAYS],
  mwf: ['MON', 'WED', 'FRI'],
  tts: ['TUE', 'THU', 'SAT'],
  tths: ['TUE', 'THU', 'SAT'],
  tth: ['TUE', 'THU'],
  tt: ['TUE', 'THU'],
  mw: ['MON', 'WED'],
  ss: ['SAT', 'SUN'],
  mth: ['MON', 'THU'],
  wf: ['WED', 'FRI'],
};

// Beginnings of day names in English, Spanish, German, French and Hindi; whole short forms first.
const DAYS: [Weekday, RegExp][] = [
  ['MON', /^(?:m|mo|mon(?:day)?s?|lu|lun(?:es|di)?|montag|som(?:var)?|सोम(?:वार)?)$/],
  ['TUE', /^(?:t|tu|tue|tues|tuesdays?|mar(?:tes|di)?|di|dienstag|mangal(?:var)?|मंगल(?:वार)?)$/],
  ['WED', /^(?:w|we|wed|weds|wednesdays?|mi|mie(?:rcoles)?|mittwoch|mer(?:credi)?|budh(?:var)?|बुध(?:वार)?)$/],
  ['THU', /^(?:th|thu|thur|thurs|thursdays?|ju|jue(?:ves)?|do|donnerstag|jeu(?:di)?|guru(?:var)?|गुरु(?:वार)?)$/],
  ['FRI', /^(?:f|fr|fri(?:day)?s?|vi|vie(?:rnes)?|freitag|ven(?:dredi)?|shukra?(?:var)?|शुक्र(?:वार)?)$/],
  ['SAT', /^(?:s|sa|sat(?:urday)?s?|sab(?:ado)?|samstag|sam(?:edi)?|shani(?:var)?|शनि(?:वार)?)$/],
  ['SUN', /^(?:su|sun(?:day)?s?|domingo|dom|so|sonntag|dim(?:anche)?|ravi(?:var)?|रवि(?:वार)?)$/],
];

/** The days a cell means, in the order of the week, or null when a word in it is no day. */
export function parseWeekdays(text: string): Weekday[] | null {
  const words = normaliseName(text)
    .replace(/every\s+day/g, 'everyday')
    .replace(/any\s+day/g, 'anyday')
    .replace(/\b(?:on|every|only|and|und|et|days?)\b|&|\+/g, ' ')
    .replace(/\s*(?:-|–|—|\bto\b|\bbis\b)\s*/g, '-')
    .split(/[\s,/;|.()]+/)
    .filter((word) => word !== '');
  const days = words.map(daysOf);
  if (days.length === 0 || days.some((found) => found === null)) return null;

  const chosen = new Set(days.flatMap((found) => found ?? []));
  return WEEKDAYS.filter((day) => chosen.has(day));
}

function daysOf(word: string): Weekday[] | null {
  const group = GROUPS[word.replaceAll('-', '')];
  if (group) return group;
  const parts = word.split('-').map(dayOf);
  const [first, last] = parts;
  if (parts.some((day) => day === null) || !first) return null;
  if (parts.length === 2 && last) return through(first, last);
  return parts.filter((day) => day !== null);
}

function dayOf(word: string): Weekday | null {
  return DAYS.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

/** 'Mon-Fri' is five days, 'Sat-Mon' goes over the weekend. */
function through(first: Weekday, last: Weekday): Weekday[] {
  const start = WEEKDAYS.indexOf(first);
  const length = (WEEKDAYS.indexOf(last) - start + 7) % 7;
  return Array.from({ length: length + 1 }, (_, step) => WEEKDAYS[(start + step) % 7] ?? first);
}
