import { Controller } from '@nestjs/common';
import * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { CurrentActor, Handles, Input, SeenVersion } from '../../platform/http/handles.ts';
import { ConversionsService } from './conversions.service.ts';
import { EnrollmentChangesService } from './enrollment-changes.service.ts';
import { EnrollmentsService } from './enrollments.service.ts';
import { QuotesService } from './quotes.service.ts';

@Controller()
export class EnrollmentsController {
  constructor(
    private readonly enrollments: EnrollmentsService,
    private readonly conversions: ConversionsService,
    private readonly changes: EnrollmentChangesService,
    private readonly quotes: QuotesService,
  ) {}

  @Handles(contract.createEnrollment)
  createEnrollment(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof contract.createEnrollment>) {
    const { studentId, ...terms } = body;
    return this.conversions.enroll(actor, studentId, terms);
  }

  @Handles(contract.quoteEnrollment)
  quoteEnrollment(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof contract.quoteEnrollment>) {
    return this.quotes.quote(actor, body);
  }

  @Handles(contract.convertLead)
  convertLead(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof contract.convertLead>) {
    return this.conversions.convert(actor, params.id, body);
  }

  @Handles(contract.listEnrollments)
  listEnrollments(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof contract.listEnrollments>) {
    return this.enrollments.list(actor, query);
  }

  @Handles(contract.listStudentEnrollments)
  listStudentEnrollments(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: InputOf<typeof contract.listStudentEnrollments>,
  ) {
    return this.enrollments.ofStudent(actor, params.id, query);
  }

  @Handles(contract.getEnrollment)
  getEnrollment(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof contract.getEnrollment>) {
    return this.enrollments.get(actor, params.id);
  }

  @Handles(contract.changeEnrollment)
  changeEnrollment(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof contract.changeEnrollment>,
    @SeenVersion() seen?: number,
  ) {
    return this.changes.change(actor, params.id, { ...body, seen });
  }

  @Handles(contract.cancelEnrollment)
  cancelEnrollment(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof contract.cancelEnrollment>) {
    return this.changes.cancel(actor, params.id, body.reason);
  }

  @Handles(contract.transferEnrollment)
  transferEnrollment(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof contract.transferEnrollment>,
  ) {
    return this.changes.transfer(actor, params.id, body);
  }
}
