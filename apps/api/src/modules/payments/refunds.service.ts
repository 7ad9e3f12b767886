import { Injectable } from '@nestjs/common';
import type { InputOf, Invoice, Payment, refundPayment } from '@cartwheel/contracts';
import { Clock } from '../../platform/clock/clock.ts';
import { found, Problem } from '../../platform/problems/problem.ts';
import { AccountsService, InvoicesService } from '../invoices/index.ts';
import { TimelineService } from '../timeline/index.ts';
import { PaymentsRepository } from './payments.repository.ts';
import { notRefundable, notVoidable, type PaymentState } from './payments.rules.ts';

/** Money that goes back, and money that never came. */
@Injectable()
export class RefundsService {
  constructor(
    private readonly payments: PaymentsRepository,
    private readonly invoices: InvoicesService,
    private readonly accounts: AccountsService,
    private readonly timeline: TimelineService,
    private readonly clock: Clock,
  ) {}

  /** Gives back at most what came and has not gone back; its invoice is due again by what no longer settles it. */
  async refund(id: string, refund: InputOf<typeof refundPayment>['body']) {
    const payment = await this.locked(id);
    const problem = notRefundable(payment);
    if (problem) throw new Problem('invalid_transition', { detail: problem, allowed: [] });
    if (refund.amountMinor > payment.amountMinor - payment.refundedMinor) {
      throw new Problem('amount_too_high', { detail: 'More than was paid cannot be refunded' });
    }
    await this.accounts.free(id, refund.amountMinor);
    const refundId = await this.payments.add({
      ...refund,
      studentId: payment.studentId,
      invoiceId: payment.invoiceId,
      amountMinor: -refund.amountMinor,
      method: refund.method ?? payment.method,
      paidAt: this.clock.now(),
      refundsPaymentId: id,
    });
    await this.tell('payment.refunded', payment, refundId, { amountMinor: refund.amountMinor, text: refund.reason });
    return this.answer(refundId, payment.invoiceId);
  }

  /** It was recorded by mistake: what it settled is due again. Voiding a refund lets the payment count again. */
  async void(id: string, reason: string) {
    const payment = await this.locked(id);
    const problem = notVoidable(payment);
    if (problem) throw new Problem('invalid_transition', { detail: problem, allowed: [] });
    if (payment.amountMinor > 0) await this.accounts.free(id, payment.amountMinor);
    await this.payments.void(id, reason);
    if (payment.amountMinor < 0) await this.settleAgain(id, payment);
    await this.tell('payment.voided', payment, id, { amountMinor: payment.amountMinor, text: reason });
    return this.answer(id, payment.invoiceId);
  }

  private async settleAgain(refundId: string, { studentId, invoiceId }: PaymentState): Promise<void> {
    const invoice = await this.invoices.get(invoiceId);
    const original = await this.payments.originalOf(refundId);
    await this.accounts.settle(studentId, { id: invoiceId, dueMinor: invoice.due.amountMinor }, original);
  }

  private async locked(id: string): Promise<PaymentState> {
    const seen = found(await this.payments.state(id), 'payment');
    await this.accounts.lock(seen.studentId);
    return found(await this.payments.state(id), 'payment');
  }

  private async tell(
    kind: string,
    payment: PaymentState,
    paymentId: string,
    what: { amountMinor: number; text: string },
  ) {
    const details = { paymentId, invoiceId: payment.invoiceId, method: payment.method };
    await this.timeline.record({ studentId: payment.studentId, kind, ...what, details });
  }

  private async answer(id: string, invoiceId: string): Promise<{ payment: Payment; invoice: Invoice }> {
    return { payment: found(await this.payments.find(id), 'payment'), invoice: await this.invoices.get(invoiceId) };
  }
}
