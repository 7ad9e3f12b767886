import { Controller } from '@nestjs/common';
import * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { CurrentActor, Handles, Input } from '../../platform/http/handles.ts';
import { RenewingService } from '../enrollments/index.ts';
import { RenewalActsService } from './renewal-acts.service.ts';
import { RenewalFiguresService } from './renewal-figures.service.ts';
import { RenewalsService } from './renewals.service.ts';

@Controller()
export class RenewalsController {
  constructor(
    private readonly renewals: RenewalsService,
    private readonly figures: RenewalFiguresService,
    private readonly acts: RenewalActsService,
    private readonly renewing: RenewingService,
  ) {}

  @Handles(contract.listExpiring)
  listExpiring(@Input() { query }: InputOf<typeof contract.listExpiring>) {
    return this.renewals.expiring(query);
  }

  @Handles(contract.listRenewals)
  listRenewals(@Input() { query }: InputOf<typeof contract.listRenewals>) {
    return this.renewals.list(query);
  }

  @Handles(contract.getRenewalSummary)
  getRenewalSummary(@Input() { query }: InputOf<typeof contract.getRenewalSummary>) {
    return this.figures.summary(query);
  }

  @Handles(contract.getRenewal)
  getRenewal(@Input() { params }: InputOf<typeof contract.getRenewal>) {
    return this.renewals.get(params.enrollmentId);
  }

  @Handles(contract.renewEnrollment)
  renewEnrollment(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof contract.renewEnrollment>) {
    return this.acts.renew(actor, params.id, body);
  }

  @Handles(contract.renewLatest)
  renewLatest(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof contract.renewLatest>) {
    return this.acts.renewLatest(actor, params.studentId, body);
  }

  @Handles(contract.quoteRenewal)
  quoteRenewal(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof contract.quoteRenewal>) {
    return this.renewing.quote(actor, params.id, body);
  }

  @Handles(contract.logRenewalContact)
  logRenewalContact(@Input() { params, body }: InputOf<typeof contract.logRenewalContact>) {
    return this.acts.logContact(params.enrollmentId, body);
  }

  @Handles(contract.loseRenewal)
  loseRenewal(@Input() { params, body }: InputOf<typeof contract.loseRenewal>) {
    return this.acts.lose(params.enrollmentId, body);
  }

  @Handles(contract.reopenRenewal)
  reopenRenewal(@Input() { params }: InputOf<typeof contract.reopenRenewal>) {
    return this.acts.reopen(params.enrollmentId);
  }

  @Handles(contract.assignRenewals)
  assignRenewals(@Input() { body }: InputOf<typeof contract.assignRenewals>) {
    return this.acts.assign(body);
  }
}
