import { Injectable } from '@nestjs/common';
import type { LeadRecord, StudentRecord } from '@cartwheel/sheets';
import { ImportBatches } from './import-batches.service.ts';
import { noteOf } from './import-context.ts';
import { ImportContextService } from './import-context.service.ts';
import { ImportRowsRepository, type RowResult, type WaitingRow } from './import-rows.repository.ts';
import type { ImportState } from './imports.repository.ts';
import { LeadImportService } from './lead-import.service.ts';
import { StudentImportService } from './student-import.service.ts';

const AT_ONCE = 1000;

/** Says what would become of the rows that can be read. */
@Injectable()
export class ImportPreviewService {
  constructor(
    private readonly contexts: ImportContextService,
    private readonly rows: ImportRowsRepository,
    private readonly batches: ImportBatches,
    private readonly leads: LeadImportService,
    private readonly students: StudentImportService,
  ) {}

  /** Families are looked up; marks and ratings are brought in and taken back, as only that tells what is in their way. */
  async of(state: ImportState, staged: readonly WaitingRow[]): Promise<RowResult[]> {
    if (state.kind === 'LEADS' || state.kind === 'STUDENTS') return this.lookUp(state, staged);
    return this.rows.rehearse(async () => {
      const results = [];
      for (const part of partsOf(staged)) results.push(...(await this.batches.bringIn(state, part)));
      return results;
    });
  }

  private async lookUp(state: ImportState, staged: readonly WaitingRow[]): Promise<RowResult[]> {
    const context = await this.contexts.of(state);
    const results = [];
    for (const part of partsOf(staged)) {
      const records = part.map(({ record }) => record);
      const { children, repeated } =
        state.kind === 'LEADS'
          ? // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- staged by the kind of the import
            await this.leads.known(records as LeadRecord[], context)
          : // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- staged by the kind of the import
            await this.students.known(records as StudentRecord[], context);
      for (const [index, { position, warnings }] of part.entries()) {
        results.push({
          position,
          warnings,
          outcome: repeated.has(index) ? ('SKIPPED' as const) : ('CREATED' as const),
          reasons: repeated.has(index) ? [KNOWN] : [],
          studentId: children.get(index)?.id ?? null,
          leadId: (state.kind === 'LEADS' && repeated.get(index)) || null,
        });
      }
    }
    return results;
  }
}

const KNOWN = noteOf(null, 'known_already', 'This is written down already.');

function partsOf<Row>(rows: readonly Row[]): Row[][] {
  const count = Math.ceil(rows.length / AT_ONCE);
  return Array.from({ length: count }, (_, part) => rows.slice(part * AT_ONCE, (part + 1) * AT_ONCE));
}
