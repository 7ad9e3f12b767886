import { screen } from '@testing-library/react';
import { apiAnswers, problem, requests } from '../test/api-answers.ts';
import { renderScreen } from '../test/render-screen.tsx';
import { ListExport } from './list-export.tsx';

const bySource = <ListExport kind="leads" filters={{ source: 'Walk-in', q: '' }} of="Leads" />;
const choose = async (user: ReturnType<typeof renderScreen>['user'], format: RegExp) => {
  await user.click(await screen.findByRole('button', { name: 'Export: Leads' }));
  await user.click(await screen.findByRole('menuitem', { name: format }));
};

it('asks for the list with its filters, in the format that was chosen', async () => {
  apiAnswers({ exportRows: {} });
  const { user } = renderScreen(bySource, { as: 'CENTER_ADMIN' });
  await choose(user, /Excel/);
  expect(requests('exportRows')[0]).toMatchObject({ params: { file: 'leads.xlsx' } });
  expect(requests('exportRows')[0]?.query).toEqual({ source: 'Walk-in' });
});

it('leaves how many at once to the file, which has all', async () => {
  apiAnswers({ exportRows: {} });
  const query = { active: 'true', limit: 50, cursor: 'x' } as const;
  const { user } = renderScreen(<ListExport kind="batches" filters={query} of="Leads" />, { as: 'CENTER_ADMIN' });
  await choose(user, /CSV/);
  expect(requests('exportRows')[0]?.query).toEqual({ active: 'true' });
});

it('says why there is no file', async () => {
  apiAnswers({ exportRows: problem(403, 'forbidden') });
  const { user } = renderScreen(bySource, { as: 'CENTER_ADMIN' });
  await choose(user, /CSV/);
  expect(await screen.findByText('forbidden')).toBeVisible();
});

it.each(['COUNSELOR', 'TRAINER'] as const)('is not there for a %s', async (as) => {
  renderScreen(
    <>
      {bySource}
      <p>Here</p>
    </>,
    { as },
  );
  expect(await screen.findByText('Here')).toBeVisible();
  expect(screen.queryByRole('button', { name: /Export/ })).toBeNull();
});

it('is not there at headquarters, where no center is chosen', async () => {
  renderScreen(
    <>
      {bySource}
      <p>Here</p>
    </>,
    { as: 'SUPER_ADMIN', isHq: true },
  );
  expect(await screen.findByText('Here')).toBeVisible();
  expect(screen.queryByRole('button', { name: /Export/ })).toBeNull();
});
