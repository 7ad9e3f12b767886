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
  async note(payments: readonly (PaymentToWrite & { dueMinor: number })[]): Promise<void> {
    if (payments.length === 0) return;
    const ids = await this.payments.addMany(payments);
    const parts = payments.map(({ invoiceId, amountMinor, dueMinor }, index) => {
      return { paymentId: ids[index]!, invoiceId, amountMinor: Math.min(amountMinor, dueMinor) };
    });
    await this.invoices.settle(parts.filter(({ amountMinor }) => amountMinor > 0));
  }
}
