import {
  type ColumnMapping,
  type ImportField,
  type ImportKind,
  closestName,
  parseDeadReason,
  parseLevel,
  parseMark,
  parsePaymentMethod,
  parsePlan,
  parseRelationship,
  parseSource,
  parseStatus,
  parseWeekdays,
  plainWords,
  type Table,
} from '@cartwheel/sheets';
import type { Recognised, SheetRequest } from './sheet-request.ts';

const MAX_VALUES = 200;
const MAX_LENGTH = 200;

type Reader = (text: string, request: SheetRequest) => string | null;

const readers: Partial<Record<ImportField, Reader>> = {
  status: (text, { kind }) => statusOf(text, kind),
  deadReason: (text) => parseDeadReason(text),
  source: (text) => parseSource(text).source,
  relationship: (text) => parseRelationship(text),
  plan: (text) => parsePlan(text)?.planType ?? null,
  paymentMethod: (text) => parsePaymentMethod(text),
  daysSelected: (text) => parseWeekdays(text)?.join(', ') || null,
  mark: (text) => parseMark(text),
  level: (text) => parseLevel(text),
  skill: (text, { place }) => closestName(text, place.skillNames),
  batch: (text, { batchNames }) => batchNames.find((name) => plainWords(name) === plainWords(text)) ?? null,
};

function statusOf(text: string, kind: ImportKind): string | null {
  return kind === 'LEADS' ? (parseStatus(text)?.status ?? null) : text;
}

/** The words of the file that stand for something of ours, the most frequent first. */
export function valuesToTranslate(
  table: Table,
  mapping: readonly ColumnMapping[],
  request: SheetRequest,
): Recognised['values'] {
  const fields = new Set(mapping.map(({ field }) => field));
  const found = [...fields].flatMap((field) => {
    const read = field && readers[field];
    if (!field || !read) return [];
    const columns = mapping.filter((column) => column.field === field).map(({ column }) => column);
    return [...countsOf(table, columns)].map(([value, count]) => {
      const meant = request.valueMap[field]?.[value] ?? value;
      return { field, value: value.slice(0, MAX_LENGTH).toWellFormed(), count, becomes: read(meant, request) };
    });
  });
  return found.toSorted((a, b) => b.count - a.count).slice(0, MAX_VALUES);
}

/** Over all columns of a field: a register has one for each day. */
function countsOf(table: Table, columns: readonly number[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { cells } of table.rows) {
    for (const column of columns) {
      const text = cells[column]?.text.trim() ?? '';
      if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
  return counts;
}
