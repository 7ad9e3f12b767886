import { Injectable } from '@nestjs/common';
import { AccountsRepository } from './accounts.repository.ts';
import { takeFrom } from './invoices.rules.ts';

/**
 * Which money settles what. What of a payment settles nothing is credit on account. Money of one student moves one
 * step at a time: every change begins with `lock`, and reads after it.
 */
@Injectable()
export class AccountsService {
  constructor(private readonly accounts: AccountsRepository) {}

  lock(studentId: string): Promise<void> {
    return this.accounts.lock(studentId);
  }

  /** Lets the student's free money settle an invoice, the oldest first, or only that of one payment. */
  async settle(studentId: string, invoice: { id: string; dueMinor: number }, paymentId?: string): Promise<void> {
    if (invoice.dueMinor <= 0) return;
    const free = await this.accounts.freeParts(studentId, paymentId);
    for (const part of takeFrom(free, invoice.dueMinor)) {
      await this.accounts.allocate(part.id, invoice.id, part.amountMinor);
    }
  }

  /** Takes an amount of what settles an invoice back to the account, the newest money first. */
  async release(invoiceId: string, amountMinor: number): Promise<void> {
    for (const part of takeFrom(await this.accounts.partsOfInvoice(invoiceId), amountMinor)) {
      await this.accounts.reallocate(part.id, invoiceId, part.leftMinor);
    }
  }

  /** Makes an amount of a payment free, for it goes back: first what settles nothing, then from the newest invoice. */
  async free(paymentId: string, amountMinor: number): Promise<void> {
    const idle = await this.accounts.freeOf(paymentId);
    for (const part of takeFrom(await this.accounts.partsOfPayment(paymentId), amountMinor - idle)) {
      await this.accounts.reallocate(paymentId, part.id, part.leftMinor);
    }
  }
}
