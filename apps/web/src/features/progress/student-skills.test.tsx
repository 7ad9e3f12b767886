import type { SkillLevel, StudentSkills as Skills } from '@cartwheel/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import { apiAnswers, requests } from '../../test/api-answers.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { asha } from '../../test/skill-cast.ts';
import { StudentSkills } from './student-skills.tsx';

const student = { id: 'student-1', name: 'Aarav' };
const session = { id: 'session-1', name: 'Pre-K Gym', date: '2026-11-03' };

function aSkill(name: string, level: SkillLevel, retired = false) {
  const rated = level === 'NOT_STARTED' ? null : '2026-11-03T10:30:00.000Z';
  const by = rated && asha;
  return {
    id: name,
    name,
    category: 'Floor',
    description: null,
    retired,
    level,
    notes: null,
    changedAt: rated,
    by,
    session: null,
  };
}

function open(mayAssess = true, curricula?: Skills['curricula']) {
  const skills = [aSkill('Roll', 'MASTERED'), aSkill('Wheel', 'IN_PROGRESS'), aSkill('Old', 'ACHIEVED', true)];
  const change = {
    id: 'a1',
    studentId: student.id,
    skill: { id: 'Wheel', name: 'Wheel', category: 'Floor', curriculumId: 'c' },
  };
  const entry = {
    ...change,
    previousLevel: 'NOT_STARTED',
    level: 'IN_PROGRESS',
    notes: 'Both sides',
    session,
    assessedAt: '2026-11-03T10:30:00.000Z',
    by: asha,
  };
  apiAnswers({
    getStudentSkills: { curricula: curricula ?? [{ id: 'c', name: 'Level 1', isCurrent: true, skills }], mayAssess },
    listSkillHistory: { items: [entry], nextCursor: null },
    assessSkills: { saved: 1, unchanged: 0, cells: [] },
  });
  return renderScreen(<StudentSkills student={student} />, { as: mayAssess ? 'TRAINER' : 'COUNSELOR' });
}

it('counts what is reached of what is taught, and lists apart what is not taught any more', async () => {
  open();
  expect(await screen.findByText('1 of 2 reached')).toBeVisible();
  expect(screen.getByText('Not taught any more')).toBeVisible();
  expect(screen.getByRole('button', { name: /Wheel.*In progress.*changed 3 Nov by Asha/ })).toBeVisible();
});

it('opens who rated a skill, when and in which class', async () => {
  const { user } = open(false);
  await user.click(await screen.findByRole('button', { name: /Wheel/ }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Aarav: Wheel' }));
  expect(await dialog.findByText(/3 Nov 2026.*by Asha.*Pre-K Gym/)).toBeVisible();
  expect(dialog.getByText('Both sides')).toBeVisible();
  expect(dialog.getByRole('button', { name: 'Achieved' })).toBeDisabled();
  expect(dialog.queryByRole('button', { name: 'Save' })).not.toBeInTheDocument();
});

it('rates with a note, and takes it back', async () => {
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: /Wheel/ }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Achieved' }));
  await user.type(dialog.getByLabelText('Note (optional)'), 'Alone');
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Wheel is saved: Achieved')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(requests('assessSkills')).toHaveLength(2));
  expect(requests('assessSkills').map(({ body }) => body)).toEqual([
    { updates: [{ studentId: student.id, skillId: 'Wheel', level: 'ACHIEVED', notes: 'Alone' }] },
    { updates: [{ studentId: student.id, skillId: 'Wheel', level: 'IN_PROGRESS', notes: 'Taken back' }] },
  ]);
});

it('says where skills come from when there are none', async () => {
  open(true, []);
  expect(await screen.findByText('No skills yet')).toBeVisible();
});
