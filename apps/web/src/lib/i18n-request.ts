import { cookies } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { isLocale, LOCALE_COOKIE, messagesFor, PSEUDO_LOCALE } from './messages.ts';

/** The language is a choice of the person, kept in a cookie; addresses are the same in every language. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  const locale = isLocale(chosen) ? chosen : 'en';
  return {
    // Number and plural rules of the pseudo-locale are those of English.
    locale: locale === PSEUDO_LOCALE ? 'en' : locale,
    messages: messagesFor(locale),
    timeZone: 'UTC',
  };
});
