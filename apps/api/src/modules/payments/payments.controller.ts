import { Controller } from '@nestjs/common';
import * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import { Handles, Input } from '../../platform/http/handles.ts';
import { PaymentsService } from './payments.service.ts';
import { RefundsService } from './refunds.service.ts';

@Controller()
export class PaymentsController {
  constructor(
    private readonly payments: PaymentsService,
    private readonly refunds: RefundsService,
  ) {}

  @Handles(contract.recordPayment)
  recordPayment(@Input() { body }: InputOf<typeof contract.recordPayment>) {
    return this.payments.record(body);
  }

  @Handles(contract.listPayments)
  listPayments(@Input() { query }: InputOf<typeof contract.listPayments>) {
    return this.payments.list(query);
  }

  @Handles(contract.voidPayment)
  voidPayment(@Input() { params, body }: InputOf<typeof contract.voidPayment>) {
    return this.refunds.void(params.id, body.reason);
  }

  @Handles(contract.refundPayment)
  refundPayment(@Input() { params, body }: InputOf<typeof contract.refundPayment>) {
    return this.refunds.refund(params.id, body);
  }
}
