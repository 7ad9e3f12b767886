import { Controller } from '@nestjs/common';
import * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { CurrentActor, Handles, Input } from '../../platform/http/handles.ts';
import { ClosuresService } from './closures.service.ts';

@Controller()
export class ClosuresController {
  constructor(private readonly closures: ClosuresService) {}

  @Handles(contract.listClosures)
  listClosures(@CurrentActor() actor: Actor, @Input() { params, query }: InputOf<typeof contract.listClosures>) {
    return this.closures.list(actor, params.id, query);
  }

  @Handles(contract.addClosure)
  addClosure(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof contract.addClosure>) {
    return this.closures.add(actor, params.id, body);
  }

  @Handles(contract.removeClosure)
  removeClosure(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof contract.removeClosure>) {
    return this.closures.remove(actor, params.id, params.closureId);
  }
}
