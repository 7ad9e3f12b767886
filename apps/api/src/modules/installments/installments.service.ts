import { Injectable } from '@nestjs/common';
import type { Installment, InputOf, listInstallments, Schedule } from '@cartwheel/contracts';
import { fittedTo, sumOf } from '@cartwheel/domain/installments';
import { formatMoney } from '@cartwheel/domain/money';
import type { Actor } from '../../platform/auth/actor.ts';
import { Events } from '../../platform/events/events.ts';
import { pageOf } from '../../platform/http/paging.ts';
import { found, Problem, refuse } from '../../platform/problems/problem.ts';
import { SettingsService } from '../centers/index.ts';
import { TimelineService } from '../timeline/index.ts';
import './installments.events.ts';
import { type Billed, InstallmentsRepository } from './installments.repository.ts';
import { keptOf, wrongSchedule } from './installments.rules.ts';

/** When an invoice falls due, part by part. What is paid of each part, the database keeps: oldest first. */
@Injectable()
export class InstallmentsService {
  constructor(
    private readonly installments: InstallmentsRepository,
    private readonly settings: SettingsService,
    private readonly timeline: TimelineService,
    private readonly events: Events,
  ) {}

  async list(query: InputOf<typeof listInstallments>['query']) {
    const page = pageOf(await this.installments.list(query), query.limit, (row) => [row.dueDate, row.id]);
    return { ...page, open: await this.installments.open(query) };
  }

  of(invoiceId: string): Promise<Installment[]> {
    return this.installments.shown(invoiceId);
  }

  /** The first plan of an invoice: all of it. `at` is where the schedule stands in the request. */
  async plan(actor: Actor, invoiceId: string, parts: Schedule, at = ''): Promise<void> {
    const invoice = found(await this.installments.billed(invoiceId), 'invoice');
    assertAddsUp(actor, parts, { ...invoice, askedMinor: invoice.totalMinor }, at);
    await this.installments.replace(invoiceId, [], parts);
    await this.tell(invoice, parts.length);
  }

  /** What was paid stays as it was; what is still due is asked for on these days instead. */
  async replan(actor: Actor, invoiceId: string, parts: Schedule): Promise<{ items: Installment[] }> {
    await this.installments.lockAccountOf(invoiceId);
    const invoice = found(await this.installments.billed(invoiceId), 'invoice');
    const dueMinor = invoice.totalMinor - invoice.paidMinor;
    if (invoice.isVoid || dueMinor <= 0) {
      const detail = `${invoice.number} is ${invoice.isVoid ? 'void' : 'paid'} already`;
      throw new Problem('invalid_transition', { detail, allowed: [] });
    }
    assertAddsUp(actor, parts, { ...invoice, askedMinor: dueMinor }, '');
    const kept = keptOf(await this.installments.stored(invoiceId));
    const before = invoice.paidMinor - sumOf(kept);
    const paid = before > 0 ? [{ dueDate: invoice.issuedOn, amountMinor: before }] : [];
    await this.installments.replace(invoiceId, kept, [...paid, ...parts]);
    await this.tell(invoice, parts.length);
    return { items: await this.of(invoiceId) };
  }

  /** The invoice costs something else now: what is less comes off the last parts. Its total is written in the same unit. */
  async refit(invoiceId: string, totalMinor: number): Promise<void> {
    const stored = await this.installments.stored(invoiceId);
    if (stored.length > 0) await this.installments.replace(invoiceId, fittedTo(stored, totalMinor), []);
  }

  /** Every night: what is overdue is marked and told once; what falls due soon is told once. Repeating it changes nothing. */
  async lookAhead(): Promise<void> {
    const { installmentReminderDays: days } = (await this.settings.current()).invoices;
    for (const overdue of await this.installments.markOverdue())
      await this.events.publish('installment.overdue', { ...overdue, remind: days !== null });
    if (days === null) return;
    for (const soon of await this.installments.markReminded(days))
      await this.events.publish('installment.falls-due', soon);
  }

  private async tell({ id: invoiceId, number, studentId }: Billed, count: number): Promise<void> {
    const details = { invoiceId, invoiceNumber: number, count };
    await this.timeline.record({ studentId, kind: 'invoice.installments-planned', details });
  }
}

function assertAddsUp(actor: Actor, parts: Schedule, asked: Billed & { askedMinor: number }, at: string): void {
  const wrong = wrongSchedule(parts, asked.today);
  if (wrong) throw refuse(at + wrong.path, wrong.message);
  const difference = asked.askedMinor - sumOf(parts);
  if (difference === 0) return;
  const { currency = '', locale = 'en' } = actor.center ?? {};
  const shown = (amountMinor: number) => formatMoney({ amountMinor, currency }, locale);
  const which = difference > 0 ? 'missing' : 'too much';
  throw new Problem('installments_mismatch', {
    detail: `${shown(Math.abs(difference))} ${which}: the installments come to ${shown(sumOf(parts))}, due is ${shown(asked.askedMinor)}`,
    errors: [
      { path: `${at}installments`, message: `${shown(Math.abs(difference))} ${which}`, code: 'installments_mismatch' },
    ],
  });
}
