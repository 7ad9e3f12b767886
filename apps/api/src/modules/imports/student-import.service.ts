import { Injectable } from '@nestjs/common';
import type { StudentRecord } from '@cartwheel/sheets';
import { EnrollmentsImportService, type ImportedEnrollment } from '../enrollments/index.ts';
import { StudentsImportService } from '../students/index.ts';
import { TimelineService } from '../timeline/index.ts';
import { FeesImportService } from './fees-import.service.ts';
import { type Imported, type ImportContext, noteOf } from './import-context.ts';
import { personOf } from './imported-person.ts';
import { batchNamed, cancelReasonOf, planOf } from './known-words.rules.ts';
import type { RowReason } from './sheet-request.ts';

@Injectable()
export class StudentImportService {
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

  async bringIn(record: StudentRecord, context: ImportContext, rowNumber: number): Promise<Imported> {
    const person = personOf(record, context.center);
    const child = (await this.students.known([person])).get(0);
    if (child && (await this.isRepeated(record, child.id, context))) {
      return repeated(child.id, await this.students.complete(child.id, person));
    }
    if (child) await this.students.complete(child.id, person);
    const studentId = child?.id ?? (await this.students.add(person, { file: context.fileName, row: rowNumber }));
    if (record.notes) await this.timeline.record({ studentId, kind: 'student.note', text: record.notes });
    const { enrollmentId, warnings } = await this.enroll(studentId, record, context);
    await this.fees.add({ studentId, enrollmentId, record }, context);
    return { outcome: 'CREATED', studentId, leadId: null, reasons: [], warnings };
  }

  private async isRepeated(record: StudentRecord, id: string, context: ImportContext): Promise<boolean> {
    if (record.startDate === null) return true;
    const known = await this.enrollments.known(soughtOf(record, { position: 0, id }, context));
    return known.size > 0;
  }

  private async enroll(studentId: string, record: StudentRecord, context: ImportContext) {
    if (record.startDate === null) {
      const warning = noteOf('startDate', 'not_enrolled', 'Without a start date the child is not enrolled.');
      return { enrollmentId: null, warnings: [warning] };
    }
    const terms = termsOf(record, record.startDate, context);
    const { enrollmentId, agreed, placed } = await this.enrollments.add(studentId, terms);
    const details = { plan: agreed.planName, startDate: agreed.startDate, endDate: agreed.endDate };
    await this.timeline.record({ studentId, kind: 'enrollment.created', details });
    return { enrollmentId, warnings: warningsOf(record, terms, placed) };
  }
}

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

function repeated(studentId: string, changed: boolean): Imported {
  const reason = noteOf(null, 'known_enrollment', 'This enrollment is written down already.');
  return {
    outcome: changed ? 'UPDATED' : 'SKIPPED',
    studentId,
    leadId: null,
    reasons: changed ? [] : [reason],
    warnings: [],
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
