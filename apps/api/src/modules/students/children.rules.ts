import type { changeStudent, createStudent, InputOf } from '@cartwheel/contracts';
import { refuse } from '../../platform/problems/problem.ts';
import type { StudentFields } from './students.repository.ts';

export type NewChild = Omit<InputOf<typeof createStudent>['body'], 'guardians'>;
export type ChildChange = InputOf<typeof changeStudent>['body'];

const EARLIEST_DOB = '1900-01-01';

export function newFields(child: NewChild, today: string, path = ''): StudentFields {
  return {
    firstName: child.firstName,
    lastName: child.lastName || null,
    ...born(child, today, path),
    school: child.school || null,
    interests: child.interests ?? [],
    notes: child.notes || null,
    medicalNotes: child.medicalNotes || null,
  };
}

/** What the request named, and nothing else. */
export function changedFields(change: ChildChange, today: string): Partial<StudentFields> {
  const { firstName, lastName, dob, ageYears, school, interests, notes, medicalNotes } = change;
  return {
    ...(firstName !== undefined && { firstName }),
    ...(lastName !== undefined && { lastName: lastName || null }),
    ...((dob !== undefined || typeof ageYears === 'number') && born(change, today, '')),
    ...(school !== undefined && { school: school || null }),
    ...(interests !== undefined && { interests }),
    ...(notes !== undefined && { notes: notes || null }),
    ...(medicalNotes !== undefined && { medicalNotes: medicalNotes || null }),
  };
}

/** A birthday wins over an age that was told. */
function born({ dob, ageYears }: ChildChange, today: string, path: string) {
  if (dob && (dob > today || dob < EARLIEST_DOB)) throw refuse(`${path}dob`, 'Nobody was born on that day');
  if (dob) return { dob, birthYear: null };
  return { dob: null, birthYear: typeof ageYears === 'number' ? Number(today.slice(0, 4)) - ageYears : null };
}
