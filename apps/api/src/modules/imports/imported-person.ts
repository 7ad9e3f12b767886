import type { PersonRecord } from '@cartwheel/sheets';
import { type ImportedPerson, storedPhone } from '../students/index.ts';
import type { CenterFacts } from './import-places.repository.ts';

/** A child and its family as the students' domain keeps them. */
export function personOf({ child, guardians }: PersonRecord, { country, today }: CenterFacts): ImportedPerson {
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
