import type { Weekday } from '@cartwheel/domain/calendar';
import { readChild } from './child-details.ts';
import type { ImportField } from './fields.ts';
import { readGuardians } from './guardian-details.ts';
import type { PersonRecord } from './records.ts';
import type { RowReader } from './row-reader.ts';
import { parseSource } from './sources.ts';
import { parseWeekdays } from './weekdays.ts';

/** What leads and students have in common. */
export function readPerson(reader: RowReader): PersonRecord {
  const child = readChild(reader);
  const guardians = readGuardians(reader, child);
  const isReachable = guardians.some(({ phone }) => phone !== null);
  const hasPhoneProblem = reader.problems.some(({ field }) => field === 'phone' || field === 'phone2');
  if (!isReachable && !hasPhoneProblem) reader.warn(null, 'missing_phone', 'has no phone number');

  const source = reader.text('source');
  const reading = source === null ? null : parseSource(source);
  return {
    child,
    guardians,
    source: reading?.source ?? null,
    sourceDetail: reading?.detail ?? null,
    notes: reader.joined('notes', '\n'),
    preferredDays: readDays(reader, 'preferredDays'),
    preferredTimes: reader.text('preferredTimes'),
    assignedTo: reader.text('assignedTo'),
  };
}

export function readDays(reader: RowReader, field: ImportField): Weekday[] {
  const text = reader.text(field);
  if (text === null) return [];
  const days = parseWeekdays(text);
  if (!days) reader.warn(field, 'unknown_days', 'are no weekdays we know; they are kept in the notes');
  return days ?? [];
}

/** What could not be understood stays readable: nothing a person wrote is dropped silently. */
export function withKeptTexts<Person extends PersonRecord>(record: Person, reader: RowReader): Person {
  const kept = reader.warnings
    .filter(({ code }) => code.startsWith('unknown_'))
    .flatMap(({ field }) => (field ? reader.filled(field) : []))
    .map((column) => `${column.header}: ${reader.textOf(column) ?? ''}`);
  if (kept.length === 0) return record;
  return { ...record, notes: [record.notes, ...kept].filter((line) => line !== null).join('\n') };
}
