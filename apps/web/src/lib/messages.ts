import type { Messages } from 'next-intl';
import { pseudo } from './pseudo-locale.ts';

export const LOCALE_COOKIE = 'cartwheel_locale';
export const PSEUDO_LOCALE = 'en-XA';
export const locales = ['en', PSEUDO_LOCALE] as const;
export type Locale = (typeof locales)[number];

/** What the pages before signing in need; the rest arrives with the application. */
export const openNamespaces = ['auth', 'design', 'app', 'verify'] as const;

// One file per feature: its name is the namespace.
const english: Record<string, Messages> = import.meta.glob('../../messages/en/*.json', {
  eager: true,
  import: 'default',
});

const all = Object.fromEntries(
  Object.entries(english).map(([path, messages]) => [path.replace(/^.*\/|\.json$/g, ''), messages]),
);
let accented: typeof all | undefined;

export function isLocale(value: string | undefined): value is Locale {
  return locales.some((locale) => locale === value);
}

export function messagesFor(locale: Locale): typeof all {
  if (locale !== PSEUDO_LOCALE) return all;
  accented ??= pseudo(all);
  return accented;
}

export function only(messages: typeof all, namespaces: readonly string[]): typeof all {
  return Object.fromEntries(namespaces.map((name) => [name, messages[name] ?? {}]));
}
