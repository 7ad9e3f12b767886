const LONGEST_CHIP = 44;

/** What people typed, cut to what a chip can hold. */
export function shortened(words: string): string {
  const letters = Array.from(words);
  return letters.length > LONGEST_CHIP ? `${letters.slice(0, LONGEST_CHIP - 1).join('')}…` : words;
}

export interface Money {
  amountMinor: number;
  currency: string;
}

export type DateOrder = 'DMY' | 'MDY' | 'YMD';

/** Digits after the point of a currency: 2 for INR, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  return maximumFractionDigits ?? 2;
}

/** Whole amounts without the point: ₹12,600, but ₹12,600.50. */
export function formatMoney({ amountMinor, currency }: Money, locale: string): string {
  const digits = minorDigits(currency);
  const isWhole = amountMinor % 10 ** digits === 0;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: isWhole ? 0 : digits,
    maximumFractionDigits: digits,
  }).format(amountMinor / 10 ** digits);
}

/** Rounded to whole rupees, dollars, …: where an amount is looked at, not counted. */
export function inWholeUnits(amountMinor: number, currency: string): number {
  const unit = 10 ** minorDigits(currency);
  return Math.round(amountMinor / unit) * unit;
}

/** As a spreadsheet reads it: 12600.50, without a sign for the currency. */
export function plainAmount({ amountMinor, currency }: Money): string {
  const digits = minorDigits(currency);
  return (amountMinor / 10 ** digits).toFixed(digits);
}

/** Reads `12,600`, `₹12600.5` or `12 600`; null for what is not an amount of this currency. */
export function parseMoney(typed: string, currency: string): number | null {
  const digits = minorDigits(currency);
  const plain = typed.replace(/[^\d.,-]/g, '').replace(/,/g, '');
  const found = /^(\d{1,13})(?:\.(\d*))?$/.exec(plain);
  if (!found?.[1]) return null;
  const fraction = found[2] ?? '';
  if (fraction.length > digits) return null;
  return Number(found[1]) * 10 ** digits + Number(fraction.padEnd(digits, '0') || 0);
}

export function dateOrderOf(locale: string): DateOrder {
  const parts = new Intl.DateTimeFormat(locale).formatToParts(new Date(Date.UTC(2026, 10, 21)));
  const first = parts.find((part) => part.type !== 'literal')?.type;
  if (first === 'year') return 'YMD';
  return first === 'month' ? 'MDY' : 'DMY';
}

export function formatShortDate(localDate: string, order: DateOrder): string {
  const [year = '', month = '', day = ''] = localDate.split('-');
  if (order === 'YMD') return `${year}-${month}-${day}`;
  return order === 'MDY' ? `${month}/${day}/${year}` : `${day}/${month}/${year}`;
}

/** Reads a typed date in the reader's order, with any separator or none; null when there is no such day. */
export function parseShortDate(typed: string, order: DateOrder): string | null {
  const numbers = typed.includes('/') || /\D/.test(typed.trim()) ? typed.match(/\d+/g) : inGroups(typed, order);
  if (numbers?.length !== 3) return null;
  const [a = '', b = '', c = ''] = numbers;
  const isYearFirst = order === 'YMD' || a.length === 4;
  const [year, month, day] = isYearFirst ? [a, b, c] : order === 'MDY' ? [c, a, b] : [c, b, a];
  return realDay(fullYear(year), Number(month), Number(day));
}

function inGroups(typed: string, order: DateOrder): string[] | null {
  const digits = typed.trim();
  if (!/^\d{8}$/.test(digits)) return null;
  if (order === 'YMD') return [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)];
  return [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)];
}

function fullYear(typed: string): number {
  const year = Number(typed);
  if (typed.length !== 2) return year;
  return year > 50 ? 1900 + year : 2000 + year;
}

function realDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900 && year < 2200;
  return exists ? date.toISOString().slice(0, 10) : null;
}

/** At most two letters: `Aarav Rao` is AR, `Diya` is D. Counts letters as a reader does, in any script. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  return picked.map((word) => [...new Intl.Segmenter().segment(word ?? '')][0]?.segment.toUpperCase() ?? '').join('');
}
