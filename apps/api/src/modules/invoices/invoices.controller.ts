import { Controller } from '@nestjs/common';
import * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { CurrentActor, Handles, Input } from '../../platform/http/handles.ts';
import { InvoicesService } from './invoices.service.ts';
import { ReceiptsService } from './receipts.service.ts';

@Controller()
export class InvoicesController {
  constructor(
    private readonly invoices: InvoicesService,
    private readonly receipts: ReceiptsService,
  ) {}

  @Handles(contract.listInvoices)
  listInvoices(@Input() { query }: InputOf<typeof contract.listInvoices>) {
    return this.invoices.list(query);
  }

  @Handles(contract.getInvoice)
  getInvoice(@Input() { params }: InputOf<typeof contract.getInvoice>) {
    return this.invoices.get(params.id);
  }

  @Handles(contract.getInvoicePdf)
  getInvoicePdf(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof contract.getInvoicePdf>) {
    return this.receipts.print(actor, params.id);
  }

  @Handles(contract.voidInvoice)
  voidInvoice(@Input() { params, body }: InputOf<typeof contract.voidInvoice>) {
    return this.invoices.void(params.id, body.reason);
  }
}
