import { minorDigits, parseMoney } from '@cartwheel/domain/money';
import { parseCount } from './cell-readings.ts';
import type { DiscountReading } from './discounts.ts';
import { parseDiscount } from './discounts.ts';
import type { ImportField } from './fields.ts';
import { parsePaymentMethod } from './payment-methods.ts';
import { readDays, readPerson, withKeptTexts } from './person-record.ts';
import type { PlanReading } from './plans.ts';
import { parsePlan } from './plans.ts';
import type { PaymentDetails, StudentRecord } from './records.ts';
import type { RowReader } from './row-reader.ts';

const LIMITS = { notBefore: '1990-01-01', notAfter: '2099-12-31' };

export function readStudent(reader: RowReader): StudentRecord {
  const person = readPerson(reader);
  const plan = readPlan(reader);
  const period = readPeriod(reader, plan);
  const amountPaid = readAmount(reader, 'amountPaid');
  const record = {
    ...person,
    ...period,
    status: reader.text('status'),
    plan: reader.text('plan'),
    planType: plan?.planType ?? null,
    ...readVisits(reader, plan),
    daysSelected: readDays(reader, 'daysSelected'),
    batch: reader.text('batch'),
    feesMinor: readAmount(reader, 'fees') ?? amountPaid,
    discount: readDiscount(reader),
    payment: readPayment(reader, amountPaid),
  };
  return withKeptTexts(record, reader);
}

function readPlan(reader: RowReader): PlanReading | null {
  const text = reader.text('plan');
  const isExpected = reader.columns.some(({ field }) => field === 'plan');
  if (text === null && isExpected) reader.warn(null, 'missing_plan', 'has no plan');
  const plan = text === null ? null : parsePlan(text);
  if (text !== null && !plan) {
    reader.warn('plan', 'unknown_plan', 'is no plan we know: say which one it means');
  }
  return plan;
}

function readPeriod(reader: RowReader, plan: PlanReading | null): Pick<StudentRecord, 'startDate' | 'endDate'> {
  const startDate = reader.date('startDate', LIMITS);
  const endDate = reader.date('endDate', LIMITS);
  if (plan && reader.filled('startDate').length === 0) {
    reader.warn(null, 'missing_start_date', 'has no start date');
  }
  if (startDate && endDate && endDate < startDate) {
    reader.problem('endDate', 'ends_before_start', `is before the start on ${startDate}`);
  }
  return { startDate, endDate };
}

function readVisits(reader: RowReader, plan: PlanReading | null): Pick<StudentRecord, 'visitsIncluded' | 'visitsUsed'> {
  const visitsIncluded = readCount(reader, 'visitsIncluded') ?? plan?.visits ?? null;
  const visitsUsed = readCount(reader, 'visitsUsed');
  if (visitsIncluded !== null && visitsUsed !== null && visitsUsed > visitsIncluded) {
    reader.warn('visitsUsed', 'more_visits_used', `is more than the ${visitsIncluded} visits of the plan`);
  }
  return { visitsIncluded, visitsUsed };
}

function readCount(reader: RowReader, field: ImportField): number | null {
  const text = reader.text(field);
  if (text === null) return null;
  const count = parseCount(text);
  if (count === null) reader.problem(field, 'invalid_count', 'is not a number of visits');
  return count;
}

function readAmount(reader: RowReader, field: 'fees' | 'amountPaid'): number | null {
  const { currency, decimal } = reader.options;
  const text = reader.text(field);
  if (text === null) return null;
  const { kind, number } = reader.cell(field);
  // A workbook's number is no text: it has a point, and what a formula left behind the last decimal.
  const amount =
    kind === 'NUMBER' && number !== undefined
      ? parseMoney(number.toFixed(minorDigits(currency)), currency, '.')
      : parseMoney(text, currency, decimal);
  if (amount !== null && amount >= 0) return amount;
  reader.problem(field, 'invalid_amount', `is not an amount in ${currency}`);
  return null;
}

function readDiscount(reader: RowReader): DiscountReading | null {
  const text = reader.text('discount');
  if (text === null || /^0+(?:[.,]0+)?\s*%?$/.test(text)) return null;
  const { currency, decimal } = reader.options;
  const percent = /%|percent/i.test(reader.columnOf('discount')?.header ?? '');
  const discount = parseDiscount(text, { currency, decimal, percent });
  if (!discount) reader.problem('discount', 'invalid_discount', 'is neither an amount nor a percentage');
  if (discount?.type === 'FLAT' && /^\d{1,2}$|^100$/.test(text)) {
    reader.warn('discount', 'unclear_discount', `is taken as an amount in ${currency}: write % for a percentage`);
  }
  return discount;
}

function readPayment(reader: RowReader, amountMinor: number | null): PaymentDetails | null {
  const written = reader.text('paymentMethod');
  const reference = reader.text('reference');
  const paidOn = reader.date('paidOn', LIMITS);
  if ([amountMinor, written, reference, paidOn].every((part) => part === null)) return null;
  const method = written === null ? null : parsePaymentMethod(written);
  if (written !== null && !method) {
    reader.warn('paymentMethod', 'unknown_payment_method', 'is no way of paying we know; it counts as other');
  }
  return { amountMinor, method: written === null ? null : (method ?? 'OTHER'), reference, paidOn };
}
