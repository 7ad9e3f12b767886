import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { ExtractJwt, Strategy } from 'passport-jwt';
import * as z from 'zod';
import { Clock } from '../clock/clock.ts';
import { Problem } from '../problems/problem.ts';
import { Actors } from './actors.ts';
import { accessCookieOf } from './cookies.ts';
import { Tokens } from './tokens.ts';

const Claims = z.object({ sub: z.uuid(), sid: z.uuid(), exp: z.int(), iat: z.int() });
const LEEWAY_SECONDS = 30;

@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor(
    tokens: Tokens,
    private readonly actors: Actors,
    private readonly clock: Clock,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromExtractors([ExtractJwt.fromAuthHeaderAsBearerToken(), accessCookieOf]),
      secretOrKey: tokens.key,
      algorithms: ['HS256'],
      issuer: 'cartwheel',
      audience: 'cartwheel',
      // Expiry is judged below, by our clock, which tests can set.
      ignoreExpiration: true,
      passReqToCallback: true,
    });
  }

  async validate(request: FastifyRequest, payload: unknown) {
    const claims = Claims.safeParse(payload);
    if (!claims.success) throw new Problem('unauthenticated');
    const now = this.clock.now().getTime() / 1000;
    if (claims.data.exp + LEEWAY_SECONDS < now || claims.data.iat - LEEWAY_SECONDS > now)
      throw new Problem('unauthenticated');
    return this.actors.of(claims.data.sid, request.wantedCenter);
  }
}
