import { jest } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { apiAnswers, problem, requests } from '../../test/api-answers.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { HqScreen } from './hq-screen.tsx';

jest.setTimeout(20_000);

const money = { amountMinor: 500_000, currency: 'INR' };
const figures = (name: string, newLeads: number, lastAttendanceOn: string) => ({
  center: { id: name, name, slug: name.toLowerCase(), city: 'Bengaluru' },
  newLeads,
  trialsAttended: 10,
  enrolled: 4,
  activeStudents: 20,
  attendancePercent: 90,
  seatsFilledPercent: 50,
  collected: money,
  due: money,
  lastAttendanceOn,
});
const answer = {
  from: '2026-11-01',
  to: '2026-11-21',
  centers: [figures('Alpha', 3, '2026-11-20'), figures('Beta', 30, '2026-11-16')],
};

it('ranks the centers, leads into them, and says which one has gone silent', async () => {
  apiAnswers({ getHqDashboard: answer });
  const { user } = renderScreen(<HqScreen />, { as: 'SUPER_ADMIN' });
  expect(await screen.findByText('No attendance taken since Monday')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Beta' })).toHaveAttribute('href', '/c/beta/today');
  const names = () => screen.getAllByRole('rowheader').map((cell) => within(cell).getByRole('link').textContent);
  expect(names()).toEqual(['Alpha', 'Beta']);
  await user.click(screen.getByRole('button', { name: 'New leads' }));
  expect(names()).toEqual(['Beta', 'Alpha']);
  expect(screen.getByRole('columnheader', { name: 'New leads' })).toHaveAttribute('aria-sort', 'descending');
});

it('opens a center, and keeps the form when there is one of that name', async () => {
  apiAnswers({ getHqDashboard: answer, createCenter: problem(409, 'duplicate') });
  const { user } = renderScreen(<HqScreen />, { as: 'SUPER_ADMIN' });
  await user.click(await screen.findByRole('button', { name: 'New center' }));
  const sheet = await screen.findByRole('dialog');
  await user.type(within(sheet).getByLabelText('Name'), 'Hebbal');
  await user.type(within(sheet).getByLabelText('City'), 'Bengaluru');
  await user.click(within(sheet).getByRole('button', { name: 'Open the center' }));
  expect(await within(sheet).findByText('There is a center of this name already.')).toBeVisible();
  await waitFor(() =>
    expect(requests('createCenter')[0]?.body).toEqual({
      name: 'Hebbal',
      city: 'Bengaluru',
      country: 'IN',
      timezone: 'Asia/Kolkata',
      currency: 'INR',
    }),
  );
});

it('is closed to a center admin', async () => {
  renderScreen(<HqScreen />);
  expect(await screen.findByText('Your role does not include this')).toBeVisible();
  expect(requests('getHqDashboard')).toHaveLength(0);
});
