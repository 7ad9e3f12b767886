import { Controller } from '@nestjs/common';
import * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { CurrentActor, Handles, Input } from '../../platform/http/handles.ts';
import { DiscountsService } from './discounts.service.ts';

@Controller()
export class DiscountsController {
  constructor(private readonly discounts: DiscountsService) {}

  @Handles(contract.requestDiscount)
  requestDiscount(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof contract.requestDiscount>) {
    return this.discounts.request(actor, body);
  }

  @Handles(contract.listDiscounts)
  listDiscounts(@Input() { query }: InputOf<typeof contract.listDiscounts>) {
    return this.discounts.list(query);
  }

  @Handles(contract.approveDiscount)
  approveDiscount(@Input() { params }: InputOf<typeof contract.approveDiscount>) {
    return this.discounts.approve(params.id);
  }

  @Handles(contract.rejectDiscount)
  rejectDiscount(@Input() { params, body }: InputOf<typeof contract.rejectDiscount>) {
    return this.discounts.reject(params.id, body.reason);
  }
}
