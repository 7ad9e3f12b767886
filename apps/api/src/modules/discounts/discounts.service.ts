import { Injectable } from '@nestjs/common';
import type { Discount, InputOf, Invoice, listDiscounts, requestDiscount } from '@cartwheel/contracts';
import { type Actor, may } from '../../platform/auth/actor.ts';
import { Events } from '../../platform/events/events.ts';
import { pageOf } from '../../platform/http/paging.ts';
import { found, Problem } from '../../platform/problems/problem.ts';
import { SettingsService } from '../centers/index.ts';
import { InvoicesService } from '../invoices/index.ts';
import { TimelineService } from '../timeline/index.ts';
import './discounts.events.ts';
import { DiscountsRepository } from './discounts.repository.ts';
import { type DiscountTerms, needsApproval, storedValue, worthOf } from './discounts.rules.ts';

/** Discounts are asked for and decided. What is pending or rejected never touches the invoice. */
@Injectable()
export class DiscountsService {
  constructor(
    private readonly discounts: DiscountsRepository,
    private readonly invoices: InvoicesService,
    private readonly settings: SettingsService,
    private readonly timeline: TimelineService,
    private readonly events: Events,
  ) {}

  /** Applies at once where the actor may approve or it is below the threshold; otherwise it waits. */
  async request(actor: Actor, request: InputOf<typeof requestDiscount>['body']) {
    const invoice = await this.invoices.target(request);
    const amountMinor = worthOf(request, invoice.subtotalMinor);
    assertRoom(amountMinor, invoice);
    const approved = !(await this.mustWait(actor, request, invoice));
    const id = await this.discounts.add(
      { invoiceId: invoice.id, type: request.type, value: storedValue(request), amountMinor, reason: request.reason },
      approved,
    );
    if (approved) await this.invoices.reprice(invoice, invoice.discountMinor + amountMinor);
    await this.tell('discount.requested', id, invoice, { amountMinor, text: request.reason });
    if (approved) await this.decided(id, 'APPROVED', invoice, { amountMinor });
    else await this.events.publish('discount.requested', { discountId: id });
    return this.answer(id, invoice.id);
  }

  /** Whether somebody else has to decide about such a discount. */
  async mustWait(actor: Actor, terms: DiscountTerms, invoice: { subtotalMinor: number; discountMinor: number }) {
    if (may(actor, 'discounts:approve')) return false;
    const { discounts } = await this.settings.current();
    const worth = worthOf(terms, invoice.subtotalMinor);
    return needsApproval(worth, invoice.discountMinor, discounts.approvalThresholdMinor);
  }

  async list(query: InputOf<typeof listDiscounts>['query']) {
    return pageOf(await this.discounts.list(query), query.limit, (row) => [row.requestedAt, row.id]);
  }

  /** The invoice asks for less at once; what was paid beyond that becomes credit on account. */
  async approve(id: string) {
    const { invoice, amountMinor } = await this.waiting(id);
    assertRoom(amountMinor, invoice);
    await this.discounts.decide(id, 'APPROVED', null);
    await this.invoices.reprice(invoice, invoice.discountMinor + amountMinor);
    await this.decided(id, 'APPROVED', invoice, { amountMinor });
    return this.answer(id, invoice.id);
  }

  async reject(id: string, reason: string) {
    const { invoice, amountMinor } = await this.waiting(id);
    await this.discounts.decide(id, 'REJECTED', reason);
    await this.decided(id, 'REJECTED', invoice, { amountMinor, text: reason });
    return this.answer(id, invoice.id);
  }

  private async waiting(id: string) {
    const seen = found(await this.discounts.state(id), 'discount');
    const invoice = await this.invoices.target({ invoiceId: seen.invoiceId });
    const { status, amountMinor } = found(await this.discounts.state(id), 'discount');
    if (status !== 'PENDING') {
      throw new Problem('invalid_transition', { detail: `It was ${status.toLowerCase()} already`, allowed: [] });
    }
    return { invoice, amountMinor };
  }

  private async decided(id: string, status: 'APPROVED' | 'REJECTED', invoice: Target, what: What): Promise<void> {
    await this.tell(status === 'APPROVED' ? 'discount.approved' : 'discount.rejected', id, invoice, what);
    await this.events.publish('discount.decided', { discountId: id, status });
  }

  private async tell(kind: string, discountId: string, invoice: Target, what: What): Promise<void> {
    const details = { discountId, invoiceId: invoice.id, invoiceNumber: invoice.number };
    await this.timeline.record({ studentId: invoice.studentId, kind, details, ...what });
  }

  private async answer(id: string, invoiceId: string): Promise<{ discount: Discount; invoice: Invoice }> {
    return { discount: found(await this.discounts.find(id), 'discount'), invoice: await this.invoices.get(invoiceId) };
  }
}

interface Target {
  id: string;
  number: string;
  studentId: string;
}

interface What {
  amountMinor: number;
  text?: string;
}

function assertRoom(amountMinor: number, invoice: { subtotalMinor: number; discountMinor: number }): void {
  if (amountMinor <= invoice.subtotalMinor - invoice.discountMinor) return;
  throw new Problem('amount_too_high', { detail: 'The discounts would be more than the invoice itself' });
}
