export const importKinds = ['LEADS', 'STUDENTS', 'ATTENDANCE', 'SKILLS'] as const;
export type ImportKind = (typeof importKinds)[number];

/** What a column about the child can be. With several children in a row, each has its own. */
export const childFields = [
  'childName',
  'childFirstName',
  'childLastName',
  'dob',
  'ageYears',
  'school',
  'interests',
  'medicalNotes',
] as const;

export const guardianFields = [
  'guardianName',
  'guardianFirstName',
  'guardianLastName',
  'phone',
  'phone2',
  'email',
  'relationship',
] as const;

const sharedFields = ['source', 'status', 'notes', 'preferredDays', 'preferredTimes', 'assignedTo'] as const;

const leadFields = ['enquiredOn', 'followUpOn', 'trialOn', 'trialAttended', 'deadReason'] as const;

const studentFields = [
  'plan',
  'startDate',
  'endDate',
  'visitsIncluded',
  'visitsUsed',
  'daysSelected',
  'batch',
  'fees',
  'amountPaid',
  'discount',
  'paymentMethod',
  'reference',
  'paidOn',
] as const;

const markFields = ['attendedOn', 'mark'] as const;
const skillFields = ['skill', 'level', 'assessedOn'] as const;

export const importFields = [
  ...childFields,
  ...guardianFields,
  ...sharedFields,
  ...leadFields,
  ...studentFields,
  ...markFields,
  ...skillFields,
] as const;
export type ImportField = (typeof importFields)[number];

const everyKind: readonly ImportField[] = [...childFields, ...guardianFields, ...sharedFields];

/** By what a child that is known is found again. */
const knownChild: readonly ImportField[] = [
  ...(['childName', 'childFirstName', 'childLastName', 'dob'] as const),
  ...(['phone', 'phone2', 'email', 'batch'] as const),
];

/** What a file of this kind may be mapped to. */
export const fieldsOf: Record<ImportKind, readonly ImportField[]> = {
  LEADS: [...everyKind, ...leadFields],
  STUDENTS: [...everyKind, ...studentFields],
  ATTENDANCE: [...knownChild, ...markFields, 'notes'],
  SKILLS: [...knownChild, ...skillFields, 'notes'],
};

export const dateFields: readonly ImportField[] = [
  'dob',
  'enquiredOn',
  'followUpOn',
  'trialOn',
  'startDate',
  'endDate',
  'paidOn',
  'attendedOn',
  'assessedOn',
];

/** Several columns may feed one of these; their texts are joined. */
export const joinedFields: readonly ImportField[] = ['notes', 'interests', 'medicalNotes', 'school'];

/** A table may have a column of these for each day or each skill; the header says which. */
export const gridFields: Partial<Record<ImportKind, ImportField>> = { ATTENDANCE: 'mark', SKILLS: 'level' };

export const relationships = ['MOTHER', 'FATHER', 'GUARDIAN', 'GRANDPARENT', 'SELF', 'OTHER'] as const;
export type Relationship = (typeof relationships)[number];
