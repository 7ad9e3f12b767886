import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/database.ts';
import { UnitsOfWork } from '../../platform/database/units-of-work.ts';
import { FiguresRepository } from './figures.repository.ts';
import { CentersToCount } from './centers-to-count.repository.ts';
import type { Period } from './hq.rules.ts';

@Injectable()
export class FiguresService {
  constructor(
    private readonly figures: FiguresRepository,
    private readonly centers: CentersToCount,
    private readonly units: UnitsOfWork,
  ) {}

  /** Within a unit of work of the center. */
  recount(spans: readonly Period[]): Promise<void> {
    return this.figures.recount(spans);
  }

  /** Counts every day of every center anew, a center at a time. Answers how many centers there were. */
  async rebuild(): Promise<number> {
    const contexts = await this.centers.all();
    for (const context of contexts) await this.rebuildCenter(context);
    return contexts.length;
  }

  private rebuildCenter(context: Context): Promise<void> {
    return this.units.run(context, async () => {
      await this.figures.recount([await this.figures.everyDay()]);
    });
  }
}
