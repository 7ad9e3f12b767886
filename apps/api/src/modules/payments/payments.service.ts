import { Injectable } from '@nestjs/common';
import type { InputOf, Invoice, listPayments, Payment, recordPayment } from '@cartwheel/contracts';
import { Clock } from '../../platform/clock/clock.ts';
import { Events } from '../../platform/events/events.ts';
import { pageOf } from '../../platform/http/paging.ts';
import { found, refuse } from '../../platform/problems/problem.ts';
import { AccountsService, InvoicesService } from '../invoices/index.ts';
import { TimelineService } from '../timeline/index.ts';
import './payments.events.ts';
import { PaymentsRepository } from './payments.repository.ts';
import { wrongMoment } from './payments.rules.ts';

@Injectable()
export class PaymentsService {
  constructor(
    private readonly payments: PaymentsRepository,
    private readonly invoices: InvoicesService,
    private readonly accounts: AccountsService,
    private readonly timeline: TimelineService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Settles what is due; the rest stays as credit on account. `paidAt` is now unless it is told. */
  async record(
    payment: InputOf<typeof recordPayment>['body'],
    at = '',
  ): Promise<{ payment: Payment; invoice: Invoice }> {
    const paidAt = payment.paidAt ? new Date(payment.paidAt) : this.clock.now();
    const wrong = wrongMoment(paidAt, this.clock.now());
    if (wrong) throw refuse(`${at}paidAt`, wrong);
    const { id: invoiceId, studentId, ...invoice } = await this.invoices.target(payment);
    const { amountMinor, method, reference } = payment;
    const id = await this.payments.add({ studentId, invoiceId, amountMinor, method, reference, paidAt });
    await this.accounts.settle(studentId, { id: invoiceId, dueMinor: invoice.totalMinor - invoice.paidMinor }, id);
    await this.timeline.record({
      studentId,
      kind: 'payment.recorded',
      amountMinor,
      details: { paymentId: id, invoiceId, invoiceNumber: invoice.number, method },
    });
    await this.events.publish('payment.recorded', { paymentId: id, invoiceId, studentId });
    return { payment: await this.get(id), invoice: await this.invoices.get(invoiceId) };
  }

  async get(id: string): Promise<Payment> {
    return found(await this.payments.find(id), 'payment');
  }

  async list(query: InputOf<typeof listPayments>['query']) {
    const page = pageOf(await this.payments.list(query), query.limit, (row) => [row.paidAt, row.id]);
    return { ...page, totals: await this.payments.totals(query) };
  }
}
