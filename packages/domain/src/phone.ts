import type { CountryCode } from 'libphonenumber-js/max';
import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { withoutBrackets } from './phone-brackets.ts';

export interface Phone {
  /** '+919876543210': what identifies the number. */
  e164: string;
  /** The digits within the country, without prefix: '9876543210'. */
  national: string;
  extension: string | null;
  /** POSSIBLE has a plausible length but is not in any known range: keep it, with a warning. */
  valid: 'VALID' | 'POSSIBLE';
  /** As typed. */
  raw: string;
}

/** Reads one number, with the center's country (ISO, two letters) as default; null when it is none. */
export function parsePhone(text: string, country: string): Phone | null {
  const phone = parsePhoneNumberFromString(withoutBrackets(text), {
    defaultCountry: supported(country),
    extract: false,
  });
  if (!phone?.isPossible()) return null;
  return {
    e164: phone.number,
    national: phone.nationalNumber,
    extension: phone.ext ?? null,
    valid: phone.isValid() ? 'VALID' : 'POSSIBLE',
    raw: text,
  };
}

const BETWEEN_PHONES = /[/,;|\n&]|\s(?:or|and)\s/i;
const TWO_IN_A_ROW = /^(\+?\d{10,13})\s+(\+?\d{10,13})$/;

/** The numbers people put into one cell: '98765 43210 / 080-41362324' gives two texts to parse. */
export function splitPhones(text: string): string[] {
  return text
    .split(BETWEEN_PHONES)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => TWO_IN_A_ROW.exec(part)?.slice(1) ?? [part]);
}

/** The digits alone, for searching by any part of a number. */
export function phoneDigits(text: string): string {
  return text.replace(/\D/g, '');
}

/** As people of the center's country read it; foreign numbers keep their country code. */
export function formatPhone(e164: string, country: string): string {
  const phone = parsePhoneNumberFromString(e164, { extract: false });
  if (!phone) return e164;
  return phone.country === country ? phone.formatNational() : phone.formatInternational();
}

function supported(country: string): CountryCode | undefined {
  return isSupportedCountry(country) ? country : undefined;
}
