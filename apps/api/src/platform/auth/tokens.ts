import { createHash, createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import jwt from 'jsonwebtoken';
import { Clock } from '../clock/clock.ts';
import { Config } from '../config/config.ts';

export const ACCESS_MINUTES = 15;
const issuer = 'cartwheel';

@Injectable()
export class Tokens {
  readonly key: string;
  private readonly refreshKey: string;

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.key = config.keyFor('access-token');
    this.refreshKey = config.keyFor('refresh-token');
  }

  access(userId: string, sessionId: string): { accessToken: string; expiresAt: Date } {
    const issued = Math.floor(this.clock.now().getTime() / 1000);
    const expires = issued + ACCESS_MINUTES * 60;
    const claims = { sub: userId, sid: sessionId, iat: issued, exp: expires, iss: issuer, aud: issuer };
    const accessToken = jwt.sign(claims, this.key, { algorithm: 'HS256', header: { alg: 'HS256', typ: 'at+jwt' } });
    return { accessToken, expiresAt: new Date(expires * 1000) };
  }

  random(): string {
    return randomBytes(32).toString('base64url');
  }

  /** The same token always has the same successor, so a retry can be answered without keeping it in clear. */
  successorOf(refreshToken: string): string {
    return createHmac('sha256', this.refreshKey).update(refreshToken).digest('base64url');
  }
}

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
