import { Injectable } from '@nestjs/common';
import type { acceptInvite, consumePasswordReset, login, signUp, InputOf } from '@cartwheel/contracts';
import { Throttle } from '../../platform/auth/throttle.ts';
import { hashOf } from '../../platform/auth/tokens.ts';
import { Problem } from '../../platform/problems/problem.ts';
import { AccountsRepository } from './accounts.repository.ts';
import { localeOf, slugOf } from '../centers/index.ts';
import { lockSeconds } from './auth.rules.ts';
import { LinksService } from './links.service.ts';
import { Passwords } from './passwords.ts';
import { type Exchange, SessionsService } from './sessions.service.ts';

const MINUTE = 60;

@Injectable()
export class AuthService {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionsService,
    private readonly links: LinksService,
    private readonly passwords: Passwords,
    private readonly throttle: Throttle,
  ) {}

  async login({ email, password }: InputOf<typeof login>['body'], exchange: Exchange) {
    await this.countAddress(exchange);
    const key = `login:${hashOf(email)}`;
    const locked = await this.throttle.waitOf(`${key}:locked`);
    const account = await this.accounts.findByEmail(email);
    const right = await this.passwords.matches(account?.password_hash, password);
    if (locked > 0) throw new Problem('invalid_credentials', { retryAfter: locked });
    if (!account || !right || account.status !== 'ACTIVE') {
      await this.countFailure(key);
      throw new Problem('invalid_credentials');
    }
    await this.throttle.forget(key);
    return this.sessions.start(account.id, exchange);
  }

  async signUp(input: InputOf<typeof signUp>['body'], exchange: Exchange) {
    await this.throttle.count(`signup:${exchange.request.ip}`, 20, 60 * MINUTE);
    this.passwords.assertStrong(input.password, [input.organizationName, input.name]);
    if (await this.accounts.findByEmail(input.email))
      throw new Problem('duplicate', { detail: 'There is an account with this e-mail' });
    const { password, ...rest } = input;
    const passwordHash = await this.passwords.hash(password);
    const { userId } = await this.accounts.signUp({
      ...rest,
      passwordHash,
      slug: slugOf(input.centerName),
      locale: localeOf(input.country),
    });
    return this.sessions.start(userId, exchange);
  }

  async requestMagicLink(email: string, exchange: Exchange) {
    await this.countMail(email, exchange);
    await this.links.request(await this.accounts.findByEmail(email), 'MAGIC_LINK');
    return { accepted: true as const };
  }

  async consumeMagicLink(token: string, exchange: Exchange) {
    await this.countAddress(exchange);
    const account = await this.links.use(token, 'MAGIC_LINK');
    return this.sessions.start(account.id, exchange);
  }

  async requestPasswordReset(email: string, exchange: Exchange) {
    await this.countMail(email, exchange);
    await this.links.request(await this.accounts.findByEmail(email), 'PASSWORD_RESET');
    return { accepted: true as const };
  }

  async consumePasswordReset({ token, password }: InputOf<typeof consumePasswordReset>['body'], exchange: Exchange) {
    await this.countAddress(exchange);
    this.passwords.assertStrong(password, []);
    const account = await this.links.use(token, 'PASSWORD_RESET');
    await this.accounts.setPassword(account.id, await this.passwords.hash(password));
    await this.sessions.endAll(account.id, 'PASSWORD_CHANGED');
    await this.throttle.forget(`login:${hashOf(account.email)}:locked`);
    await this.links.tell(account.id, 'auth.password-changed', { userId: account.id });
    return { changed: true as const };
  }

  async acceptInvite({ token, password, name }: InputOf<typeof acceptInvite>['body'], exchange: Exchange) {
    await this.countAddress(exchange);
    this.passwords.assertStrong(password, []);
    const account = await this.links.use(token, 'INVITE');
    const owner = await this.accounts.findByEmail(account.email);
    if (owner && owner.id !== account.id)
      throw new Problem('duplicate', {
        detail: 'This e-mail signs in elsewhere already; ask for an invitation to another',
      });
    const passwordHash = await this.passwords.hash(password);
    await this.accounts.activate(account.id, { passwordHash, ...(name && { name }) });
    return this.sessions.start(account.id, exchange);
  }

  private countAddress({ request }: Exchange) {
    return this.throttle.count(`auth:${request.ip}`, 60, MINUTE);
  }

  private async countMail(email: string, exchange: Exchange) {
    await this.countAddress(exchange);
    await this.throttle.count(`mail:${hashOf(email)}`, 5, 15 * MINUTE);
  }

  /** Five failures are free; then each one locks the account a little longer, never for good. */
  private async countFailure(key: string) {
    const failures = await this.throttle.tally(key, 12 * 60 * MINUTE);
    const seconds = lockSeconds(failures);
    if (seconds > 0) await this.throttle.lock(`${key}:locked`, seconds);
  }
}
