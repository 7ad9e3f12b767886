import { Controller } from '@nestjs/common';
import * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { CurrentActor, Handles, Input } from '../../platform/http/handles.ts';
import { InstallmentsService } from './installments.service.ts';

@Controller()
export class InstallmentsController {
  constructor(private readonly installments: InstallmentsService) {}

  @Handles(contract.listInstallments)
  listInstallments(@Input() { query }: InputOf<typeof contract.listInstallments>) {
    return this.installments.list(query);
  }

  @Handles(contract.planInstallments)
  planInstallments(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof contract.planInstallments>) {
    return this.installments.replan(actor, params.id, body.installments);
  }
}
