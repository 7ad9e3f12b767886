import type { Weekday } from '../../lib/days.ts';
import type { Body } from '../../lib/operations.ts';

export interface ChildValues {
  /** Names the block on the screen; siblings have their own. */
  key: string;
  firstName: string;
  lastName: string;
  dob: string | null;
  age: string;
  interests: string[];
}

export type PartOfDay = 'MORNING' | 'AFTERNOON' | 'EVENING';
export type Relationship = 'MOTHER' | 'FATHER' | 'GUARDIAN' | 'GRANDPARENT' | 'SELF' | 'OTHER';

/** Where they come from and when they could. */
export interface WishValues {
  source: string;
  days: Weekday[];
  times: PartOfDay[];
  notes: string;
}

export interface IntakeValues extends WishValues {
  phone: string;
  guardianName: string;
  relationship: Relationship;
  email: string;
  children: ChildValues[];
}

export const weekdays = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const;
export const partsOfDay = ['MORNING', 'AFTERNOON', 'EVENING'] as const;
export const relationships = ['MOTHER', 'FATHER', 'GUARDIAN', 'GRANDPARENT', 'SELF', 'OTHER'] as const;

export function emptyChild(key: string): ChildValues {
  return { key, firstName: '', lastName: '', dob: null, age: '', interests: [] };
}

export function emptyIntake(known: { phone: string; name: string }): IntakeValues {
  return {
    phone: known.phone,
    guardianName: known.name,
    relationship: 'MOTHER',
    email: '',
    children: [emptyChild('1')],
    source: '',
    days: [],
    times: [],
    notes: '',
  };
}

/** The next block; the surname is usually the same. */
export function siblingOf(children: readonly ChildValues[]): ChildValues {
  const key = String(Math.max(0, ...children.map((child) => Number(child.key))) + 1);
  return { ...emptyChild(key), lastName: children.at(-1)?.lastName ?? '' };
}

/** `Aarav Kumar Rao` is known as first name Aarav Kumar and last name Rao. */
export function childNamed(key: string, name: string, dob: string | null): ChildValues {
  const words = name.trim().split(/\s+/);
  const lastName = words.length > 1 ? (words.pop() ?? '') : '';
  return { ...emptyChild(key), firstName: words.join(' '), lastName, dob };
}

/** One enquiry per child; what the family said is in each. */
export function leadsIn(values: IntakeValues): { child: string; body: Body<'createLead'> }[] {
  const { phone, email, guardianName, relationship, source, days, times, notes } = values;
  const guardian = {
    name: guardianName,
    relationship,
    isPrimary: true,
    ...(phone.trim() && { phone }),
    ...(email.trim() && { email }),
  };
  return values.children.map((child) => ({
    child: child.key,
    body: {
      child: childBody(child),
      guardians: [guardian],
      source,
      ...(days.length > 0 && { preferredDays: days }),
      ...(times.length > 0 && { preferredTimes: times }),
      ...(notes.trim() && { discoveryNotes: notes }),
    },
  }));
}

function childBody({ firstName, lastName, dob, age, interests }: ChildValues): Body<'createLead'>['child'] {
  const isAgeKnown = !dob && age.trim() !== '';
  return {
    firstName,
    ...(lastName.trim() && { lastName }),
    ...(dob && { dob }),
    ...(isAgeKnown && { ageYears: Number(age) }),
    ...(interests.length > 0 && { interests }),
  };
}
