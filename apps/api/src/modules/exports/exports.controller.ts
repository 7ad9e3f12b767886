import { Controller } from '@nestjs/common';
import * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { CurrentActor, Handles, Input } from '../../platform/http/handles.ts';
import { ExportsService } from './exports.service.ts';

@Controller()
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Handles(contract.exportRows)
  exportRows(@CurrentActor() actor: Actor, @Input() { params, query }: InputOf<typeof contract.exportRows>) {
    return this.exports.file(actor, params.file, query);
  }

  @Handles(contract.exportAuditLog)
  exportAuditLog(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof contract.exportAuditLog>) {
    return this.exports.auditLog(actor, query);
  }
}
