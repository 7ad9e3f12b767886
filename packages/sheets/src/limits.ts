const MEGABYTE = 1024 * 1024;

export const LIMITS = {
  fileBytes: 10 * MEGABYTE,
  rows: 20_000,
  /** Titles, headings and totals around the data. */
  rowsAroundData: 100,
  /** Formatted but empty rows that a workbook may carry below its data. */
  emptyRows: 100_000,
  columns: 100,
  cells: 1_000_000,
  textCharacters: 20_000_000,
  cellCharacters: 10_000,
  zipEntries: 200,
  zipBytes: 100 * MEGABYTE,
  zipRatio: 100,
  /** Small parts full of blanks compress further than the ratio, and cannot hurt. */
  zipRatioFromBytes: MEGABYTE,
  xmlDepth: 50,
  sharedStringCharacters: 5_000_000,
} as const;
