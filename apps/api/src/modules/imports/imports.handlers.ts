import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/database.ts';
import { type EventMap, On, Outside } from '../../platform/events/events.ts';
import { ImportRunner } from './import-runner.service.ts';
import './imports.events.ts';
import { ImportsService } from './imports.service.ts';

@Injectable()
export class ImportsHandlers {
  constructor(
    private readonly imports: ImportsService,
    private readonly runner: ImportRunner,
  ) {}

  @On('import.started')
  @Outside()
  async run({ importId, userId }: EventMap['import.started'], context: Context): Promise<void> {
    await this.runner.run(importId, { ...context, userId });
  }

  @On('import.undo-started')
  @Outside()
  async undo({ importId, userId }: EventMap['import.undo-started'], context: Context): Promise<void> {
    await this.runner.undo(importId, { ...context, userId });
  }

  @On('night.fell')
  async forgetOldFiles(): Promise<void> {
    await this.imports.forgetOldFiles();
  }
}
