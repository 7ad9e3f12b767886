import type { Namesake } from './students-import.repository.ts';

/** Which of those with the name is meant: by a contact, a date of birth, the batch, or because there is no other. */
export function meantBy(
  namesakes: readonly Namesake[],
  told: { contacts: readonly string[] },
): { id: string } | 'NOBODY' | 'SEVERAL' {
  const possible = namesakes.filter(({ otherDob }) => !otherDob);
  const reached = possible.filter((one) => one.reached);
  if (told.contacts.length > 0 && possible.length > 0 && reached.length === 0) return 'NOBODY';
  const left = reached.length > 0 ? reached : possible;
  for (const narrower of [left.filter(({ sameDob }) => sameDob), left.filter(({ inBatch }) => inBatch), left]) {
    const [only] = narrower;
    if (only && narrower.length === 1) return { id: only.id };
  }
  return left.length > 0 ? 'SEVERAL' : 'NOBODY';
}
