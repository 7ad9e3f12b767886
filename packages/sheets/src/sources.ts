import { longestMeaning, plainWords, vocabularyOf } from './wording.ts';

export const leadSources = [
  'WALK_IN',
  'PHONE_CALL',
  'WHATSAPP',
  'INSTAGRAM',
  'FACEBOOK',
  'GOOGLE',
  'WEBSITE',
  'REFERRAL',
  'SCHOOL_EVENT',
  'ADVERTISEMENT',
  'OTHER',
] as const;
export type LeadSource = (typeof leadSources)[number];

export interface SourceReading {
  source: LeadSource;
  /** 'Mrs Rao' of 'Ref - Mrs Rao', or the words nobody agreed on. */
  detail: string | null;
}

const SOURCES = vocabularyOf<LeadSource>([
  ['WALK_IN', 'walk in, walkin, walked in, walk ins, visit, visited, direct, passing by, walk'],
  ['PHONE_CALL', 'phone call, phone, call, called, telephone, incoming call, tele, justdial, anruf'],
  ['WHATSAPP', 'whatsapp, whats app, wa, w app, wapp, whatsapp msg'],
  ['INSTAGRAM', 'instagram, insta, ig, instagram ad, insta ad, insta dm'],
  ['FACEBOOK', 'facebook, fb, meta, facebook ad, fb ad'],
  ['GOOGLE', 'google, google search, google ads, google maps, gmb, maps, search, google ad'],
  ['WEBSITE', 'website, web, web site, online, online form, landing page, site'],
  [
    'REFERRAL',
    `
      referral, referred, referred by, reference, ref, refd, friend, word of mouth, wom, neighbour,
      neighbor, relative, sibling, existing member, existing parent, ref by, parent, recomendacion,
      empfehlung, recommandation, through friend, amigo, refer
    `,
  ],
  [
    'SCHOOL_EVENT',
    `
      school event, event, school, fair, mela, camp, workshop, birthday party, party, carnival, open
      day, school visit, summer camp, exhibition, stall
    `,
  ],
  [
    'ADVERTISEMENT',
    `
      advertisement, ad, ads, advert, flyer, flier, pamphlet, leaflet, newspaper, banner, hoarding,
      poster, board, brochure, sms, email campaign, radio, magazine
    `,
  ],
  ['OTHER', 'other, others, misc, unknown, na, n a'],
]);

/** Where a lead came from; words nobody agreed on are OTHER, and kept as detail. */
export function parseSource(text: string): SourceReading {
  const found = longestMeaning(plainWords(text), SOURCES);
  if (!found) return { source: 'OTHER', detail: text.trim() };
  return { source: found.meaning, detail: restOf(text, found.phrase) };
}

function restOf(text: string, phrase: string): string | null {
  const separators = phrase.split(' ').map(escaped).join('[^\\p{L}\\p{N}]+');
  const rest = text.replace(new RegExp(separators, 'iu'), '').replace(/^[\s\-–:,.()/]+|[\s\-–:,()/]+$/gu, '');
  return rest === '' ? null : rest;
}

function escaped(word: string): string {
  return word.replace(/[^\p{L}\p{N}]/gu, '\\$&');
}
