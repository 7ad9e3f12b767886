import { readChild } from './child-details.ts';
import { dayIn, parseDate } from './dates.ts';
import type { TableRow } from './detect-table.ts';
import { cellAt } from './detect-table.ts';
import type { ImportField } from './fields.ts';
import { readGuardians } from './guardian-details.ts';
import { parseLevel, parseMark } from './mark-words.ts';
import type { KnownChildRecord, MarkRecord, SkillRecord } from './records.ts';
import type { MappedColumn, RowReader } from './row-reader.ts';
import { textCell } from './workbook.ts';

const EARLIEST = '1990-01-01';

/** Of a table with a column for each day or skill, one row for each of its filled cells. */
export function expandCells(row: TableRow, columns: MappedColumn[], field: ImportField): MappedColumn[][] {
  const cells = columns.filter((column) => column.field === field);
  if (cells.length < 2) return [columns];
  const others = columns.filter((column) => column.field !== field);
  const filled = cells.filter(({ column }) => cellAt(row, column).kind !== 'EMPTY');
  return filled.map((cell) => [...others, cell]);
}

export function readMark(reader: RowReader): MarkRecord {
  const attendedOn = reader.date('attendedOn', { notBefore: EARLIEST, notAfter: reader.options.today });
  const [cell] = reader.filled('mark');
  const day = attendedOn ?? dayOfHeader(cell, reader);
  if (!day && !reader.text('attendedOn')) reader.problem(null, 'missing_date', 'has no date');
  const written = reader.text('mark');
  const mark = written === null ? null : parseMark(written);
  if (!mark) reader.problem('mark', 'unknown_mark', 'is no attendance we know: say what it means');
  return { ...readKnownChild(reader), attendedOn: day ?? '', mark: mark ?? 'PRESENT' };
}

export function readSkill(reader: RowReader): SkillRecord {
  const [cell] = reader.filled('level');
  const isGrid = !reader.columns.some(({ field }) => field === 'skill');
  const skill = isGrid ? meantByHeader(cell, reader) : reader.text('skill');
  if (!skill) reader.problem(null, 'missing_skill', 'does not say which skill');
  const written = reader.text('level');
  const level = written === null ? null : parseLevel(written);
  if (!level) reader.problem('level', 'unknown_level', 'is no level we know: say what it means');
  const assessedOn = reader.date('assessedOn', { notBefore: EARLIEST, notAfter: reader.options.today });
  return { ...readKnownChild(reader), skill: skill ?? '', level: level ?? 'NOT_STARTED', assessedOn };
}

function readKnownChild(reader: RowReader): KnownChildRecord {
  const child = readChild(reader);
  const guardians = readGuardians(reader, child);
  return { child, guardians, batch: reader.text('batch'), notes: reader.joined('notes', '\n') };
}

/** The day a header names, with or without its weekday. */
function dayOfHeader(column: MappedColumn | undefined, { options }: Pick<RowReader, 'options'>) {
  const reading = column && parseDate(textCell(dayIn(column.header)), options.dateOrder);
  return reading && 'date' in reading && reading.date <= options.today ? reading.date : null;
}

function meantByHeader(column: MappedColumn | undefined, { options }: RowReader): string | null {
  if (!column) return null;
  return options.valueMap?.skill?.[column.header] ?? column.header;
}
