import type { Import } from '@cartwheel/contracts';
import type { Tone } from '../../components/tokens.ts';

export const statusTone: Record<Import['status'], Tone> = {
  UPLOADED: 'warn',
  CHECKING: 'info',
  CHECKED: 'warn',
  RUNNING: 'info',
  DONE: 'good',
  FAILED: 'bad',
  UNDOING: 'info',
  UNDONE: 'ink',
};

export type Column = Import['columns'][number];

export const confidenceTone: Record<Column['confidence'], Tone> = {
  SURE: 'good',
  CHECK: 'warn',
  UNMAPPED: 'ink',
  IGNORED: 'ink',
};

export const outcomes = ['CREATED', 'UPDATED', 'SKIPPED', 'FAILED'] as const;
export type Outcome = (typeof outcomes)[number];

export const outcomeTone: Record<Outcome, Tone> = { CREATED: 'good', UPDATED: 'info', SKIPPED: 'ink', FAILED: 'bad' };

/** What the encodings are that a person may have to choose between, most likely first. */
export const encodings = [
  'windows-1252',
  'utf-8',
  'utf-16le',
  'windows-1250',
  'windows-1251',
  'windows-1254',
  'windows-1256',
  'macintosh',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr',
] as const;

/** A first name names a child too. */
const instead: Record<string, string> = { childName: 'childFirstName' };

/** Fields without which no row can be imported, and that no column holds. */
export function missingFields({ columns, fields }: Pick<Import, 'columns' | 'fields'>): string[] {
  const mapped = new Set(columns.map((column) => column.field));
  return fields
    .filter(({ field, required }) => required && !mapped.has(field) && !mapped.has(instead[field] ?? field))
    .map(({ field }) => field);
}

/** Whether somebody has to look before the check: otherwise the check is the next click. */
export function needsLook(found: Import): boolean {
  return (
    found.columns.some((column) => column.confidence === 'CHECK') ||
    missingFields(found).length > 0 ||
    (found.dateSamples.length > 0 && !found.dateOrderProven) ||
    found.values.some((value) => value.becomes === null)
  );
}

/** Rows below the headings of the chosen sheets. */
export function rowsIn({ sheets, sheet, headerRow }: Import): number {
  const chosen = sheets.filter(({ name }) => sheet.includes(name));
  return chosen.reduce((sum, { rows }) => sum + Math.max(0, rows - (headerRow ?? 0)), 0);
}

export interface TellingHeader {
  header: string;
  /** Of a register or a grid: the day or the skill says as much as what stands below it. */
  isNamed: boolean;
}
const isCell = ({ field }: Column) => field === 'mark' || field === 'level';

/** Headings of the file as a person tells a row by: who it is first. */
export function tellingHeaders({ columns }: Import): TellingHeader[] {
  const rank = ({ field }: Column) =>
    field?.startsWith('child') ? 0 : field?.startsWith('guardian') ? 1 : field ? 2 : 3;
  const isGrid = columns.filter(isCell).length > 1;
  return columns
    .toSorted((one, other) => rank(one) - rank(other))
    .map((column) => ({ header: column.header, isNamed: isGrid && isCell(column) }));
}
