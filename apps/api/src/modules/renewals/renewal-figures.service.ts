import { Injectable } from '@nestjs/common';
import type { AnswerOf, getRenewalSummary, InputOf, RenewalTab } from '@cartwheel/contracts';
import { RenewalFiguresRepository } from './renewal-figures.repository.ts';
import { definitions, percentOf, ratePeriod } from './renewal-figures.rules.ts';

@Injectable()
export class RenewalFiguresService {
  constructor(private readonly figures: RenewalFiguresRepository) {}

  /** Every figure is the length or the sum of a list that can be opened. */
  async summary(query: InputOf<typeof getRenewalSummary>['query']): Promise<AnswerOf<typeof getRenewalSummary>> {
    const period = ratePeriod(await this.figures.today(), query);
    const rate = await this.figures.rate(period);
    const tabs = new Map((await this.figures.ofTabs()).map((one) => [one.tab, one]));
    const of = (tab: RenewalTab) => tabs.get(tab)!;
    return {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every tab is asked for
      counts: Object.fromEntries([...tabs].map(([tab, { count }]) => [tab, count])) as Record<RenewalTab, number>,
      rate: { ...period, ...rate, percent: percentOf(rate), definition: definitions.rate },
      atRisk: { value: of('DAYS_30').value, overdue: of('OVERDUE').value, definition: definitions.atRisk },
    };
  }
}
