import type { FastifyReply, FastifyRequest } from 'fastify';

const names = { access: 'cartwheel_access', refresh: 'cartwheel_refresh' };
/** The browser takes a cookie of this name only when it is Secure and without Domain. */
const hostPrefix = '__Host-';

export interface CookiePair {
  accessToken: string;
  accessExpires: Date;
  refreshToken: string;
  refreshExpires: Date;
}

export function accessCookieOf(request: FastifyRequest): string | null {
  return read(request, names.access);
}

export function refreshCookieOf(request: FastifyRequest): string | null {
  return read(request, names.refresh);
}

export function setCookies(reply: FastifyReply, secure: boolean, pair: CookiePair): void {
  const prefix = secure ? hostPrefix : '';
  const options = { httpOnly: true, secure, sameSite: 'lax', path: '/' } as const;
  void reply.setCookie(prefix + names.access, pair.accessToken, { ...options, expires: pair.accessExpires });
  void reply.setCookie(prefix + names.refresh, pair.refreshToken, { ...options, expires: pair.refreshExpires });
}

export function clearCookies(reply: FastifyReply, secure: boolean): void {
  const prefix = secure ? hostPrefix : '';
  for (const name of Object.values(names)) {
    void reply.clearCookie(prefix + name, { path: '/', secure, httpOnly: true, sameSite: 'lax' });
  }
}

function read(request: FastifyRequest, name: string): string | null {
  return request.cookies[hostPrefix + name] ?? request.cookies[name] ?? null;
}
