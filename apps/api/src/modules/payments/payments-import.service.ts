import { Injectable } from '@nestjs/common';
import { InvoicesImportService } from '../invoices/index.ts';
import { type PaymentToWrite, PaymentsRepository } from './payments.repository.ts';

@Injectable()
export class PaymentsImportService {
  constructor(
    private readonly payments: PaymentsRepository,
    private readonly invoices: InvoicesImportService,
  ) {}

  /** Money that came elsewhere settles its invoice; what is beyond it is credit on account. Nobody is sent a receipt. */
  async note(payment: PaymentToWrite, dueMinor: number): Promise<void> {
    const id = await this.payments.add(payment);
    const settled = Math.min(payment.amountMinor, dueMinor);
    if (settled > 0) await this.invoices.settle(id, payment.invoiceId, settled);
  }
}
