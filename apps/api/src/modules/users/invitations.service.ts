import { Injectable } from '@nestjs/common';
import type { InputOf, inviteUser, User } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { Events } from '../../platform/events/events.ts';
import { found, Problem } from '../../platform/problems/problem.ts';
import { storedPhone } from '../centers/index.ts';
import { InvitationsRepository } from './invitations.repository.ts';
import { UsersRepository } from './users.repository.ts';
import { assertMayManage, type Place, placeOf } from './users.rules.ts';

@Injectable()
export class InvitationsService {
  constructor(
    private readonly users: UsersRepository,
    private readonly invitations: InvitationsRepository,
    private readonly events: Events,
  ) {}

  /** An account the organization has already gets the place; a new one also gets a link by mail. */
  async invite(actor: Actor, invited: InputOf<typeof inviteUser>['body']): Promise<User> {
    const place = placeOf(actor, invited);
    await this.users.lockStaff();
    if (place) await this.assertOpen(place);
    const known = await this.invitations.accountOf(invited.email);
    const id = known ?? (await this.add(actor, invited, place === null));
    if (known) await this.assertAddable(known, place);
    if (place) await this.users.addPlace(id, place);
    else if (known) await this.invitations.promote(id);
    const user = found(await this.users.findAnywhere(id), 'user');
    if (user.status === 'INVITED') await this.mail(id);
    return user;
  }

  async resend(actor: Actor, id: string): Promise<User> {
    const user = found(await this.users.find(id), 'user');
    assertMayManage(actor, user);
    if (user.status !== 'INVITED')
      throw new Problem('invalid_transition', {
        detail: `${user.name} has taken up the invitation or was deactivated`,
      });
    await this.mail(id);
    return user;
  }

  async mail(userId: string): Promise<void> {
    const centerId = await this.invitations.centerToTell(userId);
    await this.events.publish('auth.link-requested', { userId, purpose: 'INVITE' }, centerId);
  }

  private async add(
    actor: Actor,
    { name, email, phone }: InputOf<typeof inviteUser>['body'],
    isSuperAdmin: boolean,
  ): Promise<string> {
    const country = actor.center?.country ?? (await this.invitations.country());
    return this.invitations.add({ name, email, phone: storedPhone(phone, country), isSuperAdmin });
  }

  private async assertOpen({ centerId }: Place): Promise<void> {
    const open = await this.users.openCenters([centerId]);
    if (!open.has(centerId)) throw new Problem('reference_not_found', { detail: 'There is no such center' });
  }

  private async assertAddable(id: string, place: Place | null): Promise<void> {
    const { isSuperAdmin, assignments, name } = found(await this.users.findAnywhere(id), 'user');
    const isThere = assignments.some(({ centerId }) => centerId === place?.centerId);
    if (isSuperAdmin || isThere)
      throw new Problem('duplicate', { existingId: id, detail: `${name} has an account here already` });
  }
}
