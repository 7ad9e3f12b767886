import { ageOn } from '@cartwheel/domain/calendar';
import { splitName } from '@cartwheel/domain/names';
import type { Phone } from '@cartwheel/domain/phone';
import { parsePhone, splitPhones } from '@cartwheel/domain/phone';
import { EMAIL } from './column-content.ts';
import type { ImportField, Relationship } from './fields.ts';
import type { ChildDetails, GuardianDetails } from './records.ts';
import { parseRelationship } from './relationships.ts';
import type { Owner, RowReader } from './row-reader.ts';
import { FIRST_ADULT } from './row-reader.ts';

const ADULT_YEARS = 18;
// Programs that take phones for numbers write '9876543210.0'.
const AFTER_WHOLE_NUMBER = /(?<=^\d{7,15})\.0+$/;
const BETWEEN_NAMES = /\s*(?:&|\/|;|\n|\s(?:and|und|et)\s)\s*/i;
const TITLE = /^(?:mr|mrs|ms|dr|miss|shri|smt)\.?$/i;
const SHORTENED_BY_A_SPREADSHEET = /^\d(?:[.,]\d+)?e\+?\d+$/i;

const ADULTS: readonly Owner[] = [
  FIRST_ADULT,
  { relationship: 'MOTHER', guardian: null },
  { relationship: 'FATHER', guardian: null },
  { relationship: null, guardian: 2 },
];

/** The adults of a row, the one to call first. Phones and e-mails without an owner are the first one's. */
export function readGuardians(reader: RowReader, child: ChildDetails): GuardianDetails[] {
  const named = ADULTS.flatMap((owner) => namedGuardians(reader, owner));
  const unowned = contactOf(reader, FIRST_ADULT);
  const [first, ...others] = named;
  if (first) {
    const otherPhones = [...first.otherPhones, ...unowned.phones];
    const phone = first.phone ?? otherPhones.shift() ?? null;
    return withPrimary([{ ...first, phone, otherPhones, email: first.email ?? unowned.email }, ...others]);
  }
  const [phone = null, ...otherPhones] = unowned.phones;
  if (!phone && !unowned.email) return [];
  const isSelf = (child.ageYears ?? 0) >= ADULT_YEARS || isAdult(child, reader.options.today);
  const name = isSelf ? [child.firstName, child.lastName].filter(Boolean).join(' ') : null;
  const relationship = isSelf ? 'SELF' : (ownRelationship(reader, FIRST_ADULT) ?? 'GUARDIAN');
  return [{ name, relationship, phone, otherPhones, email: unowned.email, isPrimary: true }];
}

function namedGuardians(reader: RowReader, owner: Owner): GuardianDetails[] {
  const names = guardianNames(reader, owner);
  const { phones, email } = owner === FIRST_ADULT ? { phones: [], email: null } : contactOf(reader, owner);
  if (names.length === 0 && phones.length === 0 && email === null) return [];
  const relationship = owner.relationship ?? ownRelationship(reader, owner) ?? 'GUARDIAN';
  const [phone = null, ...otherPhones] = phones;
  const [first = null, ...others] = names;
  return [
    { name: first, relationship, phone, otherPhones, email, isPrimary: false },
    ...others.map((name) => ({ name, relationship: 'GUARDIAN' as const, ...NO_CONTACT })),
  ];
}

const NO_CONTACT = { phone: null, otherPhones: [], email: null, isPrimary: false };

function guardianNames(reader: RowReader, owner: Owner): string[] {
  const whole = textFor(reader, 'guardianName', owner);
  const parts = [textFor(reader, 'guardianFirstName', owner), textFor(reader, 'guardianLastName', owner)];
  const separate = parts.filter((part) => part !== null).join(' ');
  if (separate !== '') return [separate];
  return whole === null ? [] : couple(whole);
}

/** 'Fatima Khan & Sanjay' are Fatima Khan and Sanjay Khan. */
function couple(text: string): string[] {
  const names = text
    .split(BETWEEN_NAMES)
    .map((name) => name.replace(/\s+/g, ' ').trim())
    .filter((name) => name !== '');
  if (names.some((name) => TITLE.test(name))) return [text.replace(/\s+/g, ' ').trim()];
  const family = names.map((name) => splitName(name).lastName).find((lastName) => lastName !== null);
  return names.map((name) => (name.includes(' ') || !family ? name : `${name} ${family}`));
}

interface Contact {
  phones: Phone[];
  email: string | null;
}

function contactOf(reader: RowReader, owner: Owner): Contact {
  const fields = ['phone', 'phone2'] as const;
  const phones = fields.flatMap((field) => phonesIn(reader, field, textFor(reader, field, owner)));
  const different = new Map(phones.map((phone) => [phone.e164, phone]));
  return { phones: [...different.values()], email: emailIn(reader, textFor(reader, 'email', owner)) };
}

function phonesIn(reader: RowReader, field: 'phone' | 'phone2', text: string | null): Phone[] {
  if (text === null) return [];
  if (SHORTENED_BY_A_SPREADSHEET.test(text)) {
    reader.problem(field, 'damaged_phone', 'is a phone number whose last digits a spreadsheet has lost: type it again');
    return [];
  }
  const parts = splitPhones(text.replace(AFTER_WHOLE_NUMBER, '')).map((part) =>
    parsePhone(part, reader.options.country),
  );
  const phones = parts.filter((phone) => phone !== null);
  if (phones.length === 0) reader.problem(field, 'invalid_phone', 'is not a phone number');
  else if (phones.length < parts.length) {
    reader.warn(field, 'unreadable_phone', 'has a part that is not a phone number');
  }
  if (phones.some(({ valid }) => valid === 'POSSIBLE')) {
    reader.warn(field, 'unusual_phone', 'is an unusual phone number: check it');
  }
  return phones;
}

function emailIn(reader: RowReader, text: string | null): string | null {
  const [email] = (text ?? '').split(/[,;\s]+/).filter((part) => EMAIL.test(part));
  if (text !== null && email === undefined) reader.warn('email', 'invalid_email', 'is not an e-mail address');
  return email?.toLowerCase() ?? null;
}

function textFor(reader: RowReader, field: ImportField, owner: Owner): string | null {
  const column = reader.columnOf(field, owner);
  return column ? reader.textOf(column) : null;
}

function ownRelationship(reader: RowReader, owner: Owner): Relationship | null {
  const text = owner === FIRST_ADULT ? reader.text('relationship') : textFor(reader, 'relationship', owner);
  if (text === null) return null;
  const relationship = parseRelationship(text);
  if (!relationship) reader.warn('relationship', 'unknown_relationship', 'is no relationship we know');
  return relationship ?? 'OTHER';
}

function isAdult({ dob }: ChildDetails, today: string): boolean {
  return dob !== null && ageOn(dob, today).years >= ADULT_YEARS;
}

/** Whoever can be reached comes first. */
function withPrimary(guardians: GuardianDetails[]): GuardianDetails[] {
  const reachable = guardians.findIndex(({ phone, email }) => phone !== null || email !== null);
  return guardians.map((guardian, index) => ({ ...guardian, isPrimary: index === Math.max(0, reachable) }));
}
