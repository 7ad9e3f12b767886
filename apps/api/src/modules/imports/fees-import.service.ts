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
  async add({ studentId, enrollmentId, record }: Enrolled, context: ImportContext): Promise<void> {
    if (record.feesMinor === null) return;
    const { financialYearStartMonth, fileName } = context;
    const subtotalMinor = record.feesMinor;
    const discountMinor = worthOf(record.discount, subtotalMinor);
    const invoiceId = await this.invoices.issue({
      studentId,
      enrollmentId,
      issuedOn: pastDay([record.payment?.paidOn, record.startDate], context),
      description: [record.plan ?? 'Fees', record.startDate, record.endDate].filter(Boolean).join(', '),
      subtotalMinor,
      discountMinor,
      financialYearStartMonth,
    });
    if (record.discount && discountMinor > 0) {
      const { type } = record.discount;
      const value = record.discount.type === 'PERCENT' ? record.discount.basisPoints : discountMinor;
      await this.discounts.note({ invoiceId, type, value, amountMinor: discountMinor, reason: `As in ${fileName}` });
    }
    await this.addPayment({ studentId, invoiceId, dueMinor: subtotalMinor - discountMinor }, record, context);
  }

  /** A way of paying without an amount means that all of it was paid. */
  private async addPayment(
    { studentId, invoiceId, dueMinor }: { studentId: string; invoiceId: string; dueMinor: number },
    { payment, startDate }: StudentRecord,
    context: ImportContext,
  ): Promise<void> {
    const amountMinor = payment && (payment.amountMinor ?? dueMinor);
    if (!payment || !amountMinor) return;
    const day = pastDay([payment.paidOn, startDate], context);
    const noon = new Date(instantOf(day, '12:00', context.center.timezone).instant);
    const paidAt = noon > this.clock.now() ? this.clock.now() : noon;
    const { method, reference } = payment;
    await this.payments.note(
      { studentId, invoiceId, amountMinor, method: method ?? 'OTHER', reference, paidAt },
      dueMinor,
    );
  }
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
