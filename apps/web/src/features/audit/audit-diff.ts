import type { AuditEntry } from '@cartwheel/contracts';

export interface Difference {
  column: string;
  before: unknown;
  after: unknown;
}

const housekeeping = [
  'center_id',
  'organization_id',
  'version',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
  'search_name',
];

/** The columns that differ, nested ones by their dotted path; what the database keeps for itself is left out. */
export function differencesOf({ before, after }: Pick<AuditEntry, 'before' | 'after'>): Difference[] {
  const was = flat(before);
  const is = flat(after);
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((column) => !housekeeping.includes(column))
    .map((column) => ({ column, before: was.get(column) ?? null, after: is.get(column) ?? null }))
    .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after));
}

function flat(row: Record<string, unknown> | null, path = ''): Map<string, unknown> {
  const entries = Object.entries(row ?? {}).flatMap(([name, value]): [string, unknown][] => {
    const column = path + name;
    return isGroup(value) ? [...flat(value, `${column}.`)] : [[column, value]];
  });
  return new Map(entries);
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `paid_at` as Paid at. */
export function columnWords(column: string): string {
  const words = column
    .replace(/_(id|minor)\b/g, '')
    .replace(/^data\./, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[._]/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
