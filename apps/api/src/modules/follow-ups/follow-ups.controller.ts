import { Controller } from '@nestjs/common';
import * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import { Handles, Input } from '../../platform/http/handles.ts';
import { FollowUpsService } from './follow-ups.service.ts';

@Controller()
export class FollowUpsController {
  constructor(private readonly followUps: FollowUpsService) {}

  @Handles(contract.addFollowUp)
  addFollowUp(@Input() { body }: InputOf<typeof contract.addFollowUp>) {
    return this.followUps.add(body);
  }

  @Handles(contract.listFollowUps)
  listFollowUps(@Input() { query }: InputOf<typeof contract.listFollowUps>) {
    return this.followUps.list(query);
  }

  @Handles(contract.completeFollowUp)
  completeFollowUp(@Input() { params, body }: InputOf<typeof contract.completeFollowUp>) {
    return this.followUps.complete(params.id, body);
  }
}
