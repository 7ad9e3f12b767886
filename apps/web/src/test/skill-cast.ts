import type { MatrixRow, SkillCell, SkillLevel, SkillMatrix } from '@cartwheel/contracts';

export const asha = { id: '0190a000-0000-7000-8000-0000000000b1', name: 'Asha' };

export function aCell(skillId: string, level: SkillLevel, given: Partial<SkillCell> = {}): SkillCell {
  return { skillId, level, changedAt: '2026-11-03T10:30:00.000Z', by: asha, ...given };
}

export function aMatrixRow(name: string, cells: SkillCell[] = [], given: Partial<MatrixRow> = {}): MatrixRow {
  return {
    studentId: `student-${name}`,
    name,
    ageYears: 5,
    isGuest: false,
    presentToday: true,
    lastAssessedAt: cells[0]?.changedAt ?? null,
    cells,
    ...given,
  };
}

const skill = (id: string, name: string, category: string, position: number) => {
  return { id, name, category, description: null, position };
};

/** Two skills on the floor, one on the beam; four children unless others are given. */
export function aMatrix(rows?: MatrixRow[], given: Partial<SkillMatrix> = {}): SkillMatrix {
  return {
    batch: { id: 'batch-1', name: 'Pre-K Gym' },
    curriculum: { id: 'curriculum-1', name: 'Level 1', version: 7 },
    session: { id: 'session-1', name: 'Pre-K Gym', date: '2026-11-21', startTime: '16:00' },
    categories: ['Floor', 'Beam'],
    skills: [
      skill('roll', 'Forward roll', 'Floor', 1),
      skill('wheel', 'Cartwheel', 'Floor', 2),
      skill('walk', 'Walk', 'Beam', 3),
    ],
    rows: rows ?? [
      aMatrixRow('Aarav', [aCell('wheel', 'IN_PROGRESS')]),
      aMatrixRow('Diya', [aCell('wheel', 'ACHIEVED')]),
      aMatrixRow('Kiara'),
      aMatrixRow('Neil', [], { presentToday: false }),
    ],
    mayAssess: true,
    ...given,
  };
}
