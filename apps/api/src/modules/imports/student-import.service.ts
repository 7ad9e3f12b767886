import { Injectable } from '@nestjs/common';
import type { StudentRecord } from '@cartwheel/sheets';
import { EnrollmentsImportService, type ImportedEnrollment } from '../enrollments/index.ts';
import { familyKeys, StudentsImportService } from '../students/index.ts';
import { TimelineService } from '../timeline/index.ts';
import { FeesImportService } from './fees-import.service.ts';
import {
  type Imported,
  type ImportContext,
  noteOf,
  OneByOne,
  type RowsImporter,
  type RowToImport,
} from './import-context.ts';
import { assertDifferent, knownBefore, peopleOf, personOf, toWrite } from './imported-person.ts';
import { batchNamed, cancelReasonOf, planOf } from './known-words.rules.ts';
import type { RowReason } from './sheet-request.ts';

@Injectable()
export class StudentImportService implements RowsImporter<StudentRecord> {
  constructor(
    private readonly students: StudentsImportService,
    private readonly enrollments: EnrollmentsImportService,
    private readonly fees: FeesImportService,
    private readonly timeline: TimelineService,
  ) {}

  /** Which of these would not be written again, by position; and whose child is known. */
  async known(records: readonly StudentRecord[], context: ImportContext) {
    const children = await this.students.known(records.map((record) => personOf(record, context.center)));
    const sought = [...children].flatMap(([position, { id }]) =>
      soughtOf(records[position], { position, id }, context),
    );
    const without = [...children.keys()].filter((position) => records[position]?.startDate === null);
    const repeated = await this.enrollments.known(sought);
    for (const position of without) repeated.set(position, '');
    return { children, repeated };
  }

  takeTurns(rows: readonly RowToImport<StudentRecord>[], context: ImportContext): Promise<void> {
    return this.students.takeTurns(peopleOf(rows, context));
  }

  keysOf({ record }: RowToImport<StudentRecord>, { center }: ImportContext): string[] {
    return familyKeys(personOf(record, center));
  }

  async bringIn(rows: readonly RowToImport<StudentRecord>[], context: ImportContext): Promise<Imported[]> {
    const people = peopleOf(rows, context);
    const { children, repeated } = await this.known(
      rows.map(({ record }) => record),
      context,
    );
    assertDifferent(children, rows.length);
    // Of whom there is no start date, the child alone is written down.
    const fresh = rows.flatMap(({ record }, position) => (repeated.has(position) ? [] : [{ position, record }]));
    await this.assertPlaces(fresh, context);
    const written = await this.students.write(toWrite(people, rows, children, context));
    const asking = fresh.map((one) => ({ ...one, studentId: written[one.position]!.studentId }));
    await this.timeline.recordAll(asking.flatMap(noteOfChild));
    const warnings = new Map(await this.enroll(asking, context));
    return written.map(({ studentId, changed }, position) => {
      const warned = warnings.get(position);
      if (!warned) return knownBefore(studentId, { leadId: null, changed, reason: KNOWN });
      return { outcome: 'CREATED', studentId, leadId: null, reasons: [], warnings: warned };
    });
  }

  /** A row that may find its batch full is no part of many: it is refused without the others. */
  private async assertPlaces(fresh: readonly Asked[], context: ImportContext): Promise<void> {
    const asking = fresh.flatMap(({ position, record }) =>
      record.startDate === null ? [] : [{ position, terms: termsOf(record, record.startDate, context) }],
    );
    const room = await this.enrollments.roomFor(asking.map(({ terms }) => terms));
    const doubtful = asking.filter((_, index) => room[index] !== null);
    const [first] = room.filter((problem) => problem !== null && problem !== 'PERHAPS');
    if (fresh.length === 1 && first) throw first;
    if (fresh.length > 1 && doubtful.length > 0) {
      throw new OneByOne(new Set(doubtful.map(({ position }) => position)));
    }
  }

  /** Answers the warnings by position. */
  private async enroll(asking: readonly Enrolling[], context: ImportContext): Promise<[number, RowReason[]][]> {
    const dated = asking.flatMap((one) => {
      const { startDate } = one.record;
      return startDate === null ? [] : [{ ...one, imported: termsOf(one.record, startDate, context) }];
    });
    const undated = asking.filter(({ record }) => record.startDate === null);
    const enrollments = await this.enrollments.add(dated);
    await this.timeline.recordAll(
      dated.map(({ studentId }, index) => {
        const { planName: plan, startDate, endDate } = enrollments[index]!.agreed;
        return { studentId, kind: 'enrollment.created', details: { plan, startDate, endDate } };
      }),
    );
    await this.fees.add(
      [
        ...dated.map((one, index) => ({ ...one, enrollmentId: enrollments[index]!.enrollmentId })),
        ...undated.map((one) => ({ ...one, enrollmentId: null })),
      ],
      context,
    );
    return [
      ...dated.map(({ position, record, imported }, index): [number, RowReason[]] => {
        return [position, warningsOf(record, imported, enrollments[index]!.placed)];
      }),
      ...undated.map(({ position }): [number, RowReason[]] => [position, [NOT_ENROLLED]]),
    ];
  }
}

const KNOWN = noteOf(null, 'known_enrollment', 'This enrollment is written down already.');
const NOT_ENROLLED = noteOf('startDate', 'not_enrolled', 'Without a start date the child is not enrolled.');

interface Asked {
  position: number;
  record: StudentRecord;
}

interface Enrolling extends Asked {
  studentId: string;
}

const noteOfChild = ({ studentId, record: { notes } }: Enrolling) =>
  notes ? [{ studentId, kind: 'student.note', text: notes }] : [];

function soughtOf(record: StudentRecord | undefined, of: { position: number; id: string }, context: ImportContext) {
  if (!record?.startDate) return [];
  const { planType, startDate, batchId } = {
    ...termsOf(record, record.startDate, context),
    batchId: batchIdOf(record, context),
  };
  return [{ position: of.position, studentId: of.id, planType: planType ?? 'CUSTOM', startDate, batchId }];
}

const batchIdOf = ({ batch }: StudentRecord, { batches }: ImportContext) => batchNamed(batch, batches)?.id ?? null;

function termsOf(record: StudentRecord, startDate: string, context: ImportContext): ImportedEnrollment {
  const plan = planOf(record, context.plans);
  const batch = batchNamed(record.batch, context.batches);
  const onlyDay = batch?.daysOfWeek.length === 1 ? batch.daysOfWeek : [];
  return {
    planId: plan?.id ?? null,
    planName: record.plan ?? plan?.name ?? null,
    planType: plan?.planType ?? record.planType,
    validityDays: plan?.validityDays ?? null,
    startDate,
    endDate: record.endDate,
    visitsIncluded: record.visitsIncluded ?? plan?.visitsIncluded ?? null,
    visitsUsed: record.visitsUsed ?? 0,
    daysSelected: record.daysSelected.length > 0 ? record.daysSelected : onlyDay,
    priceMinor: record.feesMinor ?? plan?.priceMinor ?? 0,
    cancelReason: cancelReasonOf(record.status),
    batch,
    withoutPlaceWhenFull: context.withoutPlaceWhenFull,
    today: context.center.today,
  };
}

function warningsOf(record: StudentRecord, { batch, daysSelected }: ImportedEnrollment, placed: boolean): RowReason[] {
  if (record.batch === null) return [];
  if (!batch)
    return [noteOf('batch', 'unknown_batch', `There is no batch called “${record.batch}”: enrolled without a place.`)];
  if (placed) return [];
  const why = daysSelected.some((day) => batch.daysOfWeek.includes(day))
    ? 'is full'
    : 'has no class on the days of this row';
  return [noteOf('batch', 'without_place', `${batch.name} ${why}: enrolled without a place.`)];
}
