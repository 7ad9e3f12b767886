import { Controller, Req, Res } from '@nestjs/common';
import * as contract from '@cartwheel/contracts';
import type { InputOf } from '@cartwheel/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../platform/auth/actor.ts';
import { Actors } from '../../platform/auth/actors.ts';
import { refreshCookieOf } from '../../platform/auth/cookies.ts';
import { CurrentActor, Handles, Input } from '../../platform/http/handles.ts';
import { Problem } from '../../platform/problems/problem.ts';
import { AuthService } from './auth.service.ts';
import { toMe } from './me.ts';
import { SessionsService } from './sessions.service.ts';

type Request = FastifyRequest;
type Reply = FastifyReply;
const withReply = () => Res({ passthrough: true });

@Controller()
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly sessions: SessionsService,
    private readonly actors: Actors,
  ) {}

  @Handles(contract.signUp)
  signUp(@Input() { body }: InputOf<typeof contract.signUp>, @Req() request: Request, @withReply() reply: Reply) {
    return this.auth.signUp(body, { request, reply });
  }

  @Handles(contract.login)
  login(@Input() { body }: InputOf<typeof contract.login>, @Req() request: Request, @withReply() reply: Reply) {
    return this.auth.login(body, { request, reply });
  }

  @Handles(contract.refreshSession)
  refreshSession(
    @Input() { body }: InputOf<typeof contract.refreshSession>,
    @Req() request: Request,
    @withReply() reply: Reply,
  ) {
    const token = body?.refreshToken ?? refreshCookieOf(request);
    if (!token) throw new Problem('unauthenticated');
    return this.sessions.refresh(token, reply);
  }

  @Handles(contract.logout)
  async logout(@CurrentActor() actor: Actor, @withReply() reply: Reply) {
    await this.sessions.end(actor.sessionId, reply);
    return { signedOut: true };
  }

  @Handles(contract.getMe)
  async getMe(@CurrentActor() actor: Actor) {
    return toMe(actor, await this.actors.placesOf(actor.userId));
  }

  @Handles(contract.requestMagicLink)
  requestMagicLink(
    @Input() { body }: InputOf<typeof contract.requestMagicLink>,
    @Req() request: Request,
    @withReply() reply: Reply,
  ) {
    return this.auth.requestMagicLink(body.email, { request, reply });
  }

  @Handles(contract.consumeMagicLink)
  consumeMagicLink(
    @Input() { body }: InputOf<typeof contract.consumeMagicLink>,
    @Req() request: Request,
    @withReply() reply: Reply,
  ) {
    return this.auth.consumeMagicLink(body.token, { request, reply });
  }

  @Handles(contract.requestPasswordReset)
  requestPasswordReset(
    @Input() { body }: InputOf<typeof contract.requestPasswordReset>,
    @Req() request: Request,
    @withReply() reply: Reply,
  ) {
    return this.auth.requestPasswordReset(body.email, { request, reply });
  }

  @Handles(contract.consumePasswordReset)
  consumePasswordReset(
    @Input() { body }: InputOf<typeof contract.consumePasswordReset>,
    @Req() request: Request,
    @withReply() reply: Reply,
  ) {
    return this.auth.consumePasswordReset(body, { request, reply });
  }

  @Handles(contract.acceptInvite)
  acceptInvite(
    @Input() { body }: InputOf<typeof contract.acceptInvite>,
    @Req() request: Request,
    @withReply() reply: Reply,
  ) {
    return this.auth.acceptInvite(body, { request, reply });
  }
}
