import { Injectable } from '@nestjs/common';
import type { InputOf, quoteRenewal, renewEnrollment } from '@cartwheel/contracts';
import { compareDates } from '@cartwheel/domain/calendar';
import type { Actor } from '../../platform/auth/actor.ts';
import { found, Problem, refuse } from '../../platform/problems/problem.ts';
import { EnrollingService, type Enrolled } from './enrolling.service.ts';
import { EnrollmentsRepository } from './enrollments.repository.ts';
import { PlacesService } from './places.service.ts';
import { QuotesService } from './quotes.service.ts';
import { type OldEnrollment, RenewingRepository } from './renewing.repository.ts';
import { renewalStart, wrongRenewalStart } from './renewing.rules.ts';
import { type Agreed, TermsService } from './terms.service.ts';

type Wanted = Omit<InputOf<typeof renewEnrollment>['body'], 'installments' | 'payment'>;

/** Enrolling again: plan, classes, days and price list entry are those of before, unless something else is asked for. */
@Injectable()
export class RenewingService {
  constructor(
    private readonly renewing: RenewingRepository,
    private readonly enrollments: EnrollmentsRepository,
    private readonly terms: TermsService,
    private readonly places: PlacesService,
    private readonly enrolling: EnrollingService,
    private readonly quotes: QuotesService,
  ) {}

  /** Everything of enrolling, or nothing. Refuses with duplicate where it has a successor already. */
  async renew(actor: Actor, id: string, wanted: InputOf<typeof renewEnrollment>['body']): Promise<Enrolled> {
    const { studentId } = found(await this.renewing.find(id), 'enrollment');
    await this.enrollments.lockStudent(studentId);
    const old = await this.renewable(id);
    const agreed = await this.agree(actor, old, wanted);
    await this.handOver(old, agreed.startDate);
    const batchIds = batchesOf(old, wanted);
    const { discount, installments, payment } = wanted;
    const terms = { agreed, batchIds, discount, installments, payment, renewedFromId: id };
    return this.enrolling.enrollAgain(actor, studentId, terms);
  }

  async quote(actor: Actor, id: string, wanted: InputOf<typeof quoteRenewal>['body']) {
    const old = await this.renewable(id);
    const agreed = await this.agree(actor, old, wanted);
    const batchIds = batchesOf(old, wanted);
    const { studentId } = old;
    const quote = await this.quotes.quoteAgreed(actor, { ...agreed, studentId, batchIds, discount: wanted.discount });
    const { planId, planName, startDate, daysSelected } = agreed;
    const overlaps = quote.overlaps.filter(({ enrollmentId }) => enrollmentId !== id);
    return { ...quote, overlaps, planId, planName, startDate, batchIds, daysSelected };
  }

  /** Of a student who was never enrolled there is nothing to renew. */
  async latestOf(studentId: string): Promise<string> {
    const id = await this.renewing.latestOf(studentId);
    if (id) return id;
    throw new Problem('invalid_transition', { detail: 'There is no plan to renew', allowed: [] });
  }

  private async renewable(id: string): Promise<OldEnrollment> {
    const old = found(await this.renewing.find(id), 'enrollment');
    if (old.isCancelled) {
      throw new Problem('invalid_transition', { detail: 'A cancelled enrollment is not renewed', allowed: [] });
    }
    if (old.successorId) {
      throw new Problem('duplicate', { existingId: old.successorId, detail: 'It has been renewed already' });
    }
    return old;
  }

  private async agree(actor: Actor, old: OldEnrollment, wanted: Wanted): Promise<Agreed> {
    const startDate = wanted.startDate ?? renewalStart(old);
    const wrong = wrongRenewalStart(startDate, old);
    if (wrong) throw refuse('startDate', wrong);
    const { endDate, planId } = wanted;
    const daysSelected = wanted.daysSelected ?? old.daysSelected;
    if (daysSelected.length === 0) throw refuse('daysSelected', 'Choose the days');
    return this.terms.agreeAgain(actor, old, { startDate, endDate, planId, daysSelected });
  }

  /** From the day on which the new one begins the old one has no places: nobody sits on two. */
  private async handOver(old: OldEnrollment, startDate: string): Promise<void> {
    if (old.endDate && compareDates(old.endDate, startDate) < 0) return;
    await this.places.giveUp(old.id, startDate, 'Renewed');
  }
}

function batchesOf(old: OldEnrollment, { batchIds = old.batchIds }: Wanted): string[] {
  if (batchIds.length === 0) throw refuse('batchIds', 'Choose a class');
  return batchIds;
}
