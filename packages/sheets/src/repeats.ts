import { normaliseName } from '@cartwheel/domain/names';
import type { InterpretedRow, LeadRecord, RowPlace, StudentRecord } from './records.ts';

/**
 * Finds rows about a child that an earlier row is about: a phone (or e-mail) in common, the same name, and
 * no contradiction between dates of birth. Twins have two names, so they are two children.
 */
export class Repeats {
  private readonly seen = new Map<string, InterpretedRow[]>();

  /** Marks a readable row as a repeat, or remembers it. */
  settle(row: InterpretedRow): InterpretedRow {
    const record = row.lead ?? row.student;
    if (row.outcome !== 'OK' || !record) return row;
    const keys = keysOf(record);
    const earlier = keys.flatMap((key) => this.seen.get(key) ?? []).filter((other) => isSameChild(row, other));
    const repeated = earlier.find((other) => isSameEnrollment(row.student, other.student));
    for (const key of keys) this.seen.set(key, [...(this.seen.get(key) ?? []), row]);
    if (repeated) return { ...row, outcome: 'SKIP', repeatOf: placeOf(repeated), warnings: noted(row, repeated) };
    return { ...row, sameChildAs: earlier[0] ? placeOf(earlier[0]) : null };
  }
}

function keysOf({ child, guardians }: LeadRecord | StudentRecord): string[] {
  const name = normaliseName(`${child.firstName} ${child.lastName ?? ''}`);
  const contacts = guardians.flatMap(({ phone, otherPhones, email }) => [
    ...[phone, ...otherPhones].flatMap((number) => number?.e164 ?? []),
    ...(email ? [email] : []),
  ]);
  return contacts.map((contact) => `${contact}/${name}`);
}

function isSameChild(row: InterpretedRow, other: InterpretedRow): boolean {
  const [dob, otherDob] = [row, other].map(({ lead, student }) => (lead ?? student)?.child.dob ?? null);
  return !dob || !otherDob || dob === otherDob;
}

/** A student may be in a file several times, once for each term. */
function isSameEnrollment(student: StudentRecord | null, other: StudentRecord | null): boolean {
  return student?.startDate === other?.startDate && student?.batch === other?.batch;
}

function placeOf({ sheet, rowNumber, child }: InterpretedRow): RowPlace {
  return { sheet, rowNumber, child };
}

function noted(row: InterpretedRow, { rowNumber, sheet }: InterpretedRow): InterpretedRow['warnings'] {
  const where = sheet === row.sheet ? `row ${rowNumber}` : `row ${rowNumber} of “${sheet}”`;
  const message = `Row ${row.rowNumber} repeats ${where}: the same child and phone.`;
  return [...row.warnings, { field: null, code: 'repeated_row', message }];
}
