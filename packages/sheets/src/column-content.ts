import { parsePhone, splitPhones } from '@cartwheel/domain/phone';
import { parseMoney } from '@cartwheel/domain/money';
import { parseAge, parseYesNo } from './cell-readings.ts';
import { parseDate } from './dates.ts';
import { parseDiscount } from './discounts.ts';
import type { ImportField } from './fields.ts';
import { parseLevel, parseMark } from './mark-words.ts';
import { parsePaymentMethod } from './payment-methods.ts';
import { parsePlan } from './plans.ts';
import { parseRelationship } from './relationships.ts';
import { parseSource } from './sources.ts';
import { parseStatus } from './statuses.ts';
import { parseWeekdays } from './weekdays.ts';
import type { Cell } from './workbook.ts';

export interface Place {
  /** ISO, two letters. */
  country: string;
  currency: string;
  /** What may head a column of levels. */
  skillNames?: readonly string[];
}

const EXAMINED_CELLS = 200;
export const EMAIL = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]{2,}$/;
const NAME = /^[\p{L}\p{M}][\p{L}\p{M}\s.'’&/,()-]*$/u;

type Test = (cell: Cell, place: Place) => boolean;

const isDate: Test = (cell) =>
  cell.kind === 'DATE' || 'date' in parseDate(cell, 'DMY') || 'date' in parseDate(cell, 'MDY');
const isPhone: Test = ({ text }, { country }) =>
  splitPhones(text).some((part) => parsePhone(part, country) !== null) || /^\d(?:\.\d+)?e\+\d+$/i.test(text);
const isMoney: Test = ({ text }, { currency }) => parseMoney(text, currency) !== null;
const isCount: Test = ({ text }) => /^\d{1,3}$/.test(text.trim());
const isYesNo: Test = ({ text }) => parseYesNo(text) !== null;
const isName: Test = ({ text }) => text.length <= 80 && NAME.test(text.trim());

/** Fields whose cells have a recognisable shape. The others hold any text. */
const TESTS: Partial<Record<ImportField, Test>> = {
  childName: isName,
  childFirstName: isName,
  guardianName: isName,
  dob: (cell, place) => isDate(cell, place) || parseAge(cell.text) !== null,
  ageYears: ({ text }) => parseAge(text) !== null,
  phone: isPhone,
  phone2: isPhone,
  email: ({ text }) => EMAIL.test(text.trim()),
  relationship: ({ text }) => parseRelationship(text) !== null,
  source: ({ text }) => parseSource(text).source !== 'OTHER',
  status: ({ text }) => parseStatus(text) !== null,
  preferredDays: ({ text }) => parseWeekdays(text) !== null,
  daysSelected: ({ text }) => parseWeekdays(text) !== null,
  enquiredOn: isDate,
  followUpOn: isDate,
  trialOn: isDate,
  trialAttended: isYesNo,
  plan: ({ text }) => parsePlan(text) !== null,
  startDate: isDate,
  endDate: isDate,
  paidOn: isDate,
  attendedOn: isDate,
  assessedOn: isDate,
  mark: ({ text }) => parseMark(text) !== null,
  level: ({ text }) => parseLevel(text) !== null,
  visitsIncluded: isCount,
  visitsUsed: isCount,
  fees: isMoney,
  amountPaid: isMoney,
  reference: ({ text }) => /\d/.test(text),
  discount: ({ text }, { currency }) => parseDiscount(text, { currency }) !== null,
  paymentMethod: ({ text }) => parsePaymentMethod(text) !== null,
};

/** A column that has another shape than these cannot be mapped to them. */
export const strictFields: readonly ImportField[] = [
  ...(['dob', 'ageYears', 'phone', 'phone2', 'email', 'enquiredOn', 'followUpOn', 'trialOn'] as const),
  ...([
    'startDate',
    'endDate',
    'paidOn',
    'fees',
    'amountPaid',
    'visitsIncluded',
    'visitsUsed',
    'trialAttended',
  ] as const),
];

/** The share of a column's filled cells, 0 to 1, that a field could hold; null when nothing tells. */
export function contentShare(cells: readonly Cell[], field: ImportField, place: Place): number | null {
  const test = TESTS[field];
  if (!test || cells.length === 0) return null;
  const examined = cells.slice(0, EXAMINED_CELLS);
  return examined.filter((cell) => test(cell, place)).length / examined.length;
}
