import { Injectable } from '@nestjs/common';
import { instantOf } from '@cartwheel/domain/calendar';
import { percentOf } from '@cartwheel/domain/money';
import type { DiscountReading, StudentRecord } from '@cartwheel/sheets';
import { Clock } from '../../platform/clock/clock.ts';
import { DiscountsImportService } from '../discounts/index.ts';
import { InvoicesImportService } from '../invoices/index.ts';
import { PaymentsImportService } from '../payments/index.ts';
import type { ImportContext } from './import-context.ts';

interface Enrolled {
  studentId: string;
  enrollmentId: string | null;
  record: StudentRecord;
}

@Injectable()
export class FeesImportService {
  constructor(
    private readonly invoices: InvoicesImportService,
    private readonly discounts: DiscountsImportService,
    private readonly payments: PaymentsImportService,
    private readonly clock: Clock,
  ) {}

  /** What the file says of money: a price with its discount, and what was paid of it. Says it nothing, nothing is owed. */
  async add(enrolled: readonly Enrolled[], context: ImportContext): Promise<void> {
    const owed = enrolled.flatMap((one) => {
      const { feesMinor: subtotalMinor, discount } = one.record;
      return subtotalMinor === null ? [] : [{ ...one, subtotalMinor, discountMinor: worthOf(discount, subtotalMinor) }];
    });
    if (owed.length === 0) return;
    const ids = await this.invoices.issue(owed.map((one) => invoiceOf(one, context)));
    const billed = owed.map((one, index) => ({ ...one, invoiceId: ids[index]! }));
    await this.discounts.note(billed.flatMap((one) => discountOf(one, context)));
    await this.payments.note(billed.flatMap((one) => this.paymentOf(one, context)));
  }

  /** A way of paying without an amount means that all of it was paid. */
  private paymentOf({ studentId, invoiceId, record, subtotalMinor, discountMinor }: Billed, context: ImportContext) {
    const { payment, startDate } = record;
    const dueMinor = subtotalMinor - discountMinor;
    const amountMinor = payment && (payment.amountMinor ?? dueMinor);
    if (!payment || !amountMinor) return [];
    const day = pastDay([payment.paidOn, startDate], context);
    const noon = new Date(instantOf(day, '12:00', context.center.timezone).instant);
    const paidAt = noon > this.clock.now() ? this.clock.now() : noon;
    const { method, reference } = payment;
    return [{ studentId, invoiceId, amountMinor, method: method ?? 'OTHER', reference, paidAt, dueMinor }];
  }
}

interface Owed extends Enrolled {
  subtotalMinor: number;
  discountMinor: number;
}

interface Billed extends Owed {
  invoiceId: string;
}

function invoiceOf({ record, ...owed }: Owed, context: ImportContext) {
  const { studentId, enrollmentId, subtotalMinor, discountMinor } = owed;
  return {
    studentId,
    enrollmentId,
    subtotalMinor,
    discountMinor,
    issuedOn: pastDay([record.payment?.paidOn, record.startDate], context),
    description: [record.plan ?? 'Fees', record.startDate, record.endDate].filter(Boolean).join(', '),
    financialYearStartMonth: context.financialYearStartMonth,
  };
}

function discountOf({ invoiceId, record: { discount }, discountMinor }: Billed, { fileName }: ImportContext) {
  if (!discount || discountMinor === 0) return [];
  const value = discount.type === 'PERCENT' ? discount.basisPoints : discountMinor;
  return [{ invoiceId, type: discount.type, value, amountMinor: discountMinor, reason: `As in ${fileName}` }];
}

function worthOf(discount: DiscountReading | null, subtotalMinor: number): number {
  if (!discount) return 0;
  const worth = discount.type === 'PERCENT' ? percentOf(subtotalMinor, discount.basisPoints) : discount.amountMinor;
  return Math.min(worth, subtotalMinor);
}

/** The first day that is told, at the latest today. */
function pastDay(days: (string | null | undefined)[], { center }: ImportContext): string {
  const told = days.find((day) => typeof day === 'string') ?? center.today;
  return told < center.today ? told : center.today;
}
