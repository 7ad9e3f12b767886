import { Controller } from '@nestjs/common';
import * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { CurrentActor, Handles, Input } from '../../platform/http/handles.ts';
import { JobsService } from './jobs.service.ts';

@Controller()
export class JobsController {
  constructor(private readonly jobs: JobsService) {}

  @Handles(contract.getJob)
  getJob(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof contract.getJob>) {
    return this.jobs.get(actor, params.id);
  }
}
