import { Injectable } from '@nestjs/common';
import type { AnswerOf, getJob } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { found } from '../../platform/problems/problem.ts';
import { ImportsService } from '../imports/index.ts';
import { CardJobsService } from '../report-cards/index.ts';

/** Whatever runs in the background, whichever domain it belongs to. */
@Injectable()
export class JobsService {
  constructor(
    private readonly imports: ImportsService,
    private readonly cards: CardJobsService,
  ) {}

  async get(actor: Actor, id: string): Promise<AnswerOf<typeof getJob>> {
    return found((await this.imports.findJob(id)) ?? (await this.cards.find(actor, id)), 'job');
  }
}
