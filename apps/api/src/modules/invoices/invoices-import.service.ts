import { Injectable } from '@nestjs/common';
import { financialYear } from '@cartwheel/domain/calendar';
import { AccountsRepository } from './accounts.repository.ts';
import { type InvoiceIssuedElsewhere, InvoicesImportRepository } from './invoices-import.repository.ts';
import { InvoicesRepository } from './invoices.repository.ts';

/** A series of its own: taking an import back leaves no gap in the center's. */
const SERIES = 'IMP';

export interface ImportedInvoice extends InvoiceIssuedElsewhere {
  subtotalMinor: number;
  discountMinor: number;
  financialYearStartMonth: number;
}

/** What was owed elsewhere, as it was written down: whatever tax there was is in the price. */
@Injectable()
export class InvoicesImportService {
  constructor(
    private readonly imported: InvoicesImportRepository,
    private readonly invoices: InvoicesRepository,
    private readonly accounts: AccountsRepository,
  ) {}

  async issue({ subtotalMinor, discountMinor, financialYearStartMonth, ...invoice }: ImportedInvoice): Promise<string> {
    const { label } = financialYear(invoice.issuedOn, financialYearStartMonth);
    const sequence = await this.invoices.nextSequence(SERIES, label);
    // The year comes last, so that no prefix a center may choose ever gives the same number.
    const number = `${SERIES}/${String(sequence).padStart(4, '0')}/${label}`;
    const charges = { subtotalMinor, discountMinor, taxMinor: 0, totalMinor: subtotalMinor - discountMinor };
    return this.imported.add(invoice, { series: SERIES, financialYear: label, sequence, number }, charges);
  }

  /** Lets a payment settle its invoice. */
  settle(paymentId: string, invoiceId: string, amountMinor: number): Promise<void> {
    return this.accounts.allocate(paymentId, invoiceId, amountMinor);
  }
}
