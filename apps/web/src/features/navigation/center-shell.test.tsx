import { screen, waitFor, within } from '@testing-library/react';
import { apiAnswers } from '../../test/api-answers.ts';
import { someone } from '../../test/cast.ts';
import { visit, whereTo } from '../../test/navigation.ts';
import { renderPlain } from '../../test/render-screen.tsx';
import { CenterShell } from './center-shell.tsx';
import { Landing, startOf } from './landing.tsx';

const mira = someone('CENTER_ADMIN');
const [riverside] = mira.assignments;
const hillside = {
  ...riverside!,
  centerId: '0190a000-0000-7000-8000-000000000002',
  centerSlug: 'hillside',
  centerName: 'Hillside',
};
const ofTwo = { ...mira, assignments: [...mira.assignments, hillside] };

function renderShell() {
  return renderPlain(
    <CenterShell slug="riverside" search={null} signInAgain={null}>
      <h1>Leads</h1>
    </CenterShell>,
  );
}

it('shows the pages of the role and marks the current one', async () => {
  visit('/c/riverside/students/asha');
  apiAnswers({ getMe: someone('TRAINER') });
  renderShell();
  const nav = within(await screen.findByRole('navigation', { name: 'Main' }));
  expect(nav.getAllByRole('link').map((link) => link.textContent)).toEqual([
    'Cartwheel',
    'Today',
    'Students',
    'Schedule',
    'Report cards',
  ]);
  expect(nav.getByRole('link', { current: 'page' })).toHaveTextContent('Students');
});

it('leaves the kiosk bare, and keeps the pages beside it for whom it does not open', async () => {
  visit('/c/riverside/kiosk');
  apiAnswers({ getMe: someone('COUNSELOR') });
  const { unmount } = renderShell();
  await screen.findByRole('heading', { name: 'Leads' });
  expect(screen.queryByRole('navigation', { name: 'Main' })).toBeNull();
  unmount();
  apiAnswers({ getMe: someone('TRAINER') });
  renderShell();
  expect(await screen.findByRole('navigation', { name: 'Main' })).toBeVisible();
});

it('keeps the page when the center changes', async () => {
  visit('/c/riverside/leads/asha');
  apiAnswers({ getMe: ofTwo });
  const { user } = renderShell();
  await user.click(await screen.findByRole('button', { name: 'Riverside, switch center' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Hillside' }));
  expect(whereTo()[0]).toBe('/c/hillside/leads');
});

it('goes to a page with G and its letter', async () => {
  visit('/c/riverside/leads');
  apiAnswers({ getMe: mira });
  const { user } = renderShell();
  await screen.findByRole('heading', { name: 'Leads' });
  await user.keyboard('gs');
  expect(whereTo()[0]).toBe('/c/riverside/students');
});

it('knows no center of somebody else', async () => {
  visit('/c/elsewhere/leads');
  apiAnswers({ getMe: mira });
  renderPlain(
    <CenterShell slug="elsewhere" search={null} signInAgain={null}>
      <h1>Leads</h1>
    </CenterShell>,
  );
  expect(await screen.findByRole('heading', { name: 'There is no such center for you' })).toBeVisible();
  expect(screen.queryByRole('heading', { name: 'Leads' })).toBeNull();
});

it('starts everybody where they work', async () => {
  expect(startOf({ isSuperAdmin: true, assignments: ofTwo.assignments }, null)).toBe('/hq');
  expect(startOf({ isSuperAdmin: false, assignments: ofTwo.assignments }, null)).toBe('/c/riverside/today');
  expect(startOf({ isSuperAdmin: false, assignments: ofTwo.assignments }, 'hillside')).toBe('/c/hillside/today');
  expect(startOf({ isSuperAdmin: false, assignments: [] }, 'hillside')).toBeNull();
  visit('/');
  apiAnswers({ getMe: mira });
  renderPlain(<Landing />);
  await waitFor(() => expect(whereTo()[0]).toBe('/c/riverside/today'));
});
