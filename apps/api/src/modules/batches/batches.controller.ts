import { Controller } from '@nestjs/common';
import * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { CurrentActor, Handles, Input, SeenVersion } from '../../platform/http/handles.ts';
import { BatchChangesService } from './batch-changes.service.ts';
import { BatchesService } from './batches.service.ts';

@Controller()
export class BatchesController {
  constructor(
    private readonly batches: BatchesService,
    private readonly changes: BatchChangesService,
  ) {}

  @Handles(contract.createBatch)
  createBatch(@Input() { body }: InputOf<typeof contract.createBatch>) {
    return this.changes.open(body);
  }

  @Handles(contract.listBatches)
  listBatches(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof contract.listBatches>) {
    return this.batches.list(actor, query);
  }

  @Handles(contract.getBatch)
  getBatch(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof contract.getBatch>) {
    return this.batches.get(actor, params.id);
  }

  @Handles(contract.changeBatch)
  changeBatch(@Input() { params, query, body }: InputOf<typeof contract.changeBatch>, @SeenVersion() seen?: number) {
    const change = { id: params.id, body, seen };
    return query.preview ? this.changes.preview(change) : this.changes.change(change);
  }
}
