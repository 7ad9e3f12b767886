import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { withoutBrackets } from './phone-brackets.ts';

/**
 * The number as a link needs it, '+919876543210'; undefined when it is none. Knows the same countries as `parsePhone`, but
 * not which numbers are in use there, which is half as much to load.
 */
export function e164Of(text: string, country: string): string | undefined {
  const phone = parsePhoneNumberFromString(withoutBrackets(text), {
    ...(isSupportedCountry(country) && { defaultCountry: country }),
    extract: false,
  });
  return phone?.isPossible() ? phone.number : undefined;
}
