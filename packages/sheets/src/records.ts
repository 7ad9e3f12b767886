import type { LocalDate, Weekday } from '@cartwheel/domain/calendar';
import type { Phone } from '@cartwheel/domain/phone';
import type { DiscountReading } from './discounts.ts';
import type { ImportField, Relationship } from './fields.ts';
import type { Level, MarkStatus } from './mark-words.ts';
import type { PaymentMethod } from './payment-methods.ts';
import type { PlanType } from './plans.ts';
import type { LeadSource } from './sources.ts';
import type { DeadReason, LeadStatus } from './lead-statuses.ts';

export interface ChildDetails {
  /** Empty only in a row with the problem `missing_name`. */
  firstName: string;
  lastName: string | null;
  dob: LocalDate | null;
  /** Only where no date of birth is known. */
  ageYears: number | null;
  school: string | null;
  interests: string[];
  medicalNotes: string | null;
}

export interface GuardianDetails {
  /** Null where the file gives a phone or an e-mail without saying whose. */
  name: string | null;
  relationship: Relationship;
  phone: Phone | null;
  /** Further numbers of the same person. */
  otherPhones: Phone[];
  email: string | null;
  isPrimary: boolean;
}

export interface PersonRecord {
  child: ChildDetails;
  guardians: GuardianDetails[];
  source: LeadSource | null;
  /** 'Mrs Rao' of 'Ref - Mrs Rao'. */
  sourceDetail: string | null;
  notes: string | null;
  preferredDays: Weekday[];
  preferredTimes: string | null;
  /** As written: the caller knows its staff. */
  assignedTo: string | null;
}

export interface LeadRecord extends PersonRecord {
  status: LeadStatus;
  /** Set exactly for a dead lead. */
  deadReason: DeadReason | null;
  enquiredOn: LocalDate | null;
  followUpOn: LocalDate | null;
  trialOn: LocalDate | null;
  trialAttended: boolean | null;
}

export interface PaymentDetails {
  amountMinor: number | null;
  method: PaymentMethod | null;
  reference: string | null;
  paidOn: LocalDate | null;
}

export interface StudentRecord extends PersonRecord {
  /** As written ('Active', 'On hold'). */
  status: string | null;
  /** As written: the caller may know it by this name in its price list. */
  plan: string | null;
  planType: PlanType | null;
  startDate: LocalDate | null;
  endDate: LocalDate | null;
  visitsIncluded: number | null;
  visitsUsed: number | null;
  daysSelected: Weekday[];
  /** As written: the caller knows its batches. */
  batch: string | null;
  /** Before the discount, in minor units of the center's currency; what was paid where no price is given. */
  feesMinor: number | null;
  discount: DiscountReading | null;
  /** Null where the file says nothing of a payment. The amount is null where it says only how. */
  payment: PaymentDetails | null;
}

/** As the file tells of a child that should be known. */
export interface KnownChildRecord {
  child: ChildDetails;
  guardians: GuardianDetails[];
  /** As written: the caller knows its batches. */
  batch: string | null;
  notes: string | null;
}

export interface MarkRecord extends KnownChildRecord {
  /** Empty only in a row with a problem. */
  attendedOn: LocalDate;
  mark: MarkStatus;
}

export interface SkillRecord extends KnownChildRecord {
  /** As written: the caller knows its curricula. */
  skill: string;
  level: Level;
  assessedOn: LocalDate | null;
}

export const rowProblemCodes = [
  'missing_name',
  'name_too_long',
  'cell_too_long',
  'formula_error',
  'not_a_date',
  'impossible_date',
  'two_digit_year',
  'ambiguous_date',
  'date_too_early',
  'date_too_late',
  'invalid_age',
  'invalid_phone',
  'damaged_phone',
  'invalid_amount',
  'invalid_discount',
  'invalid_count',
  'ends_before_start',
  'missing_date',
  'unknown_mark',
  'missing_skill',
  'unknown_level',
] as const;
export type RowProblemCode = (typeof rowProblemCodes)[number];

export const rowWarningCodes = [
  'missing_phone',
  'unusual_phone',
  'unreadable_phone',
  'invalid_email',
  'several_children',
  'unknown_status',
  'unknown_plan',
  'unknown_days',
  'unknown_payment_method',
  'unknown_relationship',
  'unknown_answer',
  'missing_plan',
  'missing_start_date',
  'unclear_discount',
  'more_visits_used',
  'repeated_row',
  'nothing_to_import',
] as const;
export type RowWarningCode = (typeof rowWarningCodes)[number];

export interface RowNote<Code> {
  /** Null for what concerns the whole row. */
  field: ImportField | null;
  code: Code;
  /** A sentence with the row, the header and the cell as written. */
  message: string;
}

export interface RowPlace {
  sheet: string;
  /** As the spreadsheet shows it, from 1. */
  rowNumber: number;
  /** Which child of a row with several, from 1; null where a row is one child. */
  child: number | null;
}

export interface InterpretedRow extends RowPlace {
  /** Which of the cells of a row in a register or a grid, as a column of the sheet; null where a row is one thing. */
  column: number | null;
  /** ERROR cannot be imported, SKIP need not be: it repeats an earlier row, or says nothing. */
  outcome: 'OK' | 'ERROR' | 'SKIP';
  problems: RowNote<RowProblemCode>[];
  warnings: RowNote<RowWarningCode>[];
  /** The earlier row about the same child and, for students, the same enrollment. */
  repeatOf: RowPlace | null;
  /** The earlier row about the same child with another enrollment. */
  sameChildAs: RowPlace | null;
  /** As far as it could be read, in rows with problems too. Null for the other kind. */
  lead: LeadRecord | null;
  student: StudentRecord | null;
  mark: MarkRecord | null;
  skill: SkillRecord | null;
}
