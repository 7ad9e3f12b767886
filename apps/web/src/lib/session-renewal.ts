const REFRESHED_AT = 'cartwheel.refreshed-at';
const LOCK = 'cartwheel.session-renewal';

let running: Promise<boolean> | undefined;
const listeners = new Set<() => void>();
let signedOut = false;

/**
 * Renews the session once for everybody who asks at the same moment, in this tab and the others: a refresh
 * token that is used twice ends the whole session. Answers whether there is a session now.
 */
export function refreshSession(askedAt: number): Promise<boolean> {
  running ??= alone(() => renewUnlessDone(askedAt)).finally(() => {
    running = undefined;
  });
  return running;
}

async function alone(renew: () => Promise<boolean>): Promise<boolean> {
  // Locks exist only on https and localhost.
  if (!('locks' in navigator)) return renew();
  return navigator.locks.request(LOCK, renew);
}

async function renewUnlessDone(askedAt: number): Promise<boolean> {
  if (Number(stored(REFRESHED_AT)) > askedAt) return true;
  try {
    const response = await fetch('/api/v1/auth/refresh', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'X-Requested-With': 'cartwheel' },
    });
    if (response.ok) markRenewed();
    return response.ok;
  } catch {
    return false;
  }
}

/** Also after a sign-in, so that other tabs do not renew again. */
export function markRenewed(): void {
  signedOut = false;
  try {
    localStorage.setItem(REFRESHED_AT, String(Date.now()));
  } catch {
    // A browser without storage only loses the coordination between tabs.
  }
  for (const listen of listeners) listen();
}

export function announceSignedOut(): void {
  if (signedOut) return;
  signedOut = true;
  for (const listen of listeners) listen();
}

export function onSessionChange(listen: () => void): () => void {
  const heard = (event: StorageEvent) => {
    if (event.key !== REFRESHED_AT) return;
    signedOut = false;
    listen();
  };
  listeners.add(listen);
  window.addEventListener('storage', heard);
  return () => {
    listeners.delete(listen);
    window.removeEventListener('storage', heard);
  };
}

export function isSignedOut(): boolean {
  return signedOut;
}

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
