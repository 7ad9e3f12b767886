import { Injectable } from '@nestjs/common';
import type { LeadRecord, StudentRecord } from '@cartwheel/sheets';
import { noteOf } from './import-context.ts';
import { ImportContextService } from './import-context.service.ts';
import type { RowResult } from './import-rows.repository.ts';
import type { ImportState } from './imports.repository.ts';
import { LeadImportService } from './lead-import.service.ts';
import { StudentImportService } from './student-import.service.ts';

export interface StagedRecord {
  position: number;
  record: LeadRecord | StudentRecord;
}

/** Says what would become of the rows that can be read. */
@Injectable()
export class ImportPreviewService {
  constructor(
    private readonly contexts: ImportContextService,
    private readonly leads: LeadImportService,
    private readonly students: StudentImportService,
  ) {}

  async of(state: ImportState, staged: readonly StagedRecord[]): Promise<Omit<RowResult, 'warnings'>[]> {
    const context = await this.contexts.of(state);
    const records = staged.map(({ record }) => record);
    const { children, repeated } =
      state.kind === 'LEADS'
        ? await this.leads.known(records as LeadRecord[], context) // staged by the kind of the import
        : await this.students.known(records as StudentRecord[], context); // staged by the kind of the import
    const reason = noteOf(null, 'known_already', 'This is written down already.');
    return staged.map(({ position }, index) => ({
      position,
      outcome: repeated.has(index) ? ('SKIPPED' as const) : ('CREATED' as const),
      reasons: repeated.has(index) ? [reason] : [],
      studentId: children.get(index)?.id ?? null,
      leadId: (state.kind === 'LEADS' && repeated.get(index)) || null,
    }));
  }
}
