import { Controller } from '@nestjs/common';
import * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { CurrentActor, Handles, Input } from '../../platform/http/handles.ts';
import { SearchService } from './search.service.ts';

@Controller()
export class SearchController {
  constructor(private readonly people: SearchService) {}

  @Handles(contract.search)
  search(@CurrentActor() actor: Actor, @Input() { query }: InputOf<typeof contract.search>) {
    return this.people.search(actor, query);
  }
}
