import type { CurriculumWithSkills, Role, Skill } from '@cartwheel/contracts';
import { jest } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { apiAnswers, requests, type SentRequest } from '../../test/api-answers.ts';
import { riverside } from '../../test/cast.ts';
import { visit, whereTo } from '../../test/navigation.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { CurriculaScreen } from './curricula-screen.tsx';
import { CurriculumScreen } from './curriculum-screen.tsx';

jest.setTimeout(30_000);

const id = '0190a000-0000-7000-8000-0000000000d1';

function aSkill(name: string, category: string | null, given: Partial<Skill> = {}): Skill {
  const plain = { description: null, position: 1, retiredAt: null, version: 1 };
  return { id: `skill-${name}`, curriculumId: id, name, category, ...plain, ...given };
}

function aCurriculum(given: Partial<CurriculumWithSkills> = {}): CurriculumWithSkills {
  return {
    id,
    centerId: riverside.id,
    name: 'Level 1',
    description: null,
    copiedFrom: null,
    skillCount: 3,
    batchCount: 2,
    active: true,
    version: 4,
    updatedAt: '2026-11-20T10:00:00.000Z',
    skills: [aSkill('Roll', 'Floor'), aSkill('Wheel', 'Floor'), aSkill('Walk', 'Beam')],
    ...given,
  };
}

function open(curriculum: CurriculumWithSkills, as: Role = 'CENTER_ADMIN') {
  let kept = curriculum;
  visit(`/c/riverside/curricula/${id}`);
  apiAnswers({
    getCurriculum: () => kept,
    createSkill: ({ body }: SentRequest) => {
      const { name, category } = body as { name: string; category: string | null };
      kept = { ...kept, skills: [...kept.skills, aSkill(name, category)] };
      return aSkill(name, category);
    },
    changeSkill: ({ params, body }: SentRequest) => {
      const old = kept.skills.find((skill) => skill.id === params['id'])!;
      const { retired, ...changes } = body as Partial<Skill> & { retired?: boolean };
      const fresh = { ...old, ...changes, retiredAt: retired ? '2026-11-21T10:00:00.000Z' : null };
      kept = { ...kept, skills: kept.skills.map((skill) => (skill.id === old.id ? fresh : skill)) };
      return fresh;
    },
    orderSkills: ({ body }: SentRequest) => {
      const { skills } = body as { skills: { id: string; category: string | null }[] };
      const ordered = skills.map(({ id: skillId, category }) => {
        return { ...kept.skills.find((skill) => skill.id === skillId)!, category };
      });
      kept = { ...kept, skills: ordered };
      return kept;
    },
    pasteSkills: { added: 2, skipped: [], curriculum },
    changeCurriculum: curriculum,
    copyCurriculum: { ...curriculum, id: 'copy' },
  });
  return renderScreen(<CurriculumScreen id={id} />, { as });
}

const orderSent = () =>
  (requests('orderSkills').at(-1)?.body as { skills: { id: string; category: string | null }[] } | undefined)?.skills;

it('adds one skill after the other with Enter', async () => {
  const { user } = open(aCurriculum());
  const field = await screen.findByRole('textbox', { name: 'Add a skill to Beam' });
  await user.type(field, 'Turn{Enter}Jump{Enter}');
  expect(field).toHaveFocus();
  expect(await screen.findByRole('textbox', { name: 'Name of the skill Jump' })).toBeVisible();
  expect(requests('createSkill').map(({ body }) => body)).toEqual([
    { curriculumId: id, name: 'Turn', category: 'Beam' },
    { curriculumId: id, name: 'Jump', category: 'Beam' },
  ]);
});

it('renames in place, with Escape to leave it', async () => {
  const { user } = open(aCurriculum());
  const name = await screen.findByRole('textbox', { name: 'Name of the skill Wheel' });
  await user.clear(name);
  await user.type(name, 'Cart{Escape}');
  expect(name).toHaveValue('Wheel');
  await user.clear(name);
  await user.type(name, 'Cartwheel{Enter}');
  await waitFor(() => expect(requests('changeSkill')[0]?.body).toEqual({ name: 'Cartwheel' }));
  expect(requests('changeSkill')).toHaveLength(1);
});

it('moves a skill by Alt and arrows, says where it is, keeps the focus and saves once', async () => {
  const { user } = open(aCurriculum());
  const handle = await screen.findByRole('button', { name: 'Move Roll' });
  handle.focus();
  await user.keyboard('{Alt>}{ArrowDown}{ArrowDown}{/Alt}');
  expect(await screen.findByText('Roll: 1 of 2 in Beam')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Move Roll' })).toHaveFocus();
  await waitFor(() => expect(requests('orderSkills')).toHaveLength(1), { timeout: 3000 });
  expect(orderSent()).toEqual([
    { id: 'skill-Wheel', category: 'Floor' },
    { id: 'skill-Roll', category: 'Beam' },
    { id: 'skill-Walk', category: 'Beam' },
  ]);
});

it('renames a whole category', async () => {
  const { user } = open(aCurriculum());
  const name = await screen.findByRole('textbox', { name: 'Name of the category Beam' });
  await user.clear(name);
  await user.type(name, 'Bars{Enter}');
  await waitFor(() => expect(orderSent()?.at(-1)).toEqual({ id: 'skill-Walk', category: 'Bars' }), { timeout: 3000 });
});

it('retires a skill, offers to undo it, and lists it apart', async () => {
  const { user } = open(aCurriculum());
  await user.click(await screen.findByRole('button', { name: 'Everything about Wheel' }));
  await user.click(await screen.findByRole('button', { name: 'Retire this skill' }));
  expect(await screen.findByText('1 retired skill')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(screen.queryByText('1 retired skill')).not.toBeInTheDocument());
});

it('shows what would come of pasted lines before they are added', async () => {
  const { user } = open(aCurriculum());
  await user.click(await screen.findByRole('button', { name: 'Paste a list' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.change(dialog.getByRole('textbox'), { target: { value: 'Bars:\n1. Swing\n- Hang\nwheel' } });
  expect(dialog.getByText('Bars')).toBeVisible();
  expect(dialog.getByText('Swing')).toBeVisible();
  expect(dialog.getByText('Already taught: wheel')).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Add 2 skills' }));
  await waitFor(() =>
    expect(requests('pasteSkills')[0]?.body).toEqual({ lines: ['Bars:', '1. Swing', '- Hang', 'wheel'] }),
  );
});

it('lets a center read one of headquarters and make it its own', async () => {
  const { user } = open(aCurriculum({ centerId: null }));
  expect(await screen.findByText('Of headquarters')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Paste a list' })).not.toBeInTheDocument();
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Copy to our own' }));
  await waitFor(() => expect(whereTo()[0]).toBe('/c/riverside/curricula/copy'));
});

it('lets a trainer only read', async () => {
  open(aCurriculum(), 'TRAINER');
  expect((await screen.findAllByText('Wheel')).length).toBeGreaterThan(0);
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Copy' })).not.toBeInTheDocument();
});

it('tries levels in the preview without saving anything', async () => {
  const { user } = open(aCurriculum());
  const tried = within(await screen.findByRole('group', { name: 'Roll' }));
  await user.click(tried.getByRole('button', { name: 'Mastered' }));
  expect(tried.getByRole('button', { name: 'Mastered' })).toHaveAttribute('aria-pressed', 'true');
  expect(requests().every(({ id: operation }) => operation.startsWith('get'))).toBe(true);
});

describe('the list', () => {
  const use = { curriculumId: id, centers: 7, batches: 19, students: 412, ownVersions: 2 };

  it('tells headquarters who uses what, and asks for no center', async () => {
    visit('/hq/curricula');
    apiAnswers({
      listCurricula: { items: [aCurriculum({ centerId: null })], nextCursor: null },
      listCurriculumUse: { items: [use] },
    });
    renderScreen(<CurriculaScreen />, { as: 'SUPER_ADMIN', isHq: true });
    expect(await screen.findByText('412')).toBeVisible();
    expect(requests('listCurricula')[0]?.headers.has('X-Center-Id')).toBe(false);
  });

  it('starts from the sample where there is nothing', async () => {
    visit('/c/riverside/curricula');
    apiAnswers({
      listCurricula: { items: [], nextCursor: null },
      createCurriculum: aCurriculum({ skills: [] }),
      pasteSkills: { added: 19, skipped: [], curriculum: aCurriculum() },
    });
    const { user } = renderScreen(<CurriculaScreen />);
    await user.click(await screen.findByRole('button', { name: 'Start from a gymnastics sample' }));
    await waitFor(() => expect(whereTo()[0]).toBe(`/c/riverside/curricula/${id}`));
    const [pasted] = requests('pasteSkills');
    expect(pasted?.body).toMatchObject({ lines: expect.arrayContaining(['Cartwheel']) });
  });

  it('starts a new one and goes to its skills; names the field that is wrong', async () => {
    visit('/c/riverside/curricula');
    apiAnswers({ listCurricula: { items: [aCurriculum()], nextCursor: null }, createCurriculum: aCurriculum() });
    const { user } = renderScreen(<CurriculaScreen />);
    await user.click(await screen.findByRole('button', { name: 'New curriculum' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Start it' }));
    await waitFor(() => expect(dialog.getByLabelText('Name')).toHaveAttribute('aria-invalid', 'true'));
    await user.type(dialog.getByLabelText('Name'), 'Level 2');
    await user.click(dialog.getByRole('button', { name: 'Start it' }));
    await waitFor(() => expect(whereTo()[0]).toBe(`/c/riverside/curricula/${id}`));
    expect(requests('createCurriculum')[0]?.body).toEqual({ name: 'Level 2', description: null });
  });
});
