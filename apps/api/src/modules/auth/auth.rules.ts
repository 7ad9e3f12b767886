const FREE_FAILURES = 5;
const STEP_SECONDS = 30;
const LONGEST_SECONDS = 15 * 60;

/** How long an account is locked after so many wrong passwords in a row. */
export function lockSeconds(failures: number): number {
  if (failures <= FREE_FAILURES) return 0;
  return Math.min(LONGEST_SECONDS, STEP_SECONDS * (failures - FREE_FAILURES));
}

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
