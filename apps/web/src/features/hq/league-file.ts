import { csvLine } from '@cartwheel/domain/csv';
import { plainMoney } from '@cartwheel/domain/money';
import { figureOf, isShare, type Measure, measures } from './league.ts';
import type { CenterFigures } from './queries.ts';

/** The centers as a spreadsheet wants them: shares in percent, money as plain decimals with its currency beside it. */
export function leagueFile(headers: readonly string[], centers: readonly CenterFigures[]): string {
  const lines = centers.map((figures) => [
    figures.center.name,
    figures.center.city,
    ...measures.map((measure) => cellOf(figures, measure)),
    figures.collected.currency,
  ]);
  return `\uFEFF${[headers, ...lines].map(csvLine).join('')}`;
}

function cellOf(figures: CenterFigures, measure: Measure): string | number | null {
  if (measure === 'collected' || measure === 'due') return plainMoney(figures[measure]);
  const figure = figureOf(figures, measure);
  return figure !== null && isShare(measure) ? Math.round(figure * 1000) / 10 : figure;
}
