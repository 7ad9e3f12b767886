import { parsePhone } from '@cartwheel/domain/phone';
import { refuse } from '../../platform/problems/problem.ts';

/** What stands in the address of a center: letters, digits and hyphens. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return (
    plain
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 40) || 'center'
  );
}

const locales: Record<string, string> = {
  IN: 'en-IN',
  US: 'en-US',
  GB: 'en-GB',
  AE: 'en-AE',
  SG: 'en-SG',
  DE: 'de-DE',
  AU: 'en-AU',
  CA: 'en-CA',
};

/** How numbers and dates are written there; the language stays English until it is translated. */
export function localeOf(country: string): string {
  return locales[country] ?? `en-${country}`;
}

/** The slug, or the slug with the first number behind it that is not taken in the organization. */
export function freeSlug(slug: string, taken: readonly string[]): string {
  const used = new Set(taken);
  if (!used.has(slug)) return slug;
  let number = 2;
  while (used.has(`${slug}-${number}`)) number++;
  return `${slug}-${number}`;
}

/** A number as it is stored, read with the country as default; 400 when it is none. */
export function storedPhone(typed: string | null | undefined, country: string): string | null {
  if (!typed) return null;
  const phone = parsePhone(typed, country);
  if (!phone) throw refuse('phone', 'This is not a phone number');
  return phone.e164;
}
