import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Actors } from '../../platform/auth/actors.ts';
import { clearCookies, setCookies } from '../../platform/auth/cookies.ts';
import { hashOf, Tokens } from '../../platform/auth/tokens.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Config } from '../../platform/config/config.ts';
import { Problem } from '../../platform/problems/problem.ts';
import { AccountsRepository } from './accounts.repository.ts';
import { toMe } from './me.ts';
import { SessionsRepository } from './sessions.repository.ts';
import { LinksService } from './links.service.ts';

const HOUR = 3_600_000;
const IDLE = 7 * 24 * HOUR;
const ABSOLUTE = 30 * 24 * HOUR;
/** Two tabs, or a retry after a lost answer, may present the same token within this time. */
const GRACE = 10_000;

export interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
}

@Injectable()
export class SessionsService {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly accounts: AccountsRepository,
    private readonly actors: Actors,
    private readonly tokens: Tokens,
    private readonly links: LinksService,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async start(userId: string, { request, reply }: Exchange) {
    const now = this.clock.now();
    const refreshToken = this.tokens.random();
    const sessionId = await this.sessions.start({
      userId,
      refreshHash: hashOf(refreshToken),
      now,
      idleExpiresAt: new Date(now.getTime() + IDLE),
      absoluteExpiresAt: new Date(now.getTime() + ABSOLUTE),
      userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
      ip: request.ip,
    });
    return this.signedIn(userId, sessionId, refreshToken, reply);
  }

  /** Rotates. A token that was rotated before ends the whole session, unless it is a retry within ten seconds. */
  async refresh(refreshToken: string, reply: FastifyReply) {
    const now = this.clock.now();
    const successor = this.tokens.successorOf(refreshToken);
    const rotated = await this.sessions.rotate(
      hashOf(refreshToken),
      hashOf(successor),
      now,
      new Date(now.getTime() + IDLE),
    );
    if (rotated) return this.signedIn(rotated.user_id, rotated.session_id, successor, reply);

    const known = await this.sessions.find(hashOf(refreshToken));
    const isRetry = known?.used_at && !known.successor_used && now.getTime() - Date.parse(known.used_at) <= GRACE;
    if (known && isRetry) return this.signedIn(known.user_id, known.session_id, successor, reply);
    if (known?.used_at) {
      await this.sessions.revoke(known.session_id, 'REFRESH_REUSE', now);
      await this.links.tell(known.user_id, 'auth.refresh-reused', { userId: known.user_id });
    }
    clearCookies(reply, this.config.secureCookies);
    throw new Problem('session_revoked');
  }

  async end(sessionId: string, reply: FastifyReply): Promise<void> {
    await this.sessions.revoke(sessionId, 'LOGOUT', this.clock.now());
    clearCookies(reply, this.config.secureCookies);
    void reply.header('clear-site-data', '"cache", "storage"');
  }

  endAll(userId: string, reason: string): Promise<void> {
    return this.sessions.revokeAll(userId, reason, this.clock.now());
  }

  private async signedIn(userId: string, sessionId: string, refreshToken: string, reply: FastifyReply) {
    const account = await this.accounts.findById(userId);
    if (!account) throw new Problem('unauthenticated');
    const { accessToken, expiresAt } = this.tokens.access(userId, sessionId);
    const refreshExpires = new Date(this.clock.now().getTime() + ABSOLUTE);
    setCookies(reply, this.config.secureCookies, {
      accessToken,
      accessExpires: expiresAt,
      refreshToken,
      refreshExpires,
    });
    const actor = await this.actors.of(sessionId, undefined);
    const places = await this.actors.placesOf(userId);
    return { accessToken, expiresAt: expiresAt.toISOString(), user: toMe(actor, places) };
  }
}
