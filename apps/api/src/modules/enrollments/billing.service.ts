import { Injectable } from '@nestjs/common';
import type { EnrollmentTerms, Invoice, Payment } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { DiscountsService } from '../discounts/index.ts';
import { InstallmentsService } from '../installments/index.ts';
import { InvoicesService } from '../invoices/index.ts';
import { PaymentsService } from '../payments/index.ts';
import { lineOf } from './enrollments.rules.ts';
import type { Agreed } from './terms.service.ts';

export interface Bill {
  invoice: Invoice;
  payment: Payment | null;
}

/** What a new enrollment costs, less a discount, when it falls due, and the first payment on it. */
@Injectable()
export class BillingService {
  constructor(
    private readonly invoices: InvoicesService,
    private readonly discounts: DiscountsService,
    private readonly installments: InstallmentsService,
    private readonly payments: PaymentsService,
  ) {}

  /** Comes last in a unit: until it ends, nobody else in the center is given an invoice number. */
  async bill(
    actor: Actor,
    { id, studentId, agreed }: { id: string; studentId: string; agreed: Agreed },
    {
      discount,
      installments,
      payment,
      at,
    }: Pick<EnrollmentTerms, 'discount' | 'installments' | 'payment'> & { at: string },
  ): Promise<Bill> {
    const description = lineOf(agreed, actor.center?.locale ?? 'en');
    const lines = [{ description, priceMinor: agreed.priceMinor }];
    const invoiceId = await this.invoices.issue(actor, { studentId, enrollmentId: id, lines });
    if (discount) await this.discounts.request(actor, { ...discount, invoiceId });
    if (installments) await this.installments.plan(actor, invoiceId, installments, at);
    if (!payment) return { invoice: await this.invoices.get(invoiceId), payment: null };
    return this.payments.record({ ...payment, invoiceId }, `${at}payment.`);
  }
}
