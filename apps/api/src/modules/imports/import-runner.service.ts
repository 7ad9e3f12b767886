import { Injectable } from '@nestjs/common';
import type { LeadRecord, StudentRecord } from '@cartwheel/sheets';
import type { Context } from '../../platform/database/database.ts';
import { UnitsOfWork } from '../../platform/database/units-of-work.ts';
import type { Problem } from '../../platform/problems/problem.ts';
import { toProblem } from '../../platform/problems/translate.ts';
import { StudentsImportService } from '../students/index.ts';
import { type Imported, type ImportContext, noteOf } from './import-context.ts';
import { ImportContextService } from './import-context.service.ts';
import { personOf } from './imported-person.ts';
import { ImportRowsRepository, type WaitingRow } from './import-rows.repository.ts';
import { ImportStagingService } from './import-staging.service.ts';
import { ImportsRepository, type ImportState } from './imports.repository.ts';
import { LeadImportService } from './lead-import.service.ts';
import { StudentImportService } from './student-import.service.ts';

const AT_ONCE = 50;
const TRIES = 5;
/** What says nothing about the row: the same row may go well a moment later, and the worker tries again. */
const passing = new Set(['conflict_retry', 'overloaded', 'unavailable']);

/** Imports in small units of work. Rows are settled in the unit that wrote them, so that it may stop and go on anywhere. */
@Injectable()
export class ImportRunner {
  constructor(
    private readonly units: UnitsOfWork,
    private readonly imports: ImportsRepository,
    private readonly rows: ImportRowsRepository,
    private readonly staging: ImportStagingService,
    private readonly contexts: ImportContextService,
    private readonly students: StudentsImportService,
    private readonly leadImport: LeadImportService,
    private readonly studentImport: StudentImportService,
  ) {}

  /** `context` names who asked for it. Running it again goes on where it stopped; what cannot pass ends the import. */
  async run(importId: string, context: Context): Promise<void> {
    try {
      await this.runAll(importId, context);
    } catch (error) {
      const problem = toProblem(error);
      if (passing.has(problem.code)) throw error;
      await this.units.run(context, () => this.imports.finish(importId, 'FAILED', problem.message));
      if (problem.status >= 500) throw error;
    }
  }

  /** Takes back what an import wrote, all at once. */
  async undo(importId: string, context: Context): Promise<void> {
    await this.units.run(context, async () => {
      await this.imports.takeTime();
      const found = await this.imports.lock(importId);
      if (found?.status !== 'UNDOING') return;
      await this.imports.setUndone(importId, await this.imports.undo(importId));
    });
  }

  private async runAll(importId: string, context: Context): Promise<void> {
    const isStaged = await this.staging.ensure(importId, context);
    if (!isStaged) return;
    while (await this.patiently(() => this.units.run({ ...context, importId }, () => this.nextRows(importId))));
  }

  private async patiently<T>(work: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await work();
      } catch (error) {
        if (attempt === TRIES || !passing.has(toProblem(error).code)) throw error;
      }
    }
  }

  /** Answers whether there may be more. */
  private async nextRows(importId: string): Promise<boolean> {
    await this.imports.takeTime();
    const found = await this.imports.lock(importId);
    if (found?.status !== 'RUNNING') return false;
    const waiting = await this.rows.waiting(importId, AT_ONCE);
    if (waiting.length > 0) await this.importRows(found, waiting);
    const { total, done, ...counts } = await this.rows.progress(importId);
    await this.imports.setProgress(importId, { done, total }, counts);
    if (done === total) await this.imports.finish(importId, 'DONE', null);
    return done < total;
  }

  private async importRows(found: ImportState, waiting: readonly WaitingRow[]): Promise<void> {
    const context = await this.contexts.of(found);
    await this.students.takeTurns(waiting.map(({ record }) => personOf(record, context.center)));
    const results = [];
    for (const row of waiting) {
      const { warnings, ...imported } = await this.importRow(found, row, context);
      results.push({ ...imported, position: row.position, warnings: [...row.warnings, ...warnings] });
    }
    await this.rows.settle(found.id, results);
  }

  /** All of a row or nothing. */
  private async importRow(
    { kind }: ImportState,
    { record, rowNumber }: WaitingRow,
    context: ImportContext,
  ): Promise<Imported> {
    try {
      return await this.rows.attempt(
        () =>
          kind === 'LEADS'
            ? this.leadImport.bringIn(record as LeadRecord, context, rowNumber) // staged by the kind of the import
            : this.studentImport.bringIn(record as StudentRecord, context, rowNumber), // staged by the kind of the import
      );
    } catch (error) {
      const problem = toProblem(error);
      if (passing.has(problem.code)) throw error;
      return { outcome: 'FAILED', studentId: null, leadId: null, reasons: reasonsOf(problem, rowNumber), warnings: [] };
    }
  }
}

function reasonsOf(problem: Problem, rowNumber: number) {
  const [first] = problem.extras.errors ?? [];
  const message = `Row ${rowNumber}: ${first?.message ?? problem.message}.`.replace(/\.\.$/, '.');
  return [noteOf(first?.path ?? null, problem.code, message)];
}
