/** In the order in which they are listed; each card belongs to one section. */
export const sections = {
  profile: ['profile', 'weekStart'],
  attendance: ['inactive', 'marking'],
  plans: ['plans'],
  discounts: ['discounts'],
  cancellation: ['cancellation'],
  makeUps: ['makeUps'],
  booking: ['booking'],
  leads: ['sources', 'followUp', 'deskImport'],
  receipts: ['receipts'],
  privacy: ['privacy'],
  words: ['words'],
  branding: ['branding'],
  closures: ['closures'],
} as const;

export type SectionId = keyof typeof sections;
export type CardId = (typeof sections)[SectionId][number];

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- object.keys answers string[]; the keys are those written above
export const sectionIds = Object.keys(sections) as SectionId[];

/** Cards whose words contain everything that was typed. */
export function cardsWith(typed: string, wordsOf: (card: CardId) => string): CardId[] {
  const wanted = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return Object.values(sections)
    .flatMap((cards) => [...cards])
    .filter((card) => wanted.every((word) => wordsOf(card).toLocaleLowerCase().includes(word)));
}
