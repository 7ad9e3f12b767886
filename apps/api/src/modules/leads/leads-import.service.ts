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

  async add(studentId: string, lead: ImportedLead, notes: string | null): Promise<string> {
    const leadId = await this.leads.add(studentId, lead);
    await this.timeline.record({ studentId, leadId, kind: 'lead.created', details: { source: lead.source } });
    if (notes) await this.timeline.record({ studentId, leadId, kind: 'lead.note', text: notes });
    return leadId;
  }
}
