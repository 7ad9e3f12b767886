import type { PersonRecord } from '@cartwheel/sheets';
import { type ImportedPerson, type PersonToWrite, storedPhone } from '../students/index.ts';
import { type Imported, type ImportContext, OneByOne, type RowToImport } from './import-context.ts';
import type { CenterFacts } from './import-places.repository.ts';
import type { RowReason } from './sheet-request.ts';

/** A child and its family as the students' domain keeps them. */
export function personOf(
  { child, guardians }: Pick<PersonRecord, 'child' | 'guardians'>,
  { country, today }: CenterFacts,
): ImportedPerson {
  const birthYear = child.dob === null && child.ageYears !== null ? Number(today.slice(0, 4)) - child.ageYears : null;
  const others = guardians.flatMap(({ otherPhones }) => otherPhones.map(({ raw }) => raw));
  return {
    child: {
      firstName: child.firstName,
      lastName: child.lastName,
      dob: child.dob,
      birthYear,
      school: child.school,
      interests: child.interests,
      medicalNotes: child.medicalNotes,
      notes: others.length > 0 ? `Other phones: ${others.join(', ')}` : null,
    },
    guardians: guardians.map(({ name, relationship, phone, email, isPrimary }) => ({
      name: name ?? `Parent of ${child.firstName}`,
      relationship,
      phone: storedPhone(phone?.raw, country, 'phone'),
      email,
      isPrimary,
    })),
  };
}

export const peopleOf = (rows: readonly RowToImport[], { center }: ImportContext): ImportedPerson[] =>
  rows.map(({ record }) => personOf(record, center));

type Known = ReadonlyMap<number, { id: string }>;

/** Two rows about the same child follow each other. */
export function assertDifferent(children: Known, rows: number): void {
  if (rows === 1) return;
  const seen = new Set<string>();
  const again = [...children].filter(({ 1: { id } }) => seen.size === seen.add(id).size);
  if (again.length > 0) throw new OneByOne(new Set(again.map(([position]) => position)));
}

export function toWrite(
  people: readonly ImportedPerson[],
  rows: readonly RowToImport[],
  children: Known,
  { fileName }: ImportContext,
): PersonToWrite[] {
  return people.map((person, position) => ({
    person,
    studentId: children.get(position)?.id ?? null,
    origin: { file: fileName, row: rows[position]?.rowNumber },
  }));
}

/** A row that is written down already; it may have said more of the child. */
export function knownBefore(
  studentId: string,
  { leadId, changed, reason }: { leadId: string | null; changed: boolean; reason: RowReason },
): Imported {
  const reasons = changed ? [] : [reason];
  return { outcome: changed ? 'UPDATED' : 'SKIPPED', studentId, leadId, reasons, warnings: [] };
}
