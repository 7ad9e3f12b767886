import { Injectable } from '@nestjs/common';
import { hashOf, Tokens } from '../../platform/auth/tokens.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Config } from '../../platform/config/config.ts';
import { UnitsOfWork } from '../../platform/database/units-of-work.ts';
import { type EventMap, Events } from '../../platform/events/events.ts';
import { Mailer } from '../../platform/mail/mailer.ts';
import { Problem } from '../../platform/problems/problem.ts';
import { type Account, AccountsRepository } from './accounts.repository.ts';
import type { LinkPurpose } from './auth.events.ts';

const MINUTE = 60_000;
const links: Record<LinkPurpose, { minutes: number; path: string; subject: string; before: string; after: string }> = {
  INVITE: {
    minutes: 72 * 60,
    path: '/accept-invite',
    subject: 'You are invited to Cartwheel',
    before: 'You were given an account. Choose a password to begin:',
    after: 'The link works once, for three days.',
  },
  MAGIC_LINK: {
    minutes: 10,
    path: '/magic',
    subject: 'Your link to sign in',
    before: 'Open this link to sign in:',
    after: 'It works once, for ten minutes. If you did not ask for it, nothing happens.',
  },
  PASSWORD_RESET: {
    minutes: 30,
    path: '/reset',
    subject: 'Set a new password',
    before: 'Open this link to set a new password:',
    after: 'It works once, for thirty minutes. If you did not ask for it, your password stays as it is.',
  },
};

@Injectable()
export class LinksService {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly tokens: Tokens,
    private readonly mailer: Mailer,
    private readonly events: Events,
    private readonly units: UnitsOfWork,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Asks for a link to be mailed. Does the same amount of visible work whether the account exists or not. */
  async request(account: Account | undefined, purpose: LinkPurpose): Promise<void> {
    if (account?.status !== 'ACTIVE') return;
    await this.tell(account.id, 'auth.link-requested', { userId: account.id, purpose });
  }

  async tell<Name extends keyof EventMap>(userId: string, name: Name, payload: EventMap[Name]): Promise<void> {
    const account = await this.accounts.findById(userId);
    const centerId = await this.accounts.centerOf(userId);
    if (!account || !centerId) return;
    const context = { organizationId: account.organization_id, centerId, userId, role: 'SYSTEM', requestId: '' };
    await this.units.run(context, () => this.events.publish(name, payload));
  }

  async mail(userId: string, purpose: LinkPurpose): Promise<void> {
    const account = await this.accounts.findById(userId);
    if (!account) return;
    const { minutes, path, subject, before, after } = links[purpose];
    const token = this.tokens.random();
    await this.accounts.keepLink(
      userId,
      purpose,
      hashOf(token),
      new Date(this.clock.now().getTime() + minutes * MINUTE),
    );
    const link = `${this.config.publicUrl}${path}?token=${token}`;
    await this.mailer.send({ to: account.email, subject, paragraphs: [`Hello ${account.name},`, before, link, after] });
  }

  async use(token: string, purpose: LinkPurpose): Promise<Account> {
    const userId = await this.accounts.useLink(hashOf(token), purpose, this.clock.now());
    const account = userId ? await this.accounts.findById(userId) : undefined;
    if (!account || account.status === 'INACTIVE') throw new Problem('invalid_token');
    return account;
  }
}
