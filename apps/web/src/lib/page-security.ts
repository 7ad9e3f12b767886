const SESSION_COOKIES = ['cartwheel_access', 'cartwheel_refresh'].flatMap((name) => [name, `__Host-${name}`]);

const openPages = ['/login', '/forgot', '/reset', '/magic', '/accept-invite', '/signup'];

/** Pages for people who are not signed in, and the public check of a report card. */
export function isOpen(pathname: string): boolean {
  return openPages.includes(pathname) || pathname.startsWith('/verify/');
}

/** Whether a session is possible; whether it is valid, the API decides. */
export function hasSession(hasCookie: (name: string) => boolean): boolean {
  return SESSION_COOKIES.some(hasCookie);
}

export function contentSecurityPolicy(nonce: string, isDevelopment: boolean): string {
  const directives = {
    'default-src': "'self'",
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    // Mantine places sizes and positions in style attributes, which no nonce can allow; scripts stay strict.
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'worker-src': "'self'",
    'manifest-src': "'self'",
    'form-action': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

/** Only the kiosk looks through a camera. */
export function permissionsPolicy(pathname: string): string {
  const isKiosk = /^\/c\/[^/]+\/kiosk\/?$/.test(pathname);
  return `camera=(${isKiosk ? 'self' : ''}), microphone=(), geolocation=(), payment=()`;
}

/** Where to go after signing in: only a path of our own, so that a mailed link cannot lead elsewhere. */
export function safeNext(next: string | null | undefined): string | null {
  if (!next?.startsWith('/')) return null;
  // Browsers drop tabs and line breaks in addresses and read a backslash as a slash: the parser decides.
  const origin = 'https://portal.invalid';
  if (!URL.canParse(next, origin)) return null;
  const address = new URL(next, origin);
  if (address.origin !== origin || isOpen(address.pathname)) return null;
  return address.pathname + address.search + address.hash;
}
