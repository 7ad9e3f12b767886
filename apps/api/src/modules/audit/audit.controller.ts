import { Controller } from '@nestjs/common';
import * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { CurrentActor, Handles, Input } from '../../platform/http/handles.ts';
import { AuditService } from './audit.service.ts';

@Controller()
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Handles(contract.listAuditLog)
  listAuditLog(@Input() { query }: InputOf<typeof contract.listAuditLog>) {
    return this.audit.list(query);
  }

  @Handles(contract.listDeadLetters)
  listDeadLetters(@Input() { query }: InputOf<typeof contract.listDeadLetters>) {
    return this.audit.deadLetters(query);
  }

  @Handles(contract.replayDeadLetter)
  replayDeadLetter(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof contract.replayDeadLetter>) {
    return this.audit.replay(actor, params.id);
  }
}
