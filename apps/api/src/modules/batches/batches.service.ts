import { Injectable } from '@nestjs/common';
import type { Batch, InputOf, listBatches } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { pageOf } from '../../platform/http/paging.ts';
import { found, Problem } from '../../platform/problems/problem.ts';
import { BatchesRepository } from './batches.repository.ts';

@Injectable()
export class BatchesService {
  constructor(private readonly batches: BatchesRepository) {}

  /** By name. Trainers see their own. */
  async list(actor: Actor, query: InputOf<typeof listBatches>['query']) {
    const trainerUserId = actor.role === 'TRAINER' ? actor.userId : undefined;
    const rows = await this.batches.list({ ...query, trainerUserId });
    return pageOf(rows, query.limit, (row) => [row.name, row.id]);
  }

  /** Throws not_found, or forbidden for a trainer of other batches. */
  async get(actor: Actor, id: string): Promise<Batch> {
    const batch = found(await this.batches.find(id), 'batch');
    if (actor.role === 'TRAINER' && !batch.trainers.some((trainer) => trainer.id === actor.userId)) {
      throw new Problem('forbidden', { detail: 'This is the batch of another trainer' });
    }
    return batch;
  }
}
