import { Injectable } from '@nestjs/common';
import type { MarkRecord } from '@cartwheel/sheets';
import { Problem } from '../../platform/problems/problem.ts';
import { MarksImportService } from '../attendance/index.ts';
import { PastSessionsService } from '../class-sessions/index.ts';
import { familyKeys, StudentsImportService } from '../students/index.ts';
import {
  type Imported,
  type ImportContext,
  noteOf,
  refusedAs,
  type RowsImporter,
  type RowToImport,
} from './import-context.ts';
import { peopleOf, personOf } from './imported-person.ts';
import { CREATE, MISSING_SESSION, ON_EXISTING, UPDATE, USE, VISITS } from './import-options.rules.ts';
import { assertReadable, brought, findChildren, skipped } from './known-children.ts';
import { batchNamed } from './known-words.rules.ts';

type Row = RowToImport<MarkRecord>;

interface Placed {
  studentId: string;
  sessionId: string;
}

@Injectable()
export class AttendanceImportService implements RowsImporter<MarkRecord> {
  constructor(
    private readonly students: StudentsImportService,
    private readonly sessions: PastSessionsService,
    private readonly marks: MarksImportService,
  ) {}

  takeTurns(rows: readonly Row[], context: ImportContext): Promise<void> {
    return this.students.takeTurns(peopleOf(rows, context));
  }

  /** The same child on the same day: the later row sees the earlier. */
  keysOf({ record }: Row, { center }: ImportContext): string[] {
    const { child, attendedOn } = record;
    const keys = [...familyKeys(personOf(record, center)), `${child.firstName} ${child.lastName}`.toLowerCase()];
    return keys.map((key) => `${key}/${attendedOn}`);
  }

  async bringIn(rows: readonly Row[], context: ImportContext): Promise<Imported[]> {
    const { options } = context;
    const children = await findChildren(this.students, rows, context);
    const found = await this.sessionsOf(rows, context);
    const placed = assertReadable<Placed>(
      rows.map((_, position) => {
        const [studentId, sessionId] = [children[position]!, found[position]!];
        if (studentId instanceof Problem) return studentId;
        return sessionId instanceof Problem ? sessionId : { studentId, sessionId };
      }),
      isProblem,
    );
    const existing = await this.marks.existing(placed);
    const isFree = (one: Placed) => options[ON_EXISTING] === UPDATE || !existing.has(MarksImportService.keyOf(one));
    const wanted = placed.flatMap((one, position) => {
      const { mark: status, notes } = rows[position]!.record;
      const isNew = existing.get(MarksImportService.keyOf(one)) !== status;
      return isFree(one) && isNew ? [{ ...one, status, notes }] : [];
    });
    await this.marks.write(wanted, { useVisits: options[VISITS] === USE });
    return placed.map((one, position) => {
      const was = existing.get(MarksImportService.keyOf(one));
      const isSame = was === rows[position]!.record.mark;
      if (was === undefined) return brought('CREATED', one.studentId);
      return isFree(one) && !isSame ? brought('UPDATED', one.studentId) : skipped(one.studentId, markedAlready(was));
    });
  }

  private async sessionsOf(rows: readonly Row[], { batches, options }: ImportContext): Promise<(string | Problem)[]> {
    const days = rows.map(({ record: { batch, attendedOn: date } }) => {
      const batchId = batchNamed(batch, batches)?.id;
      return batchId ? { batchId, date } : null;
    });
    const asked = days.filter((day) => day !== null);
    const sessions = await this.sessions.find(asked, { create: options[MISSING_SESSION] === CREATE });
    return days.map((day, position) => {
      const { batch, attendedOn } = rows[position]!.record;
      if (!day && batch === null) return refusedAs('batch', 'missing_batch', 'The row does not say in which batch');
      if (!day) return refusedAs('batch', 'unknown_batch', `There is no batch called “${batch}”`);
      return (
        sessions.get(PastSessionsService.keyOf(day)) ??
        refusedAs('attendedOn', 'no_class', `There is no class of ${batch} on ${attendedOn}`)
      );
    });
  }
}

const isProblem = (one: Placed | Problem): one is Problem => one instanceof Problem;

const markedAlready = (was: string) =>
  noteOf('mark', 'marked_already', `This is marked already, as ${was.toLowerCase()}.`);
