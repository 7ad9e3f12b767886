import type { Lead } from '@cartwheel/contracts';
import type { Body } from '../../lib/operations.ts';
import type { ChildValues, WishValues } from './intake-values.ts';
import type { Correction } from './queries-acts.ts';

/** What was taken down at discovery, as the form shows it. */
export interface Discovery {
  child: ChildValues;
  school: string;
  wishes: WishValues;
}

export function discoveryOf(lead: Lead): Discovery {
  const { student } = lead;
  return {
    child: {
      key: student.id,
      firstName: student.firstName,
      lastName: student.lastName ?? '',
      dob: student.dob,
      age: student.ageIsApproximate && student.ageYears !== null ? String(student.ageYears) : '',
      interests: student.interests,
    },
    school: student.school ?? '',
    wishes: {
      source: lead.source,
      days: lead.preferredDays,
      times: lead.preferredTimes,
      notes: lead.discoveryNotes ?? '',
    },
  };
}

/** Only what differs: what somebody else changed meanwhile stays theirs. */
export function correctionOf(before: Discovery, after: Discovery): Correction {
  return {
    child: changed(childBody(before), childBody(after)),
    discovery: changed(wishBody(before.wishes), wishBody(after.wishes)),
  };
}

function childBody({ child, school }: Discovery): Body<'changeStudent'> {
  return {
    firstName: child.firstName.trim(),
    lastName: child.lastName.trim() || null,
    dob: child.dob,
    ageYears: !child.dob && child.age.trim() ? Number(child.age) : null,
    school: school.trim() || null,
    interests: child.interests,
  };
}

function wishBody({ source, days, times, notes }: WishValues): Body<'changeLead'> {
  return { source, preferredDays: days, preferredTimes: times, discoveryNotes: notes.trim() || null };
}

function changed<Fields extends object>(before: Fields, after: Fields): Partial<Fields> | null {
  const was = new Map<string, unknown>(Object.entries(before));
  const entries = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(was.get(name)),
  );
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the entries are those of `after`, some left out
  return entries.length > 0 ? (Object.fromEntries(entries) as Partial<Fields>) : null;
}
