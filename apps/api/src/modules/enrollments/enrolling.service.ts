import { Injectable } from '@nestjs/common';
import type { Enrollment, EnrollmentTerms } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { Events } from '../../platform/events/events.ts';
import { Problem } from '../../platform/problems/problem.ts';
import { CreditsService } from '../credits/index.ts';
import { StudentsService } from '../students/index.ts';
import { TimelineService } from '../timeline/index.ts';
import { type Bill, BillingService } from './billing.service.ts';
import './enrollments.events.ts';
import { EnrollmentsRepository } from './enrollments.repository.ts';
import { EnrollmentsService } from './enrollments.service.ts';
import { PlacesService } from './places.service.ts';
import { type Agreed, TermsService } from './terms.service.ts';

export interface Enrolled extends Bill {
  enrollment: Enrollment;
}

export interface Beginning extends Pick<
  EnrollmentTerms,
  'batchIds' | 'discount' | 'installments' | 'payment' | 'notes'
> {
  agreed: Agreed;
  at: string;
  renewedFromId: string | null;
}

/** Enrolling is one step: everything below happens, or nothing does. */
@Injectable()
export class EnrollingService {
  constructor(
    private readonly enrollments: EnrollmentsRepository,
    private readonly readings: EnrollmentsService,
    private readonly terms: TermsService,
    private readonly places: PlacesService,
    private readonly students: StudentsService,
    private readonly credits: CreditsService,
    private readonly billing: BillingService,
    private readonly timeline: TimelineService,
    private readonly events: Events,
  ) {}

  /** `at` is where the terms stand in the request, for the paths of what is wrong with them. */
  async enroll(actor: Actor, studentId: string, terms: EnrollmentTerms, at = ''): Promise<Enrolled> {
    await this.assertEnrollable(studentId);
    const agreed = await this.terms.agree(actor, terms, at);
    return this.begin(actor, studentId, { ...terms, agreed, at, renewedFromId: null });
  }

  /** As `enroll`, on terms that follow from the enrollment before. */
  async enrollAgain(actor: Actor, studentId: string, beginning: Omit<Beginning, 'at'>): Promise<Enrolled> {
    await this.assertEnrollable(studentId);
    return this.begin(actor, studentId, { ...beginning, at: '' });
  }

  private async begin(actor: Actor, studentId: string, beginning: Beginning): Promise<Enrolled> {
    const { agreed, at, renewedFromId } = beginning;
    await this.giveUpUsedUp(studentId);
    const id = await this.enrollments.add(studentId, agreed, { notes: beginning.notes || null, renewedFromId });
    const span = { from: agreed.startDate, to: agreed.endDate, at };
    await this.places.take({ id, studentId }, { ...agreed, batchIds: beginning.batchIds }, span);
    await this.grantVisits(id, studentId, agreed);
    await this.tell(id, studentId, beginning);
    const bill = await this.billing.bill(actor, { id, studentId, agreed }, beginning);
    return { enrollment: await this.readings.get(actor, id), ...bill };
  }

  private async assertEnrollable(studentId: string): Promise<void> {
    const student = await this.enrollments.lockStudent(studentId);
    if (!student) throw new Problem('reference_not_found', { detail: 'There is no such student' });
    if (student.archived) {
      throw new Problem('invalid_transition', {
        detail: `${student.name} is archived; restore them first`,
        allowed: [],
      });
    }
    await this.students.assertReachable(studentId);
  }

  /** Without visits left an earlier pack gives no right to its places, which are wanted for the new one. */
  private async giveUpUsedUp(studentId: string): Promise<void> {
    for (const { id, today } of await this.enrollments.usedUp(studentId)) {
      await this.places.giveUp(id, today, 'No visits left');
    }
  }

  private async grantVisits(enrollmentId: string, studentId: string, agreed: Agreed): Promise<void> {
    if (!agreed.visitsIncluded) return;
    await this.credits.grant({ studentId, enrollmentId, visits: agreed.visitsIncluded, expiresOn: agreed.endDate });
  }

  private async tell(enrollmentId: string, studentId: string, { agreed, renewedFromId }: Beginning): Promise<void> {
    const { planName, startDate, endDate, priceMinor } = agreed;
    const details = { enrollmentId, planName, startDate, endDate };
    const kind = renewedFromId ? 'enrollment.renewed' : 'enrollment.created';
    await this.timeline.record({ studentId, kind, details, amountMinor: priceMinor });
    await this.events.publish('enrollment.created', { enrollmentId, studentId });
  }
}
