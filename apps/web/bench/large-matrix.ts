import type { Page } from 'playwright-core';

const STUDENTS = 40;
const SKILLS = 60;
const levels = ['NOT_STARTED', 'IN_PROGRESS', 'ACHIEVED'];
const by = { id: '0190a000-0000-7000-8000-0000000000b1', name: 'Asha Nair' };
const idOf = (kind: string, number: number) => `0190${kind}00-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** As large as they get: forty students by sixty skills in six categories. */
export function largeMatrix(batchId: string) {
  const skills = Array.from({ length: SKILLS }, (_, at) => ({
    id: idOf('5c', at),
    name: `Skill number ${at + 1} of the floor`,
    category: `Category ${Math.floor(at / 10) + 1}`,
    description: null,
    position: at + 1,
  }));
  const rows = Array.from({ length: STUDENTS }, (_, at) => ({
    studentId: idOf('57', at),
    name: `Student ${at + 1} Venkataraman`,
    ageYears: 6,
    isGuest: false,
    presentToday: true,
    lastAssessedAt: '2026-11-01T10:00:00.000Z',
    cells: skills.map(({ id }, column) => ({
      skillId: id,
      level: levels[(at + column) % levels.length],
      changedAt: '2026-11-01T10:00:00.000Z',
      by,
    })),
  }));
  return {
    batch: { id: batchId, name: 'A large class' },
    curriculum: { id: idOf('cc', 1), name: 'Everything', version: 1 },
    session: null,
    categories: [...new Set(skills.map(({ category }) => category))],
    skills,
    rows,
    mayAssess: true,
  };
}

interface Update {
  studentId: string;
  skillId: string;
  level: string;
}

/** The page reads this matrix and has its ratings taken; the rest of the API is the real one. */
export async function answerWith(page: Page, matrix: object): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.route('**/skill-matrix', (route) => route.fulfill({ json: matrix }));
  await page.route('**/skill-progress', (route) => {
    const { updates } = route.request().postDataJSON() as { updates: Update[] };
    const changedAt = new Date().toISOString();
    const cells = updates.map((update) => ({ ...update, previousLevel: update.level, notes: null, changedAt, by }));
    return route.fulfill({ json: { saved: cells.length, unchanged: 0, cells } });
  });
}
