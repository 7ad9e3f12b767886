import type { ImportField, ImportKind } from './fields.ts';
import { fieldsOf } from './fields.ts';
import type { HeaderAttribute } from './header-words.ts';
import type { HeaderMeaning } from './headers.ts';

/** What a header may mean, the likeliest first; the cells below it decide. */
const CANDIDATES: Record<Exclude<HeaderAttribute, 'name' | 'firstName' | 'lastName'>, readonly ImportField[]> = {
  dob: ['dob', 'ageYears'],
  age: ['ageYears', 'dob'],
  school: ['school'],
  contact: ['phone', 'email', 'guardianName'],
  phone: ['phone'],
  otherPhone: ['phone2'],
  email: ['email'],
  relationship: ['relationship'],
  source: ['source', 'reference'],
  status: ['status', 'mark', 'level'],
  deadReason: ['deadReason', 'notes'],
  notes: ['notes'],
  interests: ['interests'],
  days: ['daysSelected', 'preferredDays'],
  times: ['preferredTimes'],
  date: ['enquiredOn', 'startDate', 'paidOn', 'attendedOn', 'assessedOn'],
  enquiredOn: ['enquiredOn', 'startDate', 'notes'],
  followUpOn: ['followUpOn', 'notes'],
  trial: ['trialOn', 'trialAttended', 'status'],
  trialAttended: ['trialAttended', 'trialOn', 'visitsUsed', 'status', 'mark'],
  assignedTo: ['assignedTo'],
  plan: ['plan', 'interests'],
  joined: ['startDate', 'enquiredOn', 'status'],
  startDate: ['startDate'],
  endDate: ['endDate'],
  visitsIncluded: ['visitsIncluded', 'plan'],
  visitsUsed: ['visitsUsed'],
  batch: ['batch', 'interests'],
  fees: ['fees'],
  discount: ['discount'],
  paymentMethod: ['paymentMethod'],
  // In an enquiry register 'Reference' is who sent them.
  reference: ['reference', 'source'],
  paid: ['paidOn', 'amountPaid'],
  medicalNotes: ['medicalNotes'],
  mark: ['mark'],
  skill: ['skill'],
  level: ['level'],
  attendedOn: ['attendedOn', 'assessedOn'],
  unsupported: [],
  system: [],
};

const NAMES = {
  name: { child: 'childName', guardian: 'guardianName' },
  firstName: { child: 'childFirstName', guardian: 'guardianFirstName' },
  lastName: { child: 'childLastName', guardian: 'guardianLastName' },
} as const;

/** A bare 'Name' is the child's, unless another column names the child. */
export function candidatesFor(
  { attribute, person }: HeaderMeaning,
  kind: ImportKind,
  hasChildName: boolean,
): ImportField[] {
  if (attribute === 'name' || attribute === 'firstName' || attribute === 'lastName') {
    const isChild = person === 'CHILD' || (person === null && !hasChildName);
    return [NAMES[attribute][isChild ? 'child' : 'guardian']];
  }
  const fields = allowed(CANDIDATES[attribute], kind);
  // Where a plan or a batch can be had, it is no mere interest.
  return fields.length > 1 ? fields.filter((field) => field !== 'interests') : fields;
}

const UNMISTAKABLE: readonly ImportField[] = [
  'email',
  'phone',
  'daysSelected',
  'preferredDays',
  'plan',
  'paymentMethod',
];
const OF_NAMELESS_COLUMNS: readonly ImportField[] = ['status', 'dob', 'childName', 'guardianName'];

/** What cells alone can show. Names and dates only count where the sheet has no header at all. */
export function candidatesWithoutHeader(kind: ImportKind, isNameless: boolean): ImportField[] {
  return allowed(isNameless ? [...UNMISTAKABLE, ...OF_NAMELESS_COLUMNS] : UNMISTAKABLE, kind);
}

function allowed(fields: readonly ImportField[], kind: ImportKind): ImportField[] {
  return fields.filter((field) => fieldsOf[kind].includes(field));
}
