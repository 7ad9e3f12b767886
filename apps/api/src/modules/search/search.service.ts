import { Injectable } from '@nestjs/common';
import type { InputOf, search } from '@cartwheel/contracts';
import { type Actor, may } from '../../platform/auth/actor.ts';
import { SearchRepository } from './search.repository.ts';

@Injectable()
export class SearchService {
  constructor(private readonly people: SearchRepository) {}

  /** One list. Nobody finds by what they may not see: without contacts no phone matches, without leads no lead. */
  async search(actor: Actor, { q, limit }: InputOf<typeof search>['query']) {
    const sight = {
      phones: may(actor, 'contacts:read'),
      leads: may(actor, 'leads:read'),
      trainerId: actor.role === 'TRAINER' ? actor.userId : undefined,
    };
    return { items: await this.people.find(q, limit, sight) };
  }
}
