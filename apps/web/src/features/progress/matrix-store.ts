import type { MatrixRow, SkillCell, SkillLevel, SkillMatrix } from '@cartwheel/contracts';
import type { Unsaved } from '../../lib/save-queue.ts';
import { isReached } from '../../lib/skill-levels.ts';
import { cellId, type Rating } from './rating.ts';

/** What one cell shows. */
export interface Cell {
  level: SkillLevel;
  changedAt: string | null;
  by: SkillCell['by'];
  state: 'saved' | Unsaved<Rating, never>['state'];
  /** Changed by somebody else while this screen was open. */
  isNews: boolean;
}

export type CellRow = ReadonlyMap<string, Cell>;

const blank: Cell = { level: 'NOT_STARTED', changedAt: null, by: null, state: 'saved', isNews: false };
const noCells: CellRow = new Map();

/**
 * Every cell of a matrix: what is stored, under what was tapped. A row is a new object only when a cell in it
 * looks different, so that one tap draws one row and in it one cell.
 */
export class MatrixStore {
  private stored = new Map<string, SkillCell>();
  private unsaved: ReadonlyMap<string, Unsaved<Rating, never>> = new Map();
  private readonly news = new Set<string>();
  private readonly rows = new Map<string, CellRow>();
  private known = new Map<string, MatrixRow>();
  private readonly listeners = new Set<() => void>();
  /** Whose own changes are no news. */
  private readonly readerId: string;

  constructor(readerId: string) {
    this.readerId = readerId;
  }

  readonly subscribe = (listen: () => void): (() => void) => {
    this.listeners.add(listen);
    return () => void this.listeners.delete(listen);
  };

  row(studentId: string): CellRow {
    return this.rows.get(studentId) ?? noCells;
  }

  cell(studentId: string, skillId: string): Cell {
    return this.row(studentId).get(skillId) ?? blank;
  }

  storedLevel(rating: Pick<Rating, 'studentId' | 'skillId'>): SkillLevel {
    return this.stored.get(cellId(rating))?.level ?? 'NOT_STARTED';
  }

  /** How many of these students have reached a skill. */
  reachedBy(studentIds: readonly string[], skillId: string): number {
    return studentIds.filter((id) => isReached(this.cell(id, skillId).level)).length;
  }

  /** What the API knows. Rows that are the same objects as before are not looked at again. */
  takeStored({ rows }: Pick<SkillMatrix, 'rows'>): void {
    const touched: [studentId: string, skillId: string][] = [];
    for (const row of rows) {
      const before = this.known.get(row.studentId);
      if (before === row) continue;
      for (const cell of row.cells) {
        const id = `${row.studentId} ${cell.skillId}`;
        const old = this.stored.get(id);
        if (old && old.level === cell.level && old.changedAt === cell.changedAt) continue;
        if (before && cell.by?.id !== this.readerId) this.news.add(id);
        this.stored.set(id, cell);
        touched.push([row.studentId, cell.skillId]);
      }
    }
    this.known = new Map(rows.map((row) => [row.studentId, row]));
    this.redraw(touched);
  }

  /** What was tapped and is not saved yet. */
  takeUnsaved(unsaved: ReadonlyMap<string, Unsaved<Rating, never>>): void {
    const changed = [...new Map([...this.unsaved, ...unsaved])].filter(
      ([id]) => this.unsaved.get(id) !== unsaved.get(id),
    );
    this.unsaved = unsaved;
    for (const [id] of changed) this.news.delete(id);
    this.redraw(changed.map(([, { change }]) => [change.studentId, change.skillId]));
  }

  private redraw(cells: readonly (readonly [studentId: string, skillId: string])[]): void {
    if (cells.length === 0) return;
    const fresh = new Map<string, Map<string, Cell>>();
    for (const [studentId, skillId] of cells) {
      const row = fresh.get(studentId) ?? new Map(this.rows.get(studentId));
      row.set(skillId, this.look(`${studentId} ${skillId}`));
      fresh.set(studentId, row);
    }
    for (const [studentId, row] of fresh) this.rows.set(studentId, row);
    for (const listen of this.listeners) listen();
  }

  private look(id: string): Cell {
    const { level, changedAt, by } = this.stored.get(id) ?? blank;
    const unsaved = this.unsaved.get(id);
    const isNews = this.news.has(id);
    if (!unsaved) return { level, changedAt, by, state: 'saved', isNews };
    if (unsaved.state === 'refused') return { level, changedAt, by, state: 'refused', isNews };
    return { level: unsaved.change.level, changedAt, by, state: unsaved.state, isNews };
  }
}
