import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage, signIn, smallTargets } from './browser.ts';
import { centerApi } from './center-api.ts';

const baseURL = process.env['PORTAL_ORIGIN'] ?? 'http://localhost:3000';
const center = '/c/koramangala';
const patience = 180_000;

interface Matrix {
  mayAssess: boolean;
  curriculum: object | null;
  skills: { id: string; name: string }[];
  rows: { studentId: string; name: string; cells: { skillId: string; level: string }[] }[];
}

describe('the skills of a class', () => {
  let browser: Browser;
  let trainer: Page;
  let batchId: string;

  beforeAll(async () => {
    browser = await launchBrowser();
    trainer = await openPage(browser, { baseURL, size: 'tablet' });
    trainer.setDefaultTimeout(30_000);
    await signIn(trainer, 'trainer@koramangala.sunrise.example', 'cartwheel-demo');
    batchId = await ownBatch(trainer);
  }, patience);
  afterAll(() => browser.close());

  it(
    'are rated on a tablet, and stored',
    async () => {
      const api = await centerApi(trainer, 'koramangala');
      const read = () => api.get<Matrix>(`/batches/${batchId}/skill-matrix`);
      const { student, skill } = untouched(await read());
      await trainer.goto(`${center}/batches/${batchId}/skills?who=all&skill=${skill.id}`);
      const levels = trainer.getByRole('group', { name: `Level of ${student.name}`, exact: true });
      await levels.getByRole('button', { name: 'In progress' }).tap();
      await levels.getByRole('button', { name: 'In progress', pressed: true }).waitFor();
      await trainer.getByText('All saved').waitFor();
      const stored = (await read()).rows.find((row) => row.studentId === student.studentId);
      expect(stored?.cells.find((cell) => cell.skillId === skill.id)?.level).toBe('IN_PROGRESS');
      expect(await smallTargets(trainer, 44)).toEqual([]);
      await trainer.getByRole('button', { name: 'Undo last' }).tap();
      await levels.getByRole('button', { name: 'Not started', pressed: true }).waitFor();
    },
    patience,
  );
});

async function ownBatch(page: Page): Promise<string> {
  const api = await centerApi(page, 'koramangala');
  const { items } = await api.get<{ items: { id: string }[] }>('/batches?active=true&limit=200');
  for (const { id } of items) {
    const matrix = await api.get<Matrix>(`/batches/${id}/skill-matrix`).catch(() => null);
    if (matrix?.mayAssess && matrix.curriculum && matrix.rows.length > 0) return id;
  }
  throw new Error('This trainer has no class with a curriculum');
}

function untouched({ rows, skills }: Matrix) {
  for (const student of rows) {
    const rated = new Set(student.cells.map((cell) => cell.skillId));
    const skill = skills.find(({ id }) => !rated.has(id));
    if (skill) return { student, skill };
  }
  throw new Error('Everything is rated');
}
