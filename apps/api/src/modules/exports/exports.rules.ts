import type { AuditEntry } from '@cartwheel/contracts';
import { localOf } from '@cartwheel/domain/calendar';

/** An entry of the audit log as cells, in the order of the file. */
export function auditCells(entry: AuditEntry, zone: string): Record<string, string | null> {
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

/** Excel takes no more in one cell. */
export const LONGEST_CELL = 32_767;
