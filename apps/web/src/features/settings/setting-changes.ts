import type { SettingsAnswer } from './queries.ts';

type Plain = Record<string, unknown>;

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Only what differs, section by section; lists are replaced as a whole. Undefined when nothing does. */
export function changesOf(before: unknown, after: unknown): unknown {
  if (!isPlain(before) || !isPlain(after)) {
    return JSON.stringify(before) === JSON.stringify(after) ? undefined : after;
  }
  const entries = Object.entries(after).flatMap(([name, value]) => {
    const changed = changesOf(before[name], value);
    return changed === undefined ? [] : [[name, changed]];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** Who set one of these paths last; undefined while all have their defaults. */
export function lastChangeOf(changes: SettingsAnswer['changes'], paths: readonly string[]) {
  const isMine = (path: string) => paths.some((mine) => path === mine || path.startsWith(`${mine}.`));
  return changes
    .filter(({ path }) => isMine(path))
    .toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at))[0];
}
