import { Controller } from '@nestjs/common';
import * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { CurrentActor, Handles, Input } from '../../platform/http/handles.ts';
import { FreezesService } from './freezes.service.ts';

@Controller()
export class FreezesController {
  constructor(private readonly freezes: FreezesService) {}

  @Handles(contract.freezeEnrollment)
  freezeEnrollment(
    @CurrentActor() actor: Actor,
    @Input() { params, query, body }: InputOf<typeof contract.freezeEnrollment>,
  ) {
    return this.freezes.freeze(actor, params.id, { ...body, preview: query.preview ?? false });
  }

  @Handles(contract.endFreeze)
  endFreeze(@CurrentActor() actor: Actor, @Input() { params, query }: InputOf<typeof contract.endFreeze>) {
    return this.freezes.end(actor, { ...params, preview: query.preview ?? false });
  }
}
