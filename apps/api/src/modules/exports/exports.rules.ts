import type { AnswerOf, AuditEntry, ExportedList, listImportRows, Permission, SkillMatrix } from '@cartwheel/contracts';
import { localOf } from '@cartwheel/domain/calendar';
import type { ExportRow } from './exports.repository.ts';

type ImportRow = AnswerOf<typeof listImportRows>['items'][number];

/** Excel takes no more in one cell. */
export const LONGEST_CELL = 32_767;

/** Where an answer has its rows, when not in `items`. */
export const rowsIn: Partial<Record<ExportedList, string>> = {
  roster: 'rows',
  'batch-report-cards': 'rows',
  curriculum: 'skills',
  'skill-matrix': 'rows',
};

const secret: Record<string, Permission> = {
  Phone: 'contacts:read',
  Email: 'contacts:read',
  DOB: 'students:write',
  School: 'students:write',
  Interests: 'students:write',
  Price: 'payments:read',
};

/** By which rows are found and ordered; in no file. */
const ours = ['id', 'key', 'student', 'batch'];

/** The row as a file has it, without what this person may not see anywhere else either. */
export function seenBy(held: ReadonlySet<Permission>, row: ExportRow): ExportRow {
  const isShown = (column: string) => !ours.includes(column) && (!secret[column] || held.has(secret[column]));
  return Object.fromEntries(Object.entries(row).filter(([column]) => isShown(column)));
}

/** The grid as it is looked at: a student per line, a skill per column. Skills of one name are told apart by category. */
export function matrixCells({ rows, skills }: SkillMatrix): ExportRow[] {
  const doubled = (name: string) => skills.filter((skill) => skill.name === name).length > 1;
  const headers = skills.map(({ name, category }) => (doubled(name) && category ? `${category}: ${name}` : name));
  return rows.map(({ name, cells }) => {
    const levels = skills.map(({ id }) => cells.find(({ skillId }) => skillId === id)?.level ?? null);
    return { Child: name, ...Object.fromEntries(headers.map((header, n) => [header, levels[n] ?? null])) };
  });
}

/** The rows of an imported file as they stood in it, with what became of each. */
export function importedCells(rows: readonly ImportRow[]): ExportRow[] {
  const headers = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))];
  return rows.map(({ rowNumber, sheet, cells, outcome, reasons, warnings }) => ({
    Sheet: sheet,
    Row: rowNumber,
    ...Object.fromEntries(headers.map((header) => [header, cells[header] ?? null])),
    Outcome: outcome,
    Why: [...reasons, ...warnings].map(({ message }) => message).join('; '),
  }));
}

/** An entry of the audit log as cells, in the order of the file. */
export function auditCells(entry: AuditEntry, zone: string): ExportRow {
  const { date, time } = localOf(entry.at, zone);
  const json = (row: AuditEntry['before']) => (row === null ? null : JSON.stringify(row));
  return {
    Date: date,
    Time: time,
    'Time (UTC)': new Date(entry.at).toISOString(),
    Who: entry.actor?.name ?? null,
    Action: entry.action,
    Record: entry.entity,
    Name: entry.label,
    Id: entry.entityId,
    Sensitive: entry.sensitive ? 'YES' : null,
    Before: json(entry.before),
    After: json(entry.after),
    Request: entry.requestId,
  };
}

/** `leads-koramangala-2026-11-21.csv`: which list, of which center, on which day. */
export function fileName(kind: string, center: { slug: string }, today: string, format: string): string {
  return `${kind}-${center.slug}-${today}.${format}`;
}
