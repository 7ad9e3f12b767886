import { Injectable } from '@nestjs/common';
import type { InputOf, Invoice, listInvoices } from '@cartwheel/contracts';
import { financialYear, todayIn } from '@cartwheel/domain/calendar';
import type { Actor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { pageOf } from '../../platform/http/paging.ts';
import { found, Problem } from '../../platform/problems/problem.ts';
import { SettingsService } from '../centers/index.ts';
import { InstallmentsService } from '../installments/index.ts';
import { AccountsService } from './accounts.service.ts';
import { InvoicesReadings } from './invoice-readings.repository.ts';
import { type InvoiceState, InvoicesRepository } from './invoices.repository.ts';
import { chargesOf, type InvoiceDraft, numberOf } from './invoices.rules.ts';

/** What is owed. Callers that change money have locked the student's account before. */
@Injectable()
export class InvoicesService {
  constructor(
    private readonly invoices: InvoicesRepository,
    private readonly readings: InvoicesReadings,
    private readonly accounts: AccountsService,
    private readonly installments: InstallmentsService,
    private readonly settings: SettingsService,
    private readonly clock: Clock,
  ) {}

  async list(query: InputOf<typeof listInvoices>['query']) {
    return pageOf(await this.readings.list(query), query.limit, (row) => [row.createdAt, row.id]);
  }

  async get(id: string): Promise<Invoice> {
    const invoice = found(await this.readings.find(id), 'invoice');
    return { ...invoice, installments: await this.installments.of(id) };
  }

  /** Issues an invoice under the next number and lets credit on account settle what it can. Answers its id. */
  async issue(actor: Actor, draft: InvoiceDraft): Promise<string> {
    const { invoices: set } = await this.settings.current();
    const today = todayIn(actor.center?.timezone ?? 'UTC', this.clock.now());
    const year = financialYear(today, set.financialYearStartMonth).label;
    const subtotal = draft.lines.reduce((sum, line) => sum + line.priceMinor, 0);
    const { taxName, taxBasisPoints } = set;
    const charges = { ...chargesOf(subtotal, 0, taxBasisPoints), taxName, taxBasisPoints };
    await this.accounts.lock(draft.studentId);
    const sequence = await this.invoices.nextSequence(set.prefix, year);
    const number = numberOf(set.prefix, year, sequence);
    const id = await this.invoices.add(draft, { series: set.prefix, financialYear: year, sequence, number }, charges);
    await this.accounts.settle(draft.studentId, { id, dueMinor: charges.totalMinor });
    return id;
  }

  /**
   * The invoice that a payment or a discount names, directly or through its enrollment, with the student's account locked.
   * Refuses with reference_not_found, or invalid_transition when it is void.
   */
  async target(named: { invoiceId?: string | undefined; enrollmentId?: string | undefined }): Promise<InvoiceState> {
    const seen = await this.named(named);
    if (!seen) throw new Problem('reference_not_found', { detail: 'There is no such invoice' });
    await this.accounts.lock(seen.studentId);
    const invoice = found(await this.named(named), 'invoice');
    if (invoice.isVoid) throw new Problem('invalid_transition', { detail: `${invoice.number} is void`, allowed: [] });
    return invoice;
  }

  /** With a new sum of discounts. What was paid beyond the new total becomes credit on account; the last installments shrink. */
  async reprice(invoice: InvoiceState, discountMinor: number): Promise<void> {
    const charges = chargesOf(invoice.subtotalMinor, discountMinor, invoice.taxBasisPoints);
    await this.accounts.release(invoice.id, Math.max(0, invoice.paidMinor - charges.totalMinor));
    await this.installments.refit(invoice.id, charges.totalMinor);
    await this.invoices.setCharges(invoice.id, charges);
  }

  /** Credit on account that had settled it goes back to the account; money that came for it stands in the way. */
  async void(id: string, reason: string): Promise<Invoice> {
    const seen = found(await this.invoices.find(id), 'invoice');
    await this.accounts.lock(seen.studentId);
    const invoice = found(await this.invoices.find(id), 'invoice');
    if (invoice.isVoid) throw new Problem('invalid_transition', { detail: 'It is void already', allowed: [] });
    if (await this.invoices.hasPayments(id)) {
      throw new Problem('invalid_transition', { detail: 'Void or refund its payments first', allowed: [] });
    }
    await this.accounts.release(id, invoice.paidMinor);
    await this.invoices.void(id, reason);
    return this.get(id);
  }

  private named({ invoiceId, enrollmentId }: { invoiceId?: string | undefined; enrollmentId?: string | undefined }) {
    return enrollmentId ? this.invoices.ofEnrollment(enrollmentId) : this.invoices.find(invoiceId ?? '');
  }
}
