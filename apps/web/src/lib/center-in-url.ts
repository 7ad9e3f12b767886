const idOfSlug = new Map<string, string>();

/** The session tells which centers there are; the URL says in which of them this tab is. */
export function rememberCenters(centers: readonly { centerSlug: string; centerId: string }[]): void {
  idOfSlug.clear();
  for (const center of centers) idOfSlug.set(center.centerSlug, center.centerId);
}

export function centerIdInUrl(): string | undefined {
  const slug = slugIn(window.location.pathname);
  return slug === undefined ? undefined : idOfSlug.get(slug);
}

export function slugIn(pathname: string): string | undefined {
  const found = /^\/c\/([^/]+)/.exec(pathname);
  return found?.[1] === undefined ? undefined : decodeURIComponent(found[1]);
}
