import type { KnownChildRecord } from '@cartwheel/sheets';
import type { Problem } from '../../platform/problems/problem.ts';
import type { StudentsImportService } from '../students/index.ts';
import { type Imported, type ImportContext, OneByOne, refusedAs, type RowToImport } from './import-context.ts';
import { personOf } from './imported-person.ts';
import { batchNamed } from './known-words.rules.ts';
import type { RowReason } from './sheet-request.ts';

type Row = RowToImport<KnownChildRecord>;

/** Who each row is about, in their order, or why nobody is. */
export async function findChildren(
  students: StudentsImportService,
  rows: readonly Row[],
  context: ImportContext,
): Promise<(string | Problem)[]> {
  const sought = rows.map(({ record }) => ({
    person: personOf(record, context.center),
    batchId: batchNamed(record.batch, context.batches)?.id ?? null,
  }));
  const found = await students.find(sought);
  return found.map((one, index) => {
    if (typeof one === 'object') return one.id;
    const { firstName, lastName } = rows[index]!.record.child;
    const name = [firstName, lastName].filter(Boolean).join(' ');
    return one === 'SEVERAL'
      ? refusedAs(
          'childName',
          'several_children',
          `Several are called “${name}”: say a phone, a date of birth or the batch`,
        )
      : refusedAs('childName', 'unknown_child', `Nobody called “${name}” is known here with what this row says`);
  });
}

/** Rows that cannot be brought in are refused one by one, without the others. */
export function assertReadable<T>(
  found: readonly (T | Problem)[],
  isProblem: (one: T | Problem) => one is Problem,
): T[] {
  const readable: T[] = [];
  const refused = new Set<number>();
  for (const [position, one] of found.entries()) {
    if (!isProblem(one)) readable.push(one);
    else if (found.length === 1) throw one;
    else refused.add(position);
  }
  if (refused.size > 0) throw new OneByOne(refused);
  return readable;
}

export const skipped = (studentId: string, reason: RowReason): Imported => ({
  outcome: 'SKIPPED',
  studentId,
  leadId: null,
  reasons: [reason],
  warnings: [],
});

export const brought = (outcome: 'CREATED' | 'UPDATED', studentId: string): Imported => ({
  outcome,
  studentId,
  leadId: null,
  reasons: [],
  warnings: [],
});
