/** Integers in minor units (paise, cents) everywhere; nothing here computes with fractions. */
export interface Money {
  amountMinor: number;
  /** ISO 4217. */
  currency: string;
}

export type DecimalMark = '.' | ',';

const digitsByCurrency = new Map<string, number>();

/** How many decimals a currency is written with: 2 for INR and USD, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  const known = digitsByCurrency.get(currency);
  if (known !== undefined) return known;
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  digitsByCurrency.set(currency, maximumFractionDigits);
  return maximumFractionDigits;
}

export function formatMoney({ amountMinor, currency }: Money, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return format.format(decimalOf(amountMinor, minorDigits(currency)));
}

/** The exact decimal with all its places and nothing else, as a file for other programs takes it: '1250.05', '500', '1.250'. */
export function plainMoney({ amountMinor, currency }: Money): string {
  assertMinor(amountMinor);
  const places = minorDigits(currency);
  const digits = String(Math.abs(amountMinor)).padStart(places + 1, '0');
  const sign = amountMinor < 0 ? '-' : '';
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** The exact decimal of an amount, such as '1250.05'; a number could not hold every amount. */
function decimalOf(amountMinor: number, digits: number): `${number}` {
  assertMinor(amountMinor);
  // `${number}` is what Intl takes for exact decimals; the template's own type is wider.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a number, an e and digits are one
  return `${amountMinor}e-${digits}` as `${number}`;
}

const AFTER_AMOUNT = /\s*(?:\/[-=])?(?:\s*only)?$/i;
const WRITTEN_CURRENCY = /^([a-z]{2,3}\b\.?|rs\.?)\s*(?=[-\d])|\s*\b(rs\.?|[a-z]{3})$/i;
const RUPEES = ['INR', 'PKR', 'LKR', 'NPR', 'MUR'];
const BRACKETED = /\(([^()]*)\)$/;
const GROUP_SPACE = /[\s'’]/;
const GROUP_SPACES = /[\s'’]/g;
const SPACED_GROUPS = /^-?\d{1,3}(?:[\s'’]\d{3})+(?:[.,]\d+)?$/;

/**
 * The amount a person wrote, in minor units, or null when it is not plainly one: '1,23,456.00',
 * '1.234,56', '₹ 62,000/-', 'Rs. 500', '(500)' for minus 500. A point before three digits ('1.234') is
 * refused unless the currency has three decimals or `decimal` says how this file writes them.
 */
export function parseMoney(text: string, currency: string, decimal?: DecimalMark): number | null {
  const written = text.trim().replace(/[−–]/g, '-').replace(BRACKETED, '-$1').replace(AFTER_AMOUNT, '');
  const bare = withoutCurrency(written, currency);
  if (bare === null || (GROUP_SPACE.test(bare) && !SPACED_GROUPS.test(bare))) return null;

  const [, minus, digits] = /^(-?)([\d.,]+)$/.exec(bare.replaceAll(GROUP_SPACES, '')) ?? [];
  const amount = digits === undefined ? null : minorFrom(digits, minorDigits(currency), decimal);
  return amount === null ? null : signed(amount, minus === '-');
}

/** Null when the text names another currency. */
function withoutCurrency(text: string, currency: string): string | null {
  const symbols = text.match(/\p{Sc}/gu) ?? [];
  if (symbols.some((symbol) => !belongsTo(symbol, currency))) return null;

  const [, minus = '', rest = ''] = /^(-?)(.*)$/s.exec(text.replace(/\p{Sc}/gu, ' ').trim()) ?? [];
  const unsigned = rest.trim();
  const [whole = '', before, after] = WRITTEN_CURRENCY.exec(unsigned) ?? [];
  const written = (before ?? after ?? '').replace('.', '').toUpperCase();
  if (written && !isNameOf(written, currency)) return null;
  return minus + unsigned.replace(whole, '').trim();
}

function belongsTo(symbol: string, currency: string): boolean {
  if (symbol === '₨') return RUPEES.includes(currency);
  return symbolOf(currency).includes(symbol);
}

const symbolsByCurrency = new Map<string, string>();

function symbolOf(currency: string): string {
  const known = symbolsByCurrency.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  const symbol = format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency;
  symbolsByCurrency.set(currency, symbol);
  return symbol;
}

/** 'US' is what remains of 'US$'. */
function isNameOf(written: string, currency: string): boolean {
  if (written === 'RS') return RUPEES.includes(currency);
  return written === currency || (written.length === 2 && currency.startsWith(written));
}

function minorFrom(digits: string, places: number, decimal?: DecimalMark): number | null {
  const mark = decimal ?? decimalMarkOf(digits, places);
  if (mark === null) return null;
  const [whole = '', fraction = '', ...more] = digits.split(mark);
  if (more.length > 0 || fraction.length > places || /\D/.test(fraction)) return null;

  const plain = ungrouped(whole, mark === '.' ? ',' : '.');
  if (plain === null) return null;
  const amount = Number(plain + fraction.padEnd(places, '0'));
  return Number.isSafeInteger(amount) ? amount : null;
}

/** Null where both readings are plausible and differ a thousandfold. */
function decimalMarkOf(digits: string, places: number): DecimalMark | null {
  const point = digits.lastIndexOf('.');
  const comma = digits.lastIndexOf(',');
  if (point >= 0 && comma >= 0) return point > comma ? '.' : ',';
  if (point < 0 && comma < 0) return '.';

  const mark = point >= 0 ? '.' : ',';
  const groups = digits.split(mark);
  const tail = groups.at(-1) ?? '';
  if (groups.length > 2) return mark === '.' ? ',' : '.';
  if (tail.length !== 3) return mark;
  if (mark === ',') return '.';
  return places === 3 ? '.' : null;
}

/** Groups of three, or the Indian two-two-three. */
function ungrouped(whole: string, group: DecimalMark): string | null {
  if (/^\d+$/.test(whole)) return whole;
  const groups = whole.split(group);
  const [first = '', ...rest] = groups;
  const last = rest.at(-1) ?? '';
  if (groups.some((part) => !/^\d+$/.test(part)) || first.length > 3 || last.length !== 3) return null;
  const middle = rest.slice(0, -1);
  const western = middle.every((part) => part.length === 3);
  const indian = first.length <= 2 && middle.every((part) => part.length === 2);
  return western || indian ? groups.join('') : null;
}

/** A share in basis points (1 % is 100), halves rounded away from zero. */
export function percentOf(amountMinor: number, basisPoints: number): number {
  assertMinor(amountMinor);
  const scaled = BigInt(Math.abs(amountMinor)) * BigInt(basisPoints);
  const share = Number((scaled + 5_000n) / 10_000n);
  return amountMinor < 0 && share !== 0 ? -share : share;
}

/**
 * Splits an amount in proportion to the weights so that the parts add up to it exactly. What
 * rounding leaves goes to the largest remainders, the earlier one first.
 */
export function allocate(amountMinor: number, weights: readonly number[]): number[] {
  assertMinor(amountMinor);
  const total = BigInt(weights.reduce((sum, weight) => sum + weight, 0));
  if (total <= 0n || weights.some((weight) => weight < 0)) {
    throw new RangeError('Weights must not be negative, and one at least must be positive');
  }
  const scaled = weights.map((weight) => BigInt(Math.abs(amountMinor)) * BigInt(weight));
  const parts = scaled.map((share) => Number(share / total));
  const left = Math.abs(amountMinor) - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = scaled
    .map((share, index) => ({ index, remainder: share % total }))
    .toSorted((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  const extra = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  return parts.map((part, index) => signed(part + (extra.has(index) ? 1 : 0), amountMinor < 0));
}

/** Parts that differ by at most one minor unit, the larger ones first. */
export function equalParts(amountMinor: number, count: number): number[] {
  return allocate(
    amountMinor,
    Array.from({ length: count }, () => 1),
  );
}

function signed(amount: number, negative: boolean): number {
  return negative && amount !== 0 ? -amount : amount;
}

function assertMinor(amountMinor: number): void {
  if (!Number.isSafeInteger(amountMinor)) throw new RangeError(`Not an amount in minor units: ${amountMinor}`);
}
