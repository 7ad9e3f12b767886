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

  /** Numbered within each financial year in their order. Answers their ids, in their order. */
  async issue(invoices: readonly ImportedInvoice[]): Promise<string[]> {
    const labels = invoices.map((one) => financialYear(one.issuedOn, one.financialYearStartMonth).label);
    const next = new Map<string, number>();
    for (const label of [...new Set(labels)].toSorted()) {
      const count = labels.filter((one) => one === label).length;
      next.set(label, await this.invoices.nextSequence(SERIES, label, count));
    }
    const numbered = invoices.map(({ financialYearStartMonth: _month, ...invoice }, index) => {
      const label = labels[index]!;
      const sequence = next.get(label)!;
      next.set(label, sequence + 1);
      // The year comes last, so that no prefix a center may choose ever gives the same number.
      const number = `${SERIES}/${String(sequence).padStart(4, '0')}/${label}`;
      const totalMinor = invoice.subtotalMinor - invoice.discountMinor;
      return { ...invoice, series: SERIES, financialYear: label, sequence, number, taxMinor: 0, totalMinor };
    });
    return this.imported.add(numbered);
  }

  /** Lets payments settle their invoices. */
  settle(parts: readonly { paymentId: string; invoiceId: string; amountMinor: number }[]): Promise<void> {
    return this.accounts.allocateMany(parts);
  }
}
