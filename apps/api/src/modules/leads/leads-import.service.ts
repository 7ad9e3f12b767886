import { Injectable } from '@nestjs/common';
import { TimelineService } from '../timeline/index.ts';
import { type ImportedLead, LeadsImportRepository, type LeadSought } from './leads-import.repository.ts';

export type { ImportedLead };

/** Writes down enquiries that happened elsewhere: with the status they have reached, and the day they came. */
@Injectable()
export class LeadsImportService {
  constructor(
    private readonly leads: LeadsImportRepository,
    private readonly timeline: TimelineService,
  ) {}

  known(sought: readonly LeadSought[]): Promise<Map<number, string>> {
    return this.leads.known(sought);
  }

  /** Answers their ids, in their order. */
  async add(leads: readonly (ImportedLead & { studentId: string })[]): Promise<string[]> {
    const ids = await this.leads.add(leads);
    const told = leads.flatMap(({ studentId, source, discoveryNotes }, index) => {
      const of = { studentId, leadId: ids[index]! };
      const created = { ...of, kind: 'lead.created', details: { source } };
      return discoveryNotes ? [created, { ...of, kind: 'lead.note', text: discoveryNotes }] : [created];
    });
    await this.timeline.recordAll(told);
    return ids;
  }
}
