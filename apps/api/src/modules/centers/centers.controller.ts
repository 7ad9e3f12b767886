import { Controller } from '@nestjs/common';
import * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { CurrentActor, Handles, Input, SeenVersion } from '../../platform/http/handles.ts';
import { CentersService } from './centers.service.ts';
import { SettingsService } from './settings.service.ts';

@Controller()
export class CentersController {
  constructor(
    private readonly centers: CentersService,
    private readonly settings: SettingsService,
  ) {}

  @Handles(contract.createCenter)
  createCenter(@Input() { body }: InputOf<typeof contract.createCenter>) {
    return this.centers.open(body);
  }

  @Handles(contract.listCenters)
  listCenters(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof contract.listCenters>) {
    return this.centers.list(actor, query);
  }

  @Handles(contract.getCenter)
  getCenter(@Input() { params }: InputOf<typeof contract.getCenter>) {
    return this.centers.get(params.id);
  }

  @Handles(contract.changeCenter)
  changeCenter(@Input() { params, body }: InputOf<typeof contract.changeCenter>, @SeenVersion() seen?: number) {
    return this.centers.change(params.id, body, seen);
  }

  @Handles(contract.getSettings)
  getSettings() {
    return this.settings.describe();
  }

  @Handles(contract.changeSettings)
  changeSettings(@Input() { body }: InputOf<typeof contract.changeSettings>, @SeenVersion() seen?: number) {
    return this.settings.change(body, seen);
  }
}
