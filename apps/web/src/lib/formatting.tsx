'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { dateOrderOf, formatMoney, formatShortDate, type Money } from './format.ts';

interface Place {
  locale: string;
  timezone: string;
  currency: string;
}

const PlaceContext = createContext<Place | null>(null);

export function FormattingProvider({ locale, timezone, currency, children }: Place & { children: ReactNode }) {
  const place = useMemo(() => ({ locale, timezone, currency }), [locale, timezone, currency]);
  return <PlaceContext.Provider value={place}>{children}</PlaceContext.Provider>;
}

/** Formats for the current center: its locale, its zone, its money. Outside a center: those of the browser. */
export function useFormatting() {
  const place = useContext(PlaceContext) ?? browserPlace();
  return useMemo(() => formatsFor(place), [place]);
}

let ofBrowser: Place | undefined;
function browserPlace(): Place {
  const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  ofBrowser ??= { locale, timezone: timeZone, currency: 'INR' };
  return ofBrowser;
}

function formatsFor({ locale, timezone, currency }: Place) {
  const instant = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: timezone, ...options });
    return (iso: string) => format.format(new Date(iso));
  };
  const day = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
    return (localDate: string) => format.format(new Date(`${localDate}T00:00:00Z`));
  };
  const count = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return {
    locale,
    timezone,
    currency,
    dateOrder: dateOrderOf(locale),
    money: (money: Money) => formatMoney(money, locale),
    /** An amount in the center's own currency. */
    amount: (amountMinor: number) => formatMoney({ amountMinor, currency }, locale),
    number: (value: number) => count.format(value),
    /** 0.41 is 41 %. */
    percent: (share: number) => percent.format(share),
    /** `2026-11-21` as Sat 21 Nov. */
    day: day({ weekday: 'short', day: 'numeric', month: 'short' }),
    /** `2026-11-21` as 21 Nov 2026. */
    date: day({ day: 'numeric', month: 'short', year: 'numeric' }),
    /** `2026-11-21` as 21/11/2026. */
    shortDate: (localDate: string) => formatShortDate(localDate, dateOrderOf(locale)),
    weekday: day({ weekday: 'long' }),
    weekdayShort: day({ weekday: 'short' }),
    /** `2026-11-21` as 21 Nov. */
    dayMonth: day({ day: 'numeric', month: 'short' }),
    /** An instant as 21 Nov. */
    dayMonthOf: instant({ day: 'numeric', month: 'short' }),
    /** An instant as the time on the center's wall. */
    time: instant({ hour: 'numeric', minute: '2-digit' }),
    /** `16:00` as the reader writes it. */
    clock: clockFor(locale),
    /** 16 as 4 pm, or as 16. */
    hour: hourFor(locale),
    dateTime: instant({ day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' }),
    /** Today in the center, as YYYY-MM-DD. */
    today: () => new Intl.DateTimeFormat('en-CA', { timeZone: timezone }).format(new Date()),
  };
}

function hourFor(locale: string) {
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', hour: 'numeric' });
  return (hour: number) => format.format(Date.UTC(2026, 0, 1, hour));
}

function clockFor(locale: string) {
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', hour: 'numeric', minute: '2-digit' });
  return (localTime: string) => format.format(new Date(`2026-01-01T${localTime}:00Z`));
}
