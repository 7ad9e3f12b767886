import { Controller } from '@nestjs/common';
import * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { CurrentActor, Handles, Input } from '../../platform/http/handles.ts';
import { CheckInsService } from './check-ins.service.ts';
import { DoorLogService } from './door-log.service.ts';
import { PassesService } from './passes.service.ts';

@Controller()
export class CheckInsController {
  constructor(
    private readonly checkIns: CheckInsService,
    private readonly log: DoorLogService,
    private readonly passes: PassesService,
  ) {}

  @Handles(contract.recordCheckIn)
  recordCheckIn(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof contract.recordCheckIn>) {
    return this.checkIns.record(actor, body);
  }

  @Handles(contract.listCheckIns)
  listCheckIns(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof contract.listCheckIns>) {
    return this.log.list(actor, query);
  }

  @Handles(contract.getOccupancy)
  getOccupancy(@CurrentActor() actor: Actor) {
    return this.log.occupancy(actor);
  }

  @Handles(contract.getPass)
  getPass(@CurrentActor() actor: Actor, @Input() { params, query }: InputOf<typeof contract.getPass>) {
    return this.passes.show(actor, params.id, query.format);
  }

  @Handles(contract.reissuePass)
  reissuePass(@Input() { params }: InputOf<typeof contract.reissuePass>) {
    return this.passes.reissue(params.id);
  }

  @Handles(contract.printBatchPasses)
  printBatchPasses(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof contract.printBatchPasses>) {
    return this.passes.printBatch(actor, params.id);
  }
}
