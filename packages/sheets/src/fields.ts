export const importKinds = ['LEADS', 'STUDENTS'] as const;
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

export const importFields = [
  ...childFields,
  ...guardianFields,
  ...sharedFields,
  ...leadFields,
  ...studentFields,
] as const;
export type ImportField = (typeof importFields)[number];

const everyKind: readonly ImportField[] = [...childFields, ...guardianFields, ...sharedFields];

/** What a file of this kind may be mapped to. */
export const fieldsOf: Record<ImportKind, readonly ImportField[]> = {
  LEADS: [...everyKind, ...leadFields],
  STUDENTS: [...everyKind, ...studentFields],
};

export const dateFields: readonly ImportField[] = [
  'dob',
  'enquiredOn',
  'followUpOn',
  'trialOn',
  'startDate',
  'endDate',
  'paidOn',
];

/** Several columns may feed one of these; their texts are joined. */
export const joinedFields: readonly ImportField[] = ['notes', 'interests', 'medicalNotes', 'school'];

export const relationships = ['MOTHER', 'FATHER', 'GUARDIAN', 'GRANDPARENT', 'SELF', 'OTHER'] as const;
export type Relationship = (typeof relationships)[number];
