/** Where the focus of a grid is: a student's row or the header, a skill's column or the names. */
export interface Place {
  row: string;
  column: string;
}

export const HEAD = 'head';
export const NAMES = 'names';

/** One place that takes the focus; the others are reached with the arrows. */
export class GridFocus {
  private at: Place;
  private readonly listeners = new Set<() => void>();

  constructor(at: Place) {
    this.at = at;
  }

  readonly subscribe = (listen: () => void): (() => void) => {
    this.listeners.add(listen);
    return () => void this.listeners.delete(listen);
  };

  readonly place = (): Place => this.at;

  /** The column that has the focus in this row, if any. */
  columnIn(row: string): string | null {
    return this.at.row === row ? this.at.column : null;
  }

  move(to: Place): void {
    if (to.row === this.at.row && to.column === this.at.column) return;
    this.at = to;
    for (const listen of this.listeners) listen();
  }
}

interface Lines {
  rows: readonly string[];
  columns: readonly string[];
}

/** Where a key leads from a place; null for keys that move nothing. */
export function placeAfter(
  key: string,
  { row, column }: Place,
  isCtrl: boolean,
  { rows, columns }: Lines,
): Place | null {
  const r = rows.indexOf(row);
  const c = columns.indexOf(column);
  const at = (nextRow: number, nextColumn: number): Place => ({
    row: rows[Math.min(Math.max(nextRow, 0), rows.length - 1)] ?? row,
    column: columns[Math.min(Math.max(nextColumn, 0), columns.length - 1)] ?? column,
  });
  if (key === 'ArrowUp') return at(r - 1, c);
  if (key === 'ArrowDown') return at(r + 1, c);
  if (key === 'ArrowLeft') return at(r, c - 1);
  if (key === 'ArrowRight') return at(r, c + 1);
  if (key === 'Home') return at(isCtrl ? 0 : r, 0);
  if (key === 'End') return at(isCtrl ? rows.length - 1 : r, columns.length - 1);
  if (key === 'PageUp') return at(r - 10, c);
  return key === 'PageDown' ? at(r + 10, c) : null;
}
