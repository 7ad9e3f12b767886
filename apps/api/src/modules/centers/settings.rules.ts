import { isDeepStrictEqual } from 'node:util';
import { CenterSettings, defaultSettings } from '@cartwheel/contracts';
import type * as z from 'zod';
import { Problem } from '../../platform/problems/problem.ts';

/** What a center has set, and nothing else: the rest follows the defaults, also those of later releases. */
export type OwnSettings = Record<string, unknown>;

export interface SettingsVersion {
  version: number;
  data: OwnSettings;
  at: string;
  by: { id: string; name: string } | null;
}

export interface SettingChange {
  path: string;
  at: string;
  by: SettingsVersion['by'];
}

/** A setting that was added after the center saved its own has its default. */
export function withDefaults(own: OwnSettings): CenterSettings {
  return CenterSettings.parse(merge(defaultSettings, own));
}

/** The own settings after a change. Sections are merged field by field, lists are replaced; 400 names every bad path. */
export function changed(own: OwnSettings, change: OwnSettings): OwnSettings {
  const next = merge(own, change);
  const read = CenterSettings.safeParse(merge(defaultSettings, next));
  if (!read.success) throw invalidSettings(read.error);
  return sameFields(next, read.data);
}

/** Who set each path last, and when. Setting it to what it is changes nothing. */
export function lastChanges(history: readonly SettingsVersion[]): SettingChange[] {
  let seen = new Map<string, SettingChange & { value: unknown }>();
  for (const { data, at, by } of history.toSorted((one, other) => one.version - other.version)) {
    const next: typeof seen = new Map();
    for (const [path, value] of fieldsOf(data)) {
      const before = seen.get(path);
      next.set(path, before && isDeepStrictEqual(before.value, value) ? before : { path, at, by, value });
    }
    seen = next;
  }
  return [...seen.values()]
    .map(({ path, at, by }) => ({ path, at, by }))
    .toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

export function merge(base: object, change: object): OwnSettings {
  const merged = new Map<string, unknown>(Object.entries(base));
  for (const [key, value] of Object.entries(change)) {
    const known = merged.get(key);
    merged.set(key, isGroup(known) && isGroup(value) ? merge(known, value) : value);
  }
  return Object.fromEntries(merged);
}

/** The values of `source` for the fields of `outline`: what was typed, as it was read. */
function sameFields(outline: OwnSettings, source: object): OwnSettings {
  const values = new Map<string, unknown>(Object.entries(source));
  return Object.fromEntries(
    Object.entries(outline).map(([key, inner]) => {
      const value = values.get(key);
      return [key, isGroup(inner) && isGroup(value) ? sameFields(inner, value) : value];
    }),
  );
}

function fieldsOf(group: OwnSettings, above = ''): [string, unknown][] {
  return Object.entries(group).flatMap(([key, value]) =>
    isGroup(value) ? fieldsOf(value, `${above}${key}.`) : [[`${above}${key}`, value] satisfies [string, unknown]],
  );
}

function invalidSettings(error: z.ZodError): Problem {
  const errors = error.issues.flatMap((issue): { path: string; message: string; code: string }[] => {
    const at = issue.path.map(String);
    if (issue.code !== 'unrecognized_keys') return [{ path: at.join('.'), message: issue.message, code: issue.code }];
    return issue.keys.map((key) => ({
      path: [...at, key].join('.'),
      message: 'There is no such setting',
      code: issue.code,
    }));
  });
  return new Problem('validation_failed', { errors });
}

const isGroup = (value: unknown): value is OwnSettings =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
