import type { Permission, Role, SkillMatrix } from '@cartwheel/contracts';
import { jest } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { apiAnswers, problem, requests, type SentRequest } from '../../test/api-answers.ts';
import { visit } from '../../test/navigation.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { aCell, aMatrix, aMatrixRow, asha } from '../../test/skill-cast.ts';
import { SkillsScreen } from './skills-screen.tsx';

jest.setTimeout(30_000);

interface Update {
  studentId: string;
  skillId: string;
  level: SkillMatrix['rows'][number]['cells'][number]['level'];
  notes?: string;
}
const updatesIn = (request: SentRequest | undefined) =>
  (request?.body as { updates: Update[] } | undefined)?.updates ?? [];

/** Rates as the API does. */
function rating({ body }: SentRequest, before: Update['level'] = 'NOT_STARTED') {
  const { updates } = body as { updates: Update[] };
  const by = { id: '0190a000-0000-7000-8000-0000000000a4', name: 'Ravi' };
  const cells = updates.map(({ studentId, skillId, level, notes = null }) => {
    return { studentId, skillId, level, previousLevel: before, notes, changedAt: '2026-11-21T10:40:00.000Z', by };
  });
  return { saved: cells.length, unchanged: 0, cells };
}

const noHistory = { items: [], nextCursor: null };

interface Opened extends NonNullable<Parameters<typeof apiAnswers>[0]> {
  as?: Role;
  at?: string;
  also?: readonly Permission[];
}

function open(matrix: SkillMatrix, { as = 'TRAINER', at = '', also = [], ...answers }: Opened = {}) {
  visit(`/c/riverside/batches/batch-1/skills${at}`);
  apiAnswers({
    getSkillMatrix: matrix,
    assessSkills: (request) => rating(request),
    listSkillHistory: noHistory,
    ...answers,
  });
  return renderScreen(<SkillsScreen batchId="batch-1" />, { as, also });
}

const levelsOf = async (name: string) => within(await screen.findByRole('group', { name: `Level of ${name}` }));

describe('by skill', () => {
  const at = '?skill=wheel';

  it('shows those who are present, and saves a tap on a level with the class it was seen in', async () => {
    const { user } = open(aMatrix(), { at });
    const aarav = await levelsOf('Aarav');
    expect(screen.queryByText('Neil')).not.toBeInTheDocument();
    expect(aarav.getByRole('button', { name: 'In progress' })).toHaveAttribute('aria-pressed', 'true');
    await user.click(aarav.getByRole('button', { name: 'Achieved' }));
    expect(aarav.getByRole('button', { name: 'Achieved' })).toHaveAttribute('aria-pressed', 'true');
    await waitFor(() => expect(requests('assessSkills')).toHaveLength(1));
    expect(requests('assessSkills')[0]?.body).toEqual({
      classSessionId: 'session-1',
      updates: [{ studentId: 'student-Aarav', skillId: 'wheel', level: 'ACHIEVED' }],
    });
    expect(screen.getByText('Aarav: Cartwheel, Achieved')).toBeInTheDocument();
  });

  it('asks why before a level becomes lower, and keeps the reason as the note', async () => {
    const { user } = open(aMatrix(), { at });
    await user.click((await levelsOf('Diya')).getByRole('button', { name: 'In progress' }));
    expect(await screen.findByText('From Achieved down to In progress. Why?')).toBeVisible();
    expect(requests('assessSkills')).toHaveLength(0);
    await user.click(screen.getByRole('button', { name: 'Needs practice again' }));
    await waitFor(() =>
      expect(updatesIn(requests('assessSkills')[0])).toEqual([
        { studentId: 'student-Diya', skillId: 'wheel', level: 'IN_PROGRESS', notes: 'Needs practice again' },
      ]),
    );
  });

  it('raises everybody who is below, and undoes it with a note', async () => {
    const { user } = open(aMatrix(), { at });
    await user.click(await screen.findByRole('button', { name: 'Set all to…' }));
    await user.click(await screen.findByRole('button', { name: 'Achieved: 2 go up' }));
    await waitFor(() => expect(updatesIn(requests('assessSkills')[0])).toHaveLength(2));
    expect((await levelsOf('Kiara')).getByRole('button', { name: 'Achieved' })).toHaveAttribute('aria-pressed', 'true');
    await waitFor(() => expect(screen.getByText('All saved')).toBeVisible());
    await user.click(screen.getByRole('button', { name: 'Undo last' }));
    await waitFor(() =>
      expect(updatesIn(requests('assessSkills')[1])).toEqual([
        { studentId: 'student-Aarav', skillId: 'wheel', level: 'IN_PROGRESS', notes: 'Taken back' },
        { studentId: 'student-Kiara', skillId: 'wheel', level: 'NOT_STARTED', notes: 'Taken back' },
      ]),
    );
  });

  it('finds a skill by a few letters and Enter', async () => {
    const { user } = open(aMatrix());
    await user.type((await screen.findAllByRole('searchbox', { name: 'Find a skill' }))[0]!, 'walk{Enter}');
    expect(await screen.findByRole('heading', { name: 'Walk' })).toBeVisible();
    expect(window.location.search).toBe('?skill=walk');
  });

  it('keeps what got no answer, says so, and sends it again with the same key', async () => {
    let attempts = 0;
    const assessSkills = (request: SentRequest) => {
      attempts += 1;
      return attempts === 1 ? problem(500, 'internal') : rating(request);
    };
    const { user } = open(aMatrix(), { at, assessSkills });
    const kiara = await levelsOf('Kiara');
    await user.click(kiara.getByRole('button', { name: 'Achieved' }));
    expect(await screen.findByText('1 not saved')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByText('All saved')).toBeVisible();
    const keys = requests('assessSkills').map((request) => request.headers.get('Idempotency-Key'));
    expect(keys[0]).toBe(keys[1]);
    expect(kiara.getByRole('button', { name: 'Achieved' })).toHaveAttribute('aria-pressed', 'true');
  });

  it('tells when somebody else had set another level meanwhile', async () => {
    const { user } = open(aMatrix(), { at, assessSkills: (request: SentRequest) => rating(request, 'IN_PROGRESS') });
    await user.click((await levelsOf('Kiara')).getByRole('button', { name: 'Mastered' }));
    expect(await screen.findByText(/somebody had set In progress meanwhile/)).toBeVisible();
  });

  it('says when somebody has reached everything', async () => {
    const almost = aMatrixRow('Aarav', [aCell('roll', 'ACHIEVED'), aCell('walk', 'MASTERED')]);
    const { user } = open(aMatrix([almost]), { at });
    await user.click((await levelsOf('Aarav')).getByRole('button', { name: 'Achieved' }));
    expect(await screen.findByText('Aarav has reached everything in Level 1.')).toBeVisible();
  });

  it('keeps a child on the list of those to be rated after it was rated', async () => {
    const { user } = open(aMatrix(), { at: '?skill=wheel&who=waiting' });
    const kiara = await levelsOf('Kiara');
    expect(screen.queryByText('Diya')).not.toBeInTheDocument();
    await user.click(kiara.getByRole('button', { name: 'Achieved' }));
    expect(await screen.findByText('All saved')).toBeVisible();
    expect(screen.getByText('Kiara')).toBeVisible();
  });

  it('is closed to the front desk where the center says so', async () => {
    open(aMatrix(), { as: 'COUNSELOR' });
    expect(await screen.findByText(/Admins and the trainers of this class see its skills/)).toBeVisible();
  });

  it('lets the front desk only read', async () => {
    open(aMatrix(undefined, { mayAssess: false }), { as: 'COUNSELOR', also: ['progress:read'], at });
    expect((await levelsOf('Aarav')).getByRole('button', { name: 'Achieved' })).toBeDisabled();
    expect(screen.queryByRole('button', { name: 'Set all to…' })).not.toBeInTheDocument();
    expect(screen.getByText('Only to read')).toBeVisible();
  });
});

describe('as a grid', () => {
  const at = '?mode=grid&who=all';
  const cellOf = (name: RegExp) => screen.findByRole('gridcell', { name });

  it('names each cell by student, skill, level, day and person', async () => {
    open(aMatrix(), { at });
    expect(await cellOf(/^Aarav, Cartwheel, In progress, changed 3 Nov by Asha$/)).toBeVisible();
    expect(await cellOf(/^Kiara, Forward roll, Not started$/)).toBeVisible();
  });

  it('has one stop for Tab, moves by arrows and sets levels by 1 to 4', async () => {
    const { user } = open(aMatrix(), { at });
    const first = await cellOf(/^Aarav, Forward roll/);
    expect(first).toHaveAttribute('tabindex', '0');
    expect(screen.getAllByRole('gridcell').filter((cell) => cell.tabIndex === 0)).toHaveLength(1);
    act(() => first.focus());
    await user.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}');
    expect(document.activeElement).toBe(await cellOf(/^Diya, Walk/));
    await user.keyboard('3');
    expect(await cellOf(/^Diya, Walk, Achieved/)).toHaveFocus();
    await waitFor(() =>
      expect(updatesIn(requests('assessSkills')[0])).toEqual([
        { studentId: 'student-Diya', skillId: 'walk', level: 'ACHIEVED' },
      ]),
    );
    await user.keyboard('{Home}');
    expect(screen.getByRole('link', { name: 'Diya' })).toHaveFocus();
    await user.keyboard('{Control>}{Home}{/Control}{ArrowRight}');
    expect(screen.getByRole('button', { name: /Forward roll/ })).toHaveFocus();
  });

  it('raises a cell by one with a tap, and sends three quick taps as one rating', async () => {
    const { user } = open(aMatrix(), { at });
    const cell = await cellOf(/^Kiara, Cartwheel/);
    await user.click(cell);
    await user.click(cell);
    await user.click(cell);
    expect(await cellOf(/^Kiara, Cartwheel, Mastered/)).toBeVisible();
    await waitFor(() => expect(requests('assessSkills')).toHaveLength(1), { timeout: 3000 });
    expect(updatesIn(requests('assessSkills')[0])[0]?.level).toBe('MASTERED');
  });

  it('opens note and history with Enter, and asks there why a level is lower', async () => {
    const { user } = open(aMatrix(), { at });
    const cell = await cellOf(/^Diya, Cartwheel/);
    act(() => cell.focus());
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('dialog', { name: 'Diya: Cartwheel' })).toBeVisible();
    expect(screen.getByText('Not rated yet.')).toBeVisible();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    act(() => cell.focus());
    await user.keyboard('1');
    expect(await screen.findByText('From Achieved down to Not started. Why?')).toBeVisible();
  });

  it('marks a cell that somebody else has changed', async () => {
    let asked = 0;
    const getSkillMatrix = () => {
      asked += 1;
      const fresh = aCell('wheel', 'MASTERED', { changedAt: '2026-11-21T10:41:00.000Z', by: asha });
      return asked === 1 ? aMatrix() : aMatrix([aMatrixRow('Aarav', [fresh]), ...aMatrix().rows.slice(1)]);
    };
    const { user } = open(aMatrix(), { at, getSkillMatrix });
    await user.click(await cellOf(/^Kiara, Walk/));
    expect(
      await screen.findByRole('gridcell', { name: /^Aarav, Cartwheel, Mastered.*just now$/ }, { timeout: 6000 }),
    ).toBeVisible();
  });

  it('raises a whole column from its head', async () => {
    const { user } = open(aMatrix(), { at });
    await user.click(await screen.findByRole('button', { name: /^Cartwheel/ }));
    await user.click(await screen.findByRole('button', { name: 'Mastered: 4 go up' }));
    await waitFor(() => expect(updatesIn(requests('assessSkills')[0])).toHaveLength(4));
  });

  it('draws only the columns of a chosen category', async () => {
    open(aMatrix(), { at: `${at}&category=Beam` });
    await cellOf(/^Aarav, Walk/);
    expect(screen.queryByRole('gridcell', { name: /Cartwheel/ })).not.toBeInTheDocument();
  });
});

it('leads an admin to choose a curriculum where there is none, and a trainer to the admin', async () => {
  const none = aMatrix([], { curriculum: null, skills: [], categories: [] });
  const admin = open(none, { as: 'CENTER_ADMIN' });
  expect(await screen.findByRole('link', { name: 'Choose a curriculum' })).toHaveAttribute(
    'href',
    '/c/riverside/batches/batch-1',
  );
  admin.unmount();
  open(none);
  expect(await screen.findByText('A center admin chooses what it learns.')).toBeVisible();
});
