export interface Recent {
  path: string;
  title: string;
  subtitle: string;
  kind: 'STUDENT' | 'GUARDIAN' | 'LEAD';
}

const MOST = 8;

// Names of children stay in this tab only: tablets are shared.
const keyOf = (centerId: string) => `cartwheel.recent.${centerId}`;

export function recentIn(centerId: string): Recent[] {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(centerId)) ?? '[]');
  } catch {
    return [];
  }
}

export function rememberIn(centerId: string, { path, title, subtitle, kind }: Recent): void {
  const others = recentIn(centerId).filter((recent) => recent.path !== path);
  try {
    const kept = [{ path, title, subtitle, kind }, ...others].slice(0, MOST);
    sessionStorage.setItem(keyOf(centerId), JSON.stringify(kept));
  } catch {
    // Without storage there is no recent list.
  }
}
