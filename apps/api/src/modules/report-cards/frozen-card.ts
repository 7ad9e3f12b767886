import { createHash } from 'node:crypto';
import { ReportCardSnapshot } from '@cartwheel/contracts';
import { Problem } from '../../platform/problems/problem.ts';
import type { Period } from './snapshot.rules.ts';

/** A card as it is stored: the bytes of its snapshot, and what else is known of it. */
export interface FrozenCard {
  body: string;
  hash: string;
  code: string;
  version: number;
  period: Period;
}

/** The one way to write a value down: keys in order, no spaces. The same content is the same bytes. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}

export const hashOf = (body: string): string => createHash('sha256').update(body, 'utf8').digest('hex');

/** What was issued; null when a single byte of it, or what else is stored of the card, is not what it was. */
export function frozenSnapshot({ body, hash, code, version, period }: FrozenCard): ReportCardSnapshot | null {
  if (hashOf(body) !== hash) return null;
  const told = ReportCardSnapshot.parse(JSON.parse(body));
  const isSame =
    told.code === code && told.version === version && told.period.from === period.from && told.period.to === period.to;
  return isSame ? told : null;
}

export function intactSnapshot(card: FrozenCard): ReportCardSnapshot {
  const snapshot = frozenSnapshot(card);
  if (!snapshot)
    throw new Problem('invalid_transition', { detail: 'The record of this card was altered; make a new one' });
  return snapshot;
}
