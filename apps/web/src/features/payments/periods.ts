import { dayPlus } from '../../lib/days.ts';

export const periods = ['today', 'week', 'month', 'custom'] as const;
export type Period = (typeof periods)[number];

/** First and last day of a period that ends today; a custom one is what was typed, open where nothing was. */
export function daysOf(
  period: string,
  today: string,
  custom: { from: string; to: string },
): { from?: string; to?: string } {
  if (period === 'today') return { from: today, to: today };
  if (period === 'month') return { from: `${today.slice(0, 8)}01`, to: today };
  if (period === 'custom') return { ...(custom.from && { from: custom.from }), ...(custom.to && { to: custom.to }) };
  return { from: dayPlus(today, -6), to: today };
}

/** The middle of a day in a zone, as an instant: far from both of its ends, so that no clock change moves the day. */
export function noonIn(timezone: string, day: string): string {
  const utcNoon = Date.parse(`${day}T12:00:00Z`);
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: timezone, timeZoneName: 'longOffset' }).formatToParts(
    utcNoon,
  );
  const [, sign = '+', hours = '0', minutes = '0'] =
    /GMT([+-])(\d\d):(\d\d)/.exec(parts.find((part) => part.type === 'timeZoneName')?.value ?? '') ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
  return new Date(utcNoon - offset).toISOString();
}
