import type { Relationship } from './fields.ts';
import { longestMeaning, plainWords, vocabularyOf } from './wording.ts';

const RELATIONSHIPS = vocabularyOf<Relationship>([
  ['MOTHER', 'mother, mom, mum, mummy, mommy, maa, ma, m, madre, mutter, mere, mama, माता, माँ'],
  ['FATHER', 'father, dad, daddy, papa, f, padre, vater, pere, pita, पिता, appa, abba'],
  ['GUARDIAN', 'guardian, legal guardian, parent, caregiver, carer, foster parent, tutor, g, nanny'],
  [
    'GRANDPARENT',
    `
      grandparent, grandmother, grandfather, grandma, grandpa, nana, nani, dadi, dada, oma, opa,
      abuela, abuelo
    `,
  ],
  ['SELF', 'self, own, myself, same, adult, own self'],
  ['OTHER', 'other, aunt, uncle, sister, brother, friend, cousin, spouse, wife, husband, driver'],
]);

/** How an adult is related to the child, or null for words nobody agreed on. */
export function parseRelationship(text: string): Relationship | null {
  return longestMeaning(plainWords(text), RELATIONSHIPS)?.meaning ?? null;
}
