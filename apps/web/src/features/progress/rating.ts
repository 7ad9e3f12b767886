import type { MatrixRow, SkillLevel, SkillMatrix } from '@cartwheel/contracts';
import { dayPlus } from '../../lib/days.ts';

export type MatrixSkill = SkillMatrix['skills'][number];

/** What a person wants a skill of a student to be. */
export interface Rating {
  studentId: string;
  skillId: string;
  level: SkillLevel;
  /** Why, where the level is lower than before. */
  notes?: string;
  /** Takes an act back. */
  isUndo?: true;
}

export const cellId = ({ studentId, skillId }: Pick<Rating, 'studentId' | 'skillId'>) => `${studentId} ${skillId}`;

export const whoFilters = ['present', 'waiting', 'all'] as const;
export type WhoFilter = (typeof whoFilters)[number];

const WAITING_DAYS = 30;

/** Those who are there today; those nobody has rated for thirty days; or everybody. */
export function studentsFor(rows: readonly MatrixRow[], who: WhoFilter, today: string): MatrixRow[] {
  if (who === 'present') return rows.filter((row) => row.presentToday);
  if (who === 'all') return [...rows];
  const since = dayPlus(today, -WAITING_DAYS);
  return rows.filter((row) => row.lastAssessedAt === null || row.lastAssessedAt.slice(0, 10) < since);
}

interface SkillGroup<Skill> {
  category: string | null;
  skills: Skill[];
}

/** The skills under their categories, in the order of the curriculum. */
export function groupsOf<Skill extends { category: string | null }>(skills: readonly Skill[]): SkillGroup<Skill>[] {
  const groups: SkillGroup<Skill>[] = [];
  for (const skill of skills) {
    const last = groups.at(-1);
    if (last && last.category === skill.category) last.skills.push(skill);
    else groups.push({ category: skill.category, skills: [skill] });
  }
  return groups;
}

/** The matrix with what the API said about these cells; rows that it is not about stay the same objects. */
export function withCells(matrix: SkillMatrix, cells: readonly RatedCell[]): SkillMatrix {
  const byStudent = Map.groupBy(cells, (cell) => cell.studentId);
  const rows = matrix.rows.map((row) => {
    const rated = byStudent.get(row.studentId);
    if (!rated) return row;
    const fresh = rated.map(({ skillId, level, changedAt, by }) => ({ skillId, level, changedAt, by }));
    const isFresh = new Set(fresh.map((cell) => cell.skillId));
    const lastAssessedAt = fresh.reduce<string | null>(
      (last, { changedAt }) => (last === null || changedAt > last ? changedAt : last),
      row.lastAssessedAt,
    );
    return { ...row, lastAssessedAt, cells: [...row.cells.filter((cell) => !isFresh.has(cell.skillId)), ...fresh] };
  });
  return { ...matrix, rows };
}

type RatedCell = MatrixRow['cells'][number] & { studentId: string };
