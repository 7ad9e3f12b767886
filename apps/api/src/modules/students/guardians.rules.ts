import type { Guardian, InputOf, addGuardian } from '@cartwheel/contracts';
import { parsePhone, phoneDigits } from '@cartwheel/domain/phone';
import { refuse } from '../../platform/problems/problem.ts';
import type { StoredPhone } from './guardians.repository.ts';

export type NewGuardian = InputOf<typeof addGuardian>['body'];

/** Keeps what was typed, and the digits of every form in which somebody may look for it. */
export function storedPhone(typed: string | null | undefined, country: string, path: string): StoredPhone {
  if (!typed) return { phone: null, e164: null, digits: null };
  const phone = parsePhone(typed, country);
  if (!phone) throw refuse(path, 'This is not a phone number');
  const international = phoneDigits(phone.e164);
  const asTyped = phoneDigits(typed);
  const digits = international.includes(asTyped) ? international : `${international} ${asTyped}`;
  return { phone: typed, e164: phone.e164, digits };
}

export const isReachable = (guardians: readonly Guardian[]): boolean => guardians.some((one) => one.hasContact);

/**
 * Which of those who have the phone is meant: the one with this name; else the one who is there, unless the family has
 * that one already: then two parents share a phone.
 */
export function whoIsMeant(
  sharing: readonly { id: string; sameName: boolean }[],
  familyIds: ReadonlySet<string>,
): string | undefined {
  const [first] = sharing;
  if (!first) return undefined;
  if (first.sameName) return first.id;
  return sharing.length === 1 && !familyIds.has(first.id) ? first.id : undefined;
}
