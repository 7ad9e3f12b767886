import { Injectable } from '@nestjs/common';
import type { convertLead, EnrollmentTerms, InputOf } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { LeadsService } from '../leads/index.ts';
import { StudentsService } from '../students/index.ts';
import { EnrollingService, type Enrolled } from './enrolling.service.ts';

/** An enquiry becomes a student with a plan: guardian, enrollment and all that comes with it, and the lead's last step. */
@Injectable()
export class ConversionsService {
  constructor(
    private readonly leads: LeadsService,
    private readonly students: StudentsService,
    private readonly enrolling: EnrollingService,
  ) {}

  async convert(actor: Actor, leadId: string, { guardian, enrollment }: InputOf<typeof convertLead>['body']) {
    const { studentId } = await this.leads.assertConvertible(leadId);
    if (guardian) await this.students.addGuardian(actor, studentId, guardian);
    const enrolled = await this.enrolling.enroll(actor, studentId, enrollment, 'enrollment.');
    await this.leads.markEnrolled(leadId);
    const student = await this.students.get(actor, studentId);
    return { lead: await this.leads.getLead(actor, leadId), student, ...enrolled };
  }

  /** A student who walks in and buys wins the open enquiry there may be. */
  async enroll(actor: Actor, studentId: string, terms: EnrollmentTerms): Promise<Enrolled> {
    const leadId = await this.leads.findOpenOf(studentId);
    if (leadId) await this.leads.assertConvertible(leadId);
    const enrolled = await this.enrolling.enroll(actor, studentId, terms);
    if (leadId) await this.leads.markEnrolled(leadId);
    return enrolled;
  }
}
