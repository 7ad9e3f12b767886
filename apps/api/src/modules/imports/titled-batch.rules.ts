import { plainWords, type Sheet, type Table, titlesOf } from '@cartwheel/sheets';

/** The batch that a sheet is about by its titles or its name; null where they name none, or several. */
export function titledBatch(sheet: Sheet, headerRow: number | null, batchNames: readonly string[]): string | null {
  const titles = titlesOf(sheet, (headerRow ?? 1) - 1).map((title) => ` ${plainWords(title)} `);
  const named = batchNames.filter(
    (name) => plainWords(name) && titles.some((title) => title.includes(` ${plainWords(name)} `)),
  );
  // 'Gym' is named by every title that names 'Pre-K Gym'.
  const whole = named.filter(
    (name) => !named.some((other) => other !== name && isPart(plainWords(name), plainWords(other))),
  );
  return whole.length === 1 ? (whole[0] ?? null) : null;
}

/** The batch of each sheet of a table that names one. */
export function titledBatches(
  sheets: readonly Sheet[],
  { sheets: ofTable, headerRow }: Pick<Table, 'sheets' | 'headerRow'>,
  batchNames: readonly string[],
): Map<string, string> {
  const found = sheets
    .filter(({ name }) => ofTable.includes(name))
    .map((sheet) => [sheet.name, titledBatch(sheet, headerRow, batchNames)] as const);
  return new Map(found.flatMap(([name, batch]) => (batch === null ? [] : [[name, batch]])));
}

const isPart = (part: string, whole: string) => ` ${whole} `.includes(` ${part} `);
