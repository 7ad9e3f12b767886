import { Injectable } from '@nestjs/common';
import { SettingsService } from '../centers/index.ts';
import type { ImportContext } from './import-context.ts';
import { ImportPlacesRepository } from './import-places.repository.ts';
import { CURRICULUM, WHEN_FULL, WITHOUT_PLACE } from './import-options.rules.ts';
import type { ImportState } from './imports.repository.ts';

@Injectable()
export class ImportContextService {
  constructor(
    private readonly places: ImportPlacesRepository,
    private readonly settings: SettingsService,
  ) {}

  async of({ fileName, plan }: ImportState): Promise<ImportContext> {
    const { leads, invoices } = await this.settings.current();
    return {
      fileName,
      center: await this.places.center(),
      batches: await this.places.batches(),
      plans: await this.places.plans(),
      staff: await this.places.staff(),
      skills: await this.places.skills(plan.defaults[CURRICULUM]),
      options: plan.defaults,
      sources: leads.sources,
      financialYearStartMonth: invoices.financialYearStartMonth,
      withoutPlaceWhenFull: plan.defaults[WHEN_FULL] === WITHOUT_PLACE,
    };
  }
}
