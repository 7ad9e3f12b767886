import { screen, waitFor } from '@testing-library/react';
import { apiAnswers, requests } from '../../test/api-answers.ts';
import { whereTo } from '../../test/navigation.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { CommandPalette } from './command-palette.tsx';

const asha = {
  kind: 'STUDENT',
  id: '0190a000-0000-7000-8000-0000000000b1',
  title: 'Asha Rao',
  subtitle: '6 years',
  status: 'ACTIVE',
  path: '/students/asha',
};

async function openPalette(as: 'COUNSELOR' | 'TRAINER' = 'COUNSELOR') {
  const { user } = renderScreen(<CommandPalette />, { as });
  await screen.findByRole('button', { name: /Find anyone/ });
  await user.keyboard('{Control>}k{/Control}');
  return { user, input: await screen.findByRole('combobox') };
}

it('finds a person by part of a phone and opens them with Enter', async () => {
  apiAnswers({ search: { items: [asha] } });
  const { user, input } = await openPalette();
  await user.type(input, '98765 43');
  const option = await screen.findByRole('option', { name: /Asha Rao/ });
  expect(requests('search').at(-1)?.query['q']).toBe('9876543');
  expect(input).toHaveAttribute('aria-activedescendant', option.id);
  await user.keyboard('{Enter}');
  expect(whereTo()[0]).toBe('/c/riverside/students/asha');
});

it('asks once for what was typed quickly', async () => {
  apiAnswers({ search: { items: [] } });
  const { user, input } = await openPalette();
  await user.type(input, 'asha rao');
  await waitFor(() => expect(screen.getByText(/Nobody and nothing/)).toBeVisible());
  expect(requests('search').map((request) => request.query['q'])).toEqual(['asha rao']);
});

it('makes a lead of a number that nobody has', async () => {
  apiAnswers({ search: { items: [] } });
  const { user, input } = await openPalette();
  await user.type(input, '98765 43210');
  await user.click(await screen.findByRole('button', { name: 'Create a lead with 98765 43210' }));
  expect(whereTo()[0]).toBe('/c/riverside/leads/new?phone=98765+43210');
});

it('goes to pages, and shows only those of the role', async () => {
  const { user, input } = await openPalette('TRAINER');
  expect(screen.queryByRole('option', { name: 'Leads' })).toBeNull();
  await user.type(input, 'sched');
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
  await user.keyboard('{Enter}');
  expect(whereTo()[0]).toBe('/c/riverside/schedule');
});

it('remembers who was opened', async () => {
  apiAnswers({ search: { items: [asha] } });
  const { user, input } = await openPalette();
  await user.type(input, 'asha');
  await user.click(await screen.findByRole('option', { name: /Asha Rao/ }));
  await user.keyboard('{Control>}k{/Control}');
  expect(await screen.findByRole('group', { name: 'Recent' })).toHaveTextContent('Asha Rao');
});
