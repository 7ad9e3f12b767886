import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/database.ts';
import { UnitsOfWork } from '../../platform/database/units-of-work.ts';
import { Problem } from '../../platform/problems/problem.ts';
import { CURRICULUM } from './import-options.rules.ts';
import { ImportPlacesRepository } from './import-places.repository.ts';
import { ImportRowsRepository } from './import-rows.repository.ts';
import type { ImportPlan } from './imports.rules.ts';
import { ImportsRepository, type ImportState } from './imports.repository.ts';
import { SheetParser } from './sheet-parser.service.ts';
import type { SheetRequest } from './sheet-request.ts';

type Source = Pick<ImportState, 'kind' | 'fileName'> & { plan: Omit<ImportPlan, 'recognised'> };

/** Reads the original again, the way the plan says. */
@Injectable()
export class ImportStagingService {
  constructor(
    private readonly units: UnitsOfWork,
    private readonly imports: ImportsRepository,
    private readonly rows: ImportRowsRepository,
    private readonly places: ImportPlacesRepository,
    private readonly parser: SheetParser,
  ) {}

  async requestFor({ kind, fileName, plan }: Source, bytes: Uint8Array): Promise<SheetRequest> {
    const { country, currency, today } = await this.places.center();
    const { encoding, choice, mapping, dateOrder, defaults, valueMap } = plan;
    const batchNames = (await this.places.batches()).map(({ name }) => name);
    const skills = await this.places.skills(plan.defaults[CURRICULUM]);
    const place = { country, currency, skillNames: skills.map(({ name }) => name) };
    return {
      bytes,
      fileName,
      encoding,
      kind,
      place,
      choice,
      mapping,
      dateOrder,
      defaults,
      valueMap,
      today,
      batchNames,
    };
  }

  /** Throws unreadable_file when the original is gone. */
  async original(importId: string): Promise<Uint8Array> {
    const bytes = await this.imports.file(importId);
    if (!bytes) throw new Problem('unreadable_file', { detail: 'The file was kept for 30 days. Upload it again' });
    return bytes;
  }

  /** Reads every row, unless that was done. No unit of work is open meanwhile. Answers false when there is nothing to do. */
  async ensure(importId: string, context: Context): Promise<boolean> {
    const todo = await this.units.run(context, async () => {
      const found = await this.imports.find(importId);
      if (found?.status !== 'RUNNING') return 'nothing';
      if (await this.rows.isStaged(importId)) return 'staged';
      return this.requestFor(found, await this.original(importId));
    });
    if (todo === 'nothing') return false;
    if (todo === 'staged') return true;
    const staged = await this.parser.stage(todo);
    await this.units.run(context, async () => {
      await this.imports.takeTime();
      const found = await this.imports.lock(importId);
      if (found?.status === 'RUNNING' && !(await this.rows.isStaged(importId)))
        await this.rows.replace(importId, staged);
    });
    return true;
  }
}
