import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/database.ts';
import { UnitsOfWork } from '../../platform/database/units-of-work.ts';
import { toProblem } from '../../platform/problems/translate.ts';
import { ImportBatches, passing } from './import-batches.service.ts';
import { ImportRowsRepository } from './import-rows.repository.ts';
import { ImportStagingService } from './import-staging.service.ts';
import { ImportsRepository } from './imports.repository.ts';

const AT_ONCE = 250;
const TRIES = 5;
/**
 * Imports many rows in one unit of work. They are settled in the unit that wrote them, so that it
 * may stop and go on anywhere.
 */
@Injectable()
export class ImportRunner {
  constructor(
    private readonly units: UnitsOfWork,
    private readonly imports: ImportsRepository,
    private readonly rows: ImportRowsRepository,
    private readonly staging: ImportStagingService,
    private readonly batches: ImportBatches,
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
    while (await this.patiently(() => this.units.run({ ...context, importId }, () => this.nextRows(importId)))) {
      await this.patiently(() => this.units.run(context, () => this.imports.refreshStatistics()));
    }
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
    if (waiting.length > 0) await this.rows.settle(importId, await this.batches.bringIn(found, waiting));
    const { total, done, ...counts } = await this.rows.progress(importId);
    await this.imports.setProgress(importId, { done, total }, counts);
    if (done === total) await this.imports.finish(importId, 'DONE', null);
    return done < total;
  }
}
