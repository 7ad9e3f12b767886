import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy, hasSession, isOpen, permissionsPolicy } from './lib/page-security.ts';

/** Runs before every page: the policy for scripts with a fresh nonce, and the way to the login without a session. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const isOpenPage = isOpen(pathname);
  if (!isOpenPage && !hasSession((name) => request.cookies.has(name))) {
    const login = request.nextUrl.clone();
    login.pathname = '/login';
    login.search = pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
    return NextResponse.redirect(login);
  }
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  response.headers.set('X-Content-Type-Options', 'nosniff');
  response.headers.set('Referrer-Policy', 'same-origin');
  response.headers.set('Permissions-Policy', permissionsPolicy(pathname));
  response.headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  if (!isOpenPage) response.headers.set('Cache-Control', 'no-store');
  return response;
}

export const config = {
  matcher: [{ source: '/((?!api/|_next/static|_next/image|favicon.ico|icon.svg).*)' }],
};
