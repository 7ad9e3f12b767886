import { Controller } from '@nestjs/common';
import * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { CurrentActor, Handles, Input } from '../../platform/http/handles.ts';
import { HqService } from './hq.service.ts';

@Controller()
export class HqController {
  constructor(private readonly hq: HqService) {}

  @Handles(contract.getHqDashboard)
  getHqDashboard(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof contract.getHqDashboard>) {
    return this.hq.dashboard(actor, query);
  }
}
