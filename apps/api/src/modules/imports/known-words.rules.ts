import { normaliseName } from '@cartwheel/domain/names';
import { type LeadSource, parseSource, plainWords, type StudentRecord } from '@cartwheel/sheets';
import type { KnownBatch, KnownPlan } from './import-places.repository.ts';

const same = (one: string, other: string) => normaliseName(one) === normaliseName(other);

/** By its id or its name, whatever dash stands in it. */
export function batchNamed(name: string | null, batches: readonly KnownBatch[]): KnownBatch | null {
  if (name === null) return null;
  return (
    batches.find(({ id }) => id === name) ??
    batches.find((batch) => plainWords(batch.name) === plainWords(name)) ??
    null
  );
}

/** By its name; else the only one of its type that does not contradict the visits. */
export function planOf(record: StudentRecord, plans: readonly KnownPlan[]): KnownPlan | null {
  const { plan: name, planType, visitsIncluded } = record;
  const named = name === null ? undefined : plans.find((plan) => same(plan.name, name));
  if (named) return named;
  const alike = plans.filter(
    (plan) =>
      plan.planType === planType &&
      (visitsIncluded === null || plan.visitsIncluded === null || visitsIncluded === plan.visitsIncluded),
  );
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

/** The whole name, or a first name that only one has. */
export function colleagueNamed(name: string | null, staff: readonly { id: string; name: string }[]): string | null {
  if (name === null) return null;
  const whole = staff.filter((one) => same(one.name, name));
  const found = whole.length > 0 ? whole : staff.filter((one) => same(one.name.split(' ')[0] ?? '', name));
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

const words: Record<LeadSource, string> = {
  WALK_IN: 'Walk-in',
  PHONE_CALL: 'Call',
  WHATSAPP: 'WhatsApp',
  INSTAGRAM: 'Instagram',
  FACEBOOK: 'Facebook',
  GOOGLE: 'Google',
  WEBSITE: 'Website',
  REFERRAL: 'Referral',
  SCHOOL_EVENT: 'School event',
  ADVERTISEMENT: 'Advertisement',
  OTHER: 'Other',
};

/** In the center's words where it has one for it. */
export function sourceName(source: LeadSource | null, sources: readonly string[]): string {
  const wanted = source ?? 'OTHER';
  return sources.find((name) => parseSource(name).source === wanted) ?? words[wanted];
}

const LEFT = /\b(?:cancel\w*|left|discontinued|withdrawn|withdrew|dropped(?: out)?|quit|terminated)\b/i;

/** Why an enrollment is over before its last day, in the file's own words. */
export function cancelReasonOf(status: string | null): string | null {
  return status !== null && LEFT.test(status) ? status : null;
}
