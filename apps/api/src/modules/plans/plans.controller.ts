import { Controller } from '@nestjs/common';
import * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { CurrentActor, Handles, Input, SeenVersion } from '../../platform/http/handles.ts';
import { PlansService } from './plans.service.ts';

@Controller()
export class PlansController {
  constructor(private readonly plans: PlansService) {}

  @Handles(contract.createPlan)
  createPlan(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof contract.createPlan>) {
    return this.plans.create(actor, body);
  }

  @Handles(contract.listPlans)
  listPlans(@Input() { query }: InputOf<typeof contract.listPlans>) {
    return this.plans.list(query);
  }

  @Handles(contract.changePlan)
  changePlan(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof contract.changePlan>,
    @SeenVersion() seen?: number,
  ) {
    return this.plans.change(actor, params.id, { ...body, seen });
  }
}
