import { Injectable } from '@nestjs/common';
import type { assignUser, changeUser, InputOf, listColleagues, listUsers, User } from '@cartwheel/contracts';
import type { Actor } from '../../platform/auth/actor.ts';
import { pageOf } from '../../platform/http/paging.ts';
import { found, Problem } from '../../platform/problems/problem.ts';
import { SessionsService } from '../auth/index.ts';
import { storedPhone } from '../centers/index.ts';
import { InvitationsRepository } from './invitations.repository.ts';
import { InvitationsService } from './invitations.service.ts';
import { StaffingRepository } from './staffing.repository.ts';
import { UsersRepository } from './users.repository.ts';
import {
  assertMayChangePerson,
  assertMayManage,
  assertNobodyLeftAlone,
  assertOneRolePerCenter,
} from './users.rules.ts';

@Injectable()
export class UsersService {
  constructor(
    private readonly users: UsersRepository,
    private readonly staffing: StaffingRepository,
    private readonly accounts: InvitationsRepository,
    private readonly invitations: InvitationsService,
    private readonly sessions: SessionsService,
  ) {}

  async list(query: InputOf<typeof listUsers>['query']) {
    return pageOf(await this.users.list(query), query.limit, (user) => [user.name, user.id]);
  }

  async get(id: string): Promise<User> {
    return found(await this.users.find(id), 'user');
  }

  async change(actor: Actor, id: string, body: InputOf<typeof changeUser>['body'], seen: number | undefined) {
    await this.toChange(actor, id);
    const country = actor.center?.country ?? (await this.accounts.country());
    const phone = body.phone === undefined ? {} : { phone: storedPhone(body.phone, country) };
    if (!(await this.users.change(id, { ...body, ...phone }, seen))) throw new Problem('stale_version');
    return this.get(id);
  }

  async setStatus(actor: Actor, id: string, status: 'ACTIVE' | 'INACTIVE'): Promise<User> {
    await this.users.lockStaff();
    const user = await this.toChange(actor, id);
    if (user.status === status) return user;
    if (status === 'INACTIVE') await this.deactivate(user);
    else await this.activate(user);
    return this.get(id);
  }

  /** Sets where somebody works: inside a center only there, across the organization everywhere. */
  async assign(actor: Actor, id: string, { assignments }: InputOf<typeof assignUser>['body']): Promise<User> {
    assertOneRolePerCenter(assignments);
    await this.users.lockStaff();
    const user = found(await this.users.find(id), 'user');
    assertMayManage(actor, user);
    const open = await this.users.openCenters(assignments.map(({ centerId }) => centerId));
    if (open.size < assignments.length) throw new Problem('reference_not_found', { detail: 'There is no such center' });
    await this.assertAdminsRemain(user, assignments);
    await this.users.setPlaces(id, assignments);
    return found(await this.users.findAnywhere(id), 'user');
  }

  async colleagues(query: InputOf<typeof listColleagues>['query']) {
    return { items: await this.users.colleagues(query), nextCursor: null };
  }

  private async toChange(actor: Actor, id: string): Promise<User> {
    const user = found(await this.users.find(id), 'user');
    const elsewhere = actor.center !== null && (await this.staffing.worksOutside(id, actor.center.id));
    assertMayChangePerson(actor, user, elsewhere);
    return user;
  }

  /** Sessions end before the account is touched: a sign-in that renews itself locks the two in that order. */
  private async deactivate({ id, name }: User): Promise<void> {
    if (await this.staffing.isOnlySuperAdmin(id))
      throw new Problem('invalid_transition', {
        detail: `${name} is the last active super admin. Make somebody else one first.`,
      });
    const alone = await this.staffing.soleAdminOf(id);
    assertNobodyLeftAlone(
      name,
      alone.map((center) => center.name),
    );
    await this.sessions.endAll(id, 'DEACTIVATED');
    await this.users.deactivate(id);
  }

  private async activate({ id, name, status }: User): Promise<void> {
    if (status === 'INVITED')
      throw new Problem('invalid_transition', {
        detail: `${name} has not taken up the invitation yet`,
        allowed: ['INACTIVE'],
      });
    if ((await this.users.reactivate(id)) === 'INVITED') await this.invitations.mail(id);
  }

  private async assertAdminsRemain(user: User, next: InputOf<typeof assignUser>['body']['assignments']): Promise<void> {
    const open = new Set(user.assignments.map(({ centerId }) => centerId));
    const stays = new Set(next.filter(({ role }) => role === 'CENTER_ADMIN').map(({ centerId }) => centerId));
    const alone = (await this.staffing.soleAdminOf(user.id)).filter(({ id }) => open.has(id) && !stays.has(id));
    assertNobodyLeftAlone(
      user.name,
      alone.map((center) => center.name),
    );
  }
}
