import { contentSecurityPolicy, hasSession, isOpen, permissionsPolicy, safeNext } from './page-security.ts';

it('allows scripts only by nonce, and frames nowhere', () => {
  const policy = contentSecurityPolicy('abc', false);
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
  expect(policy).toContain("object-src 'none'; base-uri 'none'; frame-ancestors 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toContain('unsafe-eval');
});

it('gives the camera to the kiosk alone', () => {
  expect(permissionsPolicy('/c/riverside/kiosk')).toContain('camera=(self), microphone=()');
  for (const page of ['/c/riverside/today', '/c/riverside/kiosk/x', '/login', '/c/kiosk/today'])
    expect(permissionsPolicy(page)).toContain('camera=(), microphone=()');
});

it('takes a session cookie by either name', () => {
  const cookies =
    (...names: string[]) =>
    (name: string) =>
      names.includes(name);
  expect(hasSession(cookies('cartwheel_refresh'))).toBe(true);
  expect(hasSession(cookies('__Host-cartwheel_access'))).toBe(true);
  expect(hasSession(cookies('cartwheel_locale'))).toBe(false);
});

it('opens the pages before signing in, and nothing else', () => {
  expect(['/login', '/magic', '/verify/ABCD'].every(isOpen)).toBe(true);
  expect(['/', '/c/riverside/today', '/hq', '/loginx', '/verify'].some(isOpen)).toBe(false);
});

it('goes on only to our own pages after signing in', () => {
  expect(safeNext('/c/riverside/leads?status=DEAD')).toBe('/c/riverside/leads?status=DEAD');
  for (const bad of [
    'https://evil.test',
    '//evil.test',
    '/\\evil.test',
    'javascript:alert(1)',
    '/\t/evil.test',
    '/login',
    '',
    null,
  ]) {
    expect(safeNext(bad)).toBeNull();
  }
});
