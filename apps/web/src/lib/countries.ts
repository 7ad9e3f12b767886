interface Place {
  timezone: string;
  currency: string;
}

/** What is usual in a country; countries with several zones have the most populous one. A person can change both. */
const usual: Record<string, string> = {
  IN: 'Asia/Kolkata INR',
  AE: 'Asia/Dubai AED',
  US: 'America/New_York USD',
  GB: 'Europe/London GBP',
  SG: 'Asia/Singapore SGD',
  AU: 'Australia/Sydney AUD',
  NZ: 'Pacific/Auckland NZD',
  CA: 'America/Toronto CAD',
  IE: 'Europe/Dublin EUR',
  DE: 'Europe/Berlin EUR',
  FR: 'Europe/Paris EUR',
  ES: 'Europe/Madrid EUR',
  IT: 'Europe/Rome EUR',
  NL: 'Europe/Amsterdam EUR',
  BE: 'Europe/Brussels EUR',
  AT: 'Europe/Vienna EUR',
  PT: 'Europe/Lisbon EUR',
  GR: 'Europe/Athens EUR',
  FI: 'Europe/Helsinki EUR',
  CH: 'Europe/Zurich CHF',
  SE: 'Europe/Stockholm SEK',
  NO: 'Europe/Oslo NOK',
  DK: 'Europe/Copenhagen DKK',
  PL: 'Europe/Warsaw PLN',
  CZ: 'Europe/Prague CZK',
  HU: 'Europe/Budapest HUF',
  RO: 'Europe/Bucharest RON',
  TR: 'Europe/Istanbul TRY',
  UA: 'Europe/Kyiv UAH',
  IL: 'Asia/Jerusalem ILS',
  SA: 'Asia/Riyadh SAR',
  QA: 'Asia/Qatar QAR',
  KW: 'Asia/Kuwait KWD',
  BH: 'Asia/Bahrain BHD',
  OM: 'Asia/Muscat OMR',
  PK: 'Asia/Karachi PKR',
  BD: 'Asia/Dhaka BDT',
  LK: 'Asia/Colombo LKR',
  NP: 'Asia/Kathmandu NPR',
  MY: 'Asia/Kuala_Lumpur MYR',
  ID: 'Asia/Jakarta IDR',
  PH: 'Asia/Manila PHP',
  TH: 'Asia/Bangkok THB',
  VN: 'Asia/Ho_Chi_Minh VND',
  HK: 'Asia/Hong_Kong HKD',
  JP: 'Asia/Tokyo JPY',
  KR: 'Asia/Seoul KRW',
  CN: 'Asia/Shanghai CNY',
  TW: 'Asia/Taipei TWD',
  ZA: 'Africa/Johannesburg ZAR',
  NG: 'Africa/Lagos NGN',
  KE: 'Africa/Nairobi KES',
  GH: 'Africa/Accra GHS',
  EG: 'Africa/Cairo EGP',
  MA: 'Africa/Casablanca MAD',
  BR: 'America/Sao_Paulo BRL',
  MX: 'America/Mexico_City MXN',
  AR: 'America/Argentina/Buenos_Aires ARS',
  CL: 'America/Santiago CLP',
  CO: 'America/Bogota COP',
  PE: 'America/Lima PEN',
  MU: 'Indian/Mauritius MUR',
};

export function placeOf(country: string): Place | null {
  const [timezone, currency] = usual[country]?.split(' ') ?? [];
  return timezone && currency ? { timezone, currency } : null;
}

/** The country of the browser's clock, else of its language. */
export function likelyCountry(timezone: string, language: string): string {
  const sameZone = Object.keys(usual).find((country) => placeOf(country)?.timezone === sameAs(timezone));
  if (sameZone) return sameZone;
  const region = new Intl.Locale(language).region;
  return region && usual[region] ? region : 'IN';
}

/** Browsers still answer the older name of some zones. */
function sameAs(timezone: string): string {
  return timezone === 'Asia/Calcutta' ? 'Asia/Kolkata' : timezone;
}

export function countryChoices(language: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  return Object.keys(usual)
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .toSorted((one, other) => one.label.localeCompare(other.label, language));
}

export function timezoneChoices(chosen: string): string[] {
  return [...new Set([chosen, ...Intl.supportedValuesOf('timeZone').map(sameAs)])].toSorted();
}

export function currencyChoices(language: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'currency' });
  const currencies = new Set(Object.keys(usual).map((country) => placeOf(country)?.currency ?? 'INR'));
  return [...currencies].toSorted().map((value) => ({ value, label: `${value} · ${names.of(value) ?? value}` }));
}
