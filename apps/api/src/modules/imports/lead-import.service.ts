import { Injectable } from '@nestjs/common';
import { instantOf } from '@cartwheel/domain/calendar';
import type { LeadRecord } from '@cartwheel/sheets';
import { FollowUpsService } from '../follow-ups/index.ts';
import { IntroVisitsImportService } from '../intro-visits/index.ts';
import { LeadsImportService } from '../leads/index.ts';
import { familyKeys, StudentsImportService } from '../students/index.ts';
import { type Imported, type ImportContext, noteOf, type RowsImporter, type RowToImport } from './import-context.ts';
import { assertDifferent, knownBefore, peopleOf, personOf, toWrite } from './imported-person.ts';
import { colleagueNamed, sourceName } from './known-words.rules.ts';

const NOON = '12:00';
const MORNING = '10:00';

@Injectable()
export class LeadImportService implements RowsImporter<LeadRecord> {
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

  takeTurns(rows: readonly RowToImport<LeadRecord>[], context: ImportContext): Promise<void> {
    return this.students.takeTurns(peopleOf(rows, context));
  }

  keysOf({ record }: RowToImport<LeadRecord>, { center }: ImportContext): string[] {
    return familyKeys(personOf(record, center));
  }

  async bringIn(rows: readonly RowToImport<LeadRecord>[], context: ImportContext): Promise<Imported[]> {
    const people = peopleOf(rows, context);
    const { children, repeated } = await this.known(
      rows.map(({ record }) => record),
      context,
    );
    assertDifferent(children, rows.length);
    const written = await this.students.write(toWrite(people, rows, children, context));
    const asking = rows.flatMap(({ record }, position) =>
      repeated.has(position) ? [] : [{ position, studentId: written[position]!.studentId, record }],
    );
    const leads = new Map((await this.addLeads(asking, context)).map((lead) => [lead.position, lead]));
    return written.map(({ studentId, changed }, position) => {
      const lead = leads.get(position);
      if (!lead) return knownBefore(studentId, { leadId: repeated.get(position)!, changed, reason: KNOWN });
      return { outcome: 'CREATED', studentId, leadId: lead.leadId, reasons: [], warnings: lead.warnings };
    });
  }

  private async addLeads(asking: readonly Asking[], context: ImportContext) {
    if (asking.length === 0) return [];
    const ids = await this.leads.add(asking.map((one) => leadOf(one, context)));
    const leads = asking.map((one, index) => ({ ...one, leadId: ids[index]! }));
    const { timezone, today } = context.center;
    await this.visits.add(
      leads.flatMap(({ studentId, leadId, record }) => {
        const { trialOn: date } = record;
        return date === null ? [] : [{ studentId, leadId, date, status: visitStatus(record, today) }];
      }),
      timezone,
    );
    await this.followUps.planMany(leads.flatMap((lead) => followUpOf(lead, context)));
    return leads.map(({ position, leadId, record }) => {
      const isUnknown = record.assignedTo !== null && colleagueNamed(record.assignedTo, context.staff) === null;
      const message = `Nobody called “${record.assignedTo}” works here.`;
      return { position, leadId, warnings: isUnknown ? [noteOf('assignedTo', 'unknown_staff', message)] : [] };
    });
  }
}

const KNOWN = noteOf(null, 'known_lead', 'This enquiry is written down already.');

interface Asking {
  position: number;
  studentId: string;
  record: LeadRecord;
}

function leadOf({ studentId, record }: Asking, context: ImportContext) {
  return {
    studentId,
    status: record.status,
    deadReason: record.deadReason,
    deadNote: record.deadReason === 'OTHER' ? (record.notes ?? 'As it was imported') : null,
    source: sourceName(record.source, context.sources),
    discoveryNotes: [record.sourceDetail, record.notes].filter((text) => text !== null).join('\n') || null,
    preferredDays: record.preferredDays,
    preferredTimes: record.preferredTimes === null ? [] : [record.preferredTimes],
    assignedToUserId: colleagueNamed(record.assignedTo, context.staff),
    askedAt: askedAt(record.enquiredOn, context),
  };
}

/** What was won or lost has no next step. */
function followUpOf({ studentId, leadId, record }: Asking & { leadId: string }, { center, staff }: ImportContext) {
  const { followUpOn, status, assignedTo } = record;
  if (followUpOn === null || status === 'ENROLLED' || status === 'DEAD_LEAD') return [];
  const dueAt = instantOf(followUpOn, MORNING, center.timezone).instant;
  return [{ studentId, leadId, assignedToUserId: colleagueNamed(assignedTo, staff), dueAt }];
}

function soughtOf(record: LeadRecord | undefined, position: number, studentId: string) {
  const isOpen = record?.status !== 'ENROLLED' && record?.status !== 'DEAD_LEAD';
  return { position, studentId, enquiredOn: record?.enquiredOn ?? null, isOpen };
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
