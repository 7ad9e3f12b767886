import { Controller } from '@nestjs/common';
import * as contract from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { CurrentActor, Handles } from '../../platform/http/handles.ts';
import { DashboardService } from './dashboard.service.ts';

@Controller()
export class DashboardController {
  constructor(private readonly dashboard: DashboardService) {}

  @Handles(contract.getDashboard)
  getDashboard(@CurrentActor() actor: Actor) {
    return this.dashboard.today(actor);
  }
}
