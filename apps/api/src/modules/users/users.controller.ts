import { Controller } from '@nestjs/common';
import * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { CurrentActor, Handles, Input, SeenVersion } from '../../platform/http/handles.ts';
import { InvitationsService } from './invitations.service.ts';
import { UsersService } from './users.service.ts';

@Controller()
export class UsersController {
  constructor(
    private readonly users: UsersService,
    private readonly invitations: InvitationsService,
  ) {}

  @Handles(contract.inviteUser)
  inviteUser(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof contract.inviteUser>) {
    return this.invitations.invite(actor, body);
  }

  @Handles(contract.resendInvite)
  resendInvite(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof contract.resendInvite>) {
    return this.invitations.resend(actor, params.id);
  }

  @Handles(contract.listUsers)
  listUsers(@Input() { query }: InputOf<typeof contract.listUsers>) {
    return this.users.list(query);
  }

  @Handles(contract.getUser)
  getUser(@Input() { params }: InputOf<typeof contract.getUser>) {
    return this.users.get(params.id);
  }

  @Handles(contract.changeUser)
  changeUser(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: InputOf<typeof contract.changeUser>,
    @SeenVersion() seen?: number,
  ) {
    return this.users.change(actor, params.id, body, seen);
  }

  @Handles(contract.setUserStatus)
  setUserStatus(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof contract.setUserStatus>) {
    return this.users.setStatus(actor, params.id, body.status);
  }

  @Handles(contract.assignUser)
  assignUser(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof contract.assignUser>) {
    return this.users.assign(actor, params.id, body);
  }

  @Handles(contract.listColleagues)
  listColleagues(@Input() { query }: InputOf<typeof contract.listColleagues>) {
    return this.users.colleagues(query);
  }
}
