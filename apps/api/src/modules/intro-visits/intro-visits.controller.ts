import { Controller } from '@nestjs/common';
import * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { CurrentActor, Handles, Input, SeenVersion } from '../../platform/http/handles.ts';
import { IntroVisitsService } from './intro-visits.service.ts';
import { SchedulingService } from './scheduling.service.ts';

@Controller()
export class IntroVisitsController {
  constructor(
    private readonly visits: IntroVisitsService,
    private readonly scheduling: SchedulingService,
  ) {}

  @Handles(contract.scheduleIntroVisit)
  scheduleIntroVisit(@Input() { body }: InputOf<typeof contract.scheduleIntroVisit>) {
    return this.scheduling.schedule(body);
  }

  @Handles(contract.listIntroVisits)
  listIntroVisits(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof contract.listIntroVisits>) {
    return this.visits.list(actor, query);
  }

  @Handles(contract.changeIntroVisit)
  changeIntroVisit(@Input() { params, body }: InputOf<typeof contract.changeIntroVisit>, @SeenVersion() seen?: number) {
    return this.scheduling.change(params.id, body, seen);
  }
}
