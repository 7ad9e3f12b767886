const KEY = 'cartwheel.device.last-center';

export function lastCenter(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function rememberLastCenter(slug: string): void {
  try {
    localStorage.setItem(KEY, slug);
  } catch {
    // The next start is then in the first center.
  }
}
