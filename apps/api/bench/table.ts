export const ms = (value: number | undefined) =>
  value === undefined || Number.isNaN(value) ? '–' : value.toFixed(value < 10 ? 1 : 0);

const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;

/** In Markdown; all columns but the first are numbers. */
export const table = (head: readonly string[], rows: (string | number)[][]) =>
  [row(head), row(head.map((_, column) => (column === 0 ? '---' : '--:'))), ...rows.map(row)].join('\n');
