import { Injectable } from '@nestjs/common';
import { type Context, Database } from '../../platform/database/database.ts';
import { type EventMap, On, Outside } from '../../platform/events/events.ts';
import { toProblem } from '../../platform/problems/translate.ts';
import { ImportRunner } from './import-runner.service.ts';
import { ImportsRepository } from './imports.repository.ts';
import './imports.events.ts';

/** What could be different the next time is tried again by the worker; all else ends the import. */
const passing = new Set(['conflict_retry', 'overloaded', 'unavailable']);

@Injectable()
export class ImportsHandlers {
  constructor(
    private readonly db: Database,
    private readonly imports: ImportsRepository,
    private readonly runner: ImportRunner,
  ) {}

  @On('import.started')
  @Outside()
  async run({ importId, userId }: EventMap['import.started'], context: Context): Promise<void> {
    const asker = { ...context, userId };
    try {
      await this.runner.run(importId, asker);
    } catch (error) {
      const problem = toProblem(error);
      if (passing.has(problem.code)) throw error;
      await this.db.inUnit(asker, () => this.imports.finish(importId, 'FAILED', problem.message));
      if (problem.status >= 500) throw error;
    }
  }

  @On('import.undo-started')
  @Outside()
  async undo({ importId, userId }: EventMap['import.undo-started'], context: Context): Promise<void> {
    await this.db.inUnit({ ...context, userId }, async () => {
      await this.imports.takeTime();
      const found = await this.imports.lock(importId);
      if (found?.status !== 'UNDOING') return;
      await this.imports.setUndone(importId, await this.imports.undo(importId));
    });
  }

  @On('night.fell')
  async forgetOldFiles(): Promise<void> {
    await this.imports.forgetOldFiles();
  }
}
