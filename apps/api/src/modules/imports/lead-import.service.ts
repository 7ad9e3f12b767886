import { Injectable } from '@nestjs/common';
import { instantOf } from '@cartwheel/domain/calendar';
import type { LeadRecord } from '@cartwheel/sheets';
import { FollowUpsService } from '../follow-ups/index.ts';
import { IntroVisitsImportService } from '../intro-visits/index.ts';
import { LeadsImportService } from '../leads/index.ts';
import { StudentsImportService } from '../students/index.ts';
import { type Imported, type ImportContext, noteOf } from './import-context.ts';
import { personOf } from './imported-person.ts';
import { colleagueNamed, sourceName } from './known-words.rules.ts';

const NOON = '12:00';
const MORNING = '10:00';

@Injectable()
export class LeadImportService {
  constructor(
    private readonly students: StudentsImportService,
    private readonly leads: LeadsImportService,
    private readonly followUps: FollowUpsService,
    private readonly visits: IntroVisitsImportService,
  ) {}

  /** Which of these would not be written again, by position; and whose child is known. */
  async known(records: readonly LeadRecord[], { center }: ImportContext) {
    const children = await this.students.known(records.map((record) => personOf(record, center)));
    const leads = await this.leads.known(
      [...children].map(([position, { id }]) => soughtOf(records[position], position, id)),
    );
    return { children, repeated: leads };
  }

  async bringIn(record: LeadRecord, context: ImportContext, rowNumber: number): Promise<Imported> {
    const person = personOf(record, context.center);
    const child = (await this.students.known([person])).get(0);
    const lead = child && (await this.leads.known([soughtOf(record, 0, child.id)])).get(0);
    const changed = child ? await this.students.complete(child.id, person) : false;
    if (child && lead) return known(child.id, lead, changed);
    const studentId = child?.id ?? (await this.students.add(person, { file: context.fileName, row: rowNumber }));
    const { leadId, warnings } = await this.addLead(studentId, record, context);
    return { outcome: 'CREATED', studentId, leadId, reasons: [], warnings };
  }

  private async addLead(studentId: string, record: LeadRecord, context: ImportContext) {
    const assignedToUserId = colleagueNamed(record.assignedTo, context.staff);
    const isUnknown = record.assignedTo !== null && assignedToUserId === null;
    const notes = [record.sourceDetail, record.notes].filter((text) => text !== null).join('\n') || null;
    const lead = {
      status: record.status,
      deadReason: record.deadReason,
      deadNote: record.deadReason === 'OTHER' ? (record.notes ?? 'As it was imported') : null,
      source: sourceName(record.source, context.sources),
      discoveryNotes: notes,
      preferredDays: record.preferredDays,
      preferredTimes: record.preferredTimes === null ? [] : [record.preferredTimes],
      assignedToUserId,
      askedAt: askedAt(record.enquiredOn, context),
    };
    const leadId = await this.leads.add(studentId, lead, notes);
    await this.addVisit(record, { studentId, leadId }, context);
    await this.addFollowUp(record, { studentId, leadId, assignedToUserId }, context);
    const message = `Nobody called “${record.assignedTo}” works here.`;
    return { leadId, warnings: isUnknown ? [noteOf('assignedTo', 'unknown_staff', message)] : [] };
  }

  private async addVisit(record: LeadRecord, of: { studentId: string; leadId: string }, { center }: ImportContext) {
    if (record.trialOn === null) return;
    const { timezone, today } = center;
    await this.visits.add({ ...of, date: record.trialOn, status: visitStatus(record, today), timezone });
  }

  /** What was won or lost has no next step. */
  private async addFollowUp(
    { followUpOn, status }: LeadRecord,
    of: { studentId: string; leadId: string; assignedToUserId: string | null },
    { center }: ImportContext,
  ): Promise<void> {
    if (followUpOn === null || status === 'ENROLLED' || status === 'DEAD_LEAD') return;
    await this.followUps.plan({ ...of, dueAt: instantOf(followUpOn, MORNING, center.timezone).instant });
  }
}

function soughtOf(record: LeadRecord | undefined, position: number, studentId: string) {
  const isOpen = record?.status !== 'ENROLLED' && record?.status !== 'DEAD_LEAD';
  return { position, studentId, enquiredOn: record?.enquiredOn ?? null, isOpen };
}

function known(studentId: string, leadId: string, changed: boolean): Imported {
  const reason = noteOf(null, 'known_lead', 'This enquiry is written down already.');
  return {
    outcome: changed ? 'UPDATED' : 'SKIPPED',
    studentId,
    leadId,
    reasons: changed ? [] : [reason],
    warnings: [],
  };
}

/** Noon of the day they came; not later than now. */
function askedAt(enquiredOn: string | null, { center }: ImportContext): string | null {
  if (enquiredOn === null || enquiredOn >= center.today) return null;
  return instantOf(enquiredOn, NOON, center.timezone).instant;
}

function visitStatus({ trialAttended, trialOn, status }: LeadRecord, today: string) {
  if (trialAttended !== null) return trialAttended ? 'ATTENDED' : 'NO_SHOW';
  if (status === 'INTRO_ATTENDED' && trialOn !== null && trialOn <= today) return 'ATTENDED';
  return status === 'NO_SHOW' ? 'NO_SHOW' : 'SCHEDULED';
}
