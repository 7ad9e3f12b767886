import { addMonths } from '@cartwheel/domain/calendar';
import { splitName } from '@cartwheel/domain/names';
import { parseAge } from './cell-readings.ts';
import type { ChildDetails } from './records.ts';
import type { RowReader } from './row-reader.ts';

const LONGEST_NAME = 120;
const OLDEST_YEARS = 100;
const SEVERAL_NAMES = /\s(?:&|and|und|y|et)\s|\s\/\s|\n/i;

export function readChild(reader: RowReader): ChildDetails {
  return {
    ...readName(reader),
    ...readAge(reader),
    school: reader.joined('school', ', '),
    interests: interestsIn(reader.joined('interests', ', ')),
    medicalNotes: reader.joined('medicalNotes', '\n'),
  };
}

function readName(reader: RowReader): Pick<ChildDetails, 'firstName' | 'lastName'> {
  const whole = reader.text('childName');
  const first = reader.text('childFirstName');
  const last = reader.text('childLastName');
  // 'First name' and 'Last name' are surer than a 'Name' beside them.
  const name = first ? { firstName: tidy(first), lastName: last && tidy(last) } : splitName(whole ?? last ?? '');
  if (name.firstName === '') reader.problem(null, 'missing_name', 'has no name of a child');
  if (`${name.firstName} ${name.lastName ?? ''}`.length > LONGEST_NAME) {
    reader.problem(first ? 'childFirstName' : 'childName', 'name_too_long', 'is too long for a name');
  }
  if (whole && !first && SEVERAL_NAMES.test(whole)) {
    reader.warn('childName', 'several_children', 'looks like several children: give each a row');
  }
  return whole && !first && !last ? name : { ...name, lastName: name.lastName ?? (last && tidy(last)) };
}

function readAge(reader: RowReader): Pick<ChildDetails, 'dob' | 'ageYears'> {
  const written = reader.text('dob');
  const ageInDob = written === null ? null : parseAge(written);
  const dob = written === null || ageInDob !== null ? null : readDob(reader);
  return { dob, ageYears: dob ? null : (ageInDob ?? readYears(reader)) };
}

function readDob(reader: RowReader) {
  const { today } = reader.options;
  const notBefore = addMonths(today, -12 * OLDEST_YEARS);
  return reader.date('dob', { fourDigitYear: true, notBefore, notAfter: today });
}

function readYears(reader: RowReader): number | null {
  const written = reader.text('ageYears');
  if (written === null) return null;
  const years = parseAge(written);
  if (years === null) reader.problem('ageYears', 'invalid_age', 'is not an age');
  return years;
}

function interestsIn(text: string | null): string[] {
  return (text ?? '')
    .split(/[,;/\n]/)
    .map((interest) => interest.trim())
    .filter((interest) => interest !== '');
}

function tidy(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}
