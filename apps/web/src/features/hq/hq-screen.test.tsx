import { jest } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { apiAnswers, problem, requests } from '../../test/api-answers.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { HqScreen } from './hq-screen.tsx';

jest.setTimeout(20_000);

const money = { amountMinor: 500_000, currency: 'INR' };
const counted = (newLeads: number) => ({
  newLeads,
  trialsAttended: 10,
  enrolled: 4,
  activeStudents: 20,
  attendancePercent: 90,
  expected: 100,
  seatsFilledPercent: 50,
  renewalPercent: 80,
  renewalsDue: 10,
  collected: money,
});
const figures = (name: string, newLeads: number, lastAttendanceOn: string) => ({
  center: { id: name, name, slug: name.toLowerCase(), city: 'Bengaluru' },
  ...counted(newLeads),
  previous: counted(newLeads),
  attendance: [80, 90],
  due: money,
  lastAttendanceOn,
});
const figure = (value: number, previous: number, of: number | null = null) => ({
  value,
  previous,
  series: [previous, value],
  of,
});
const answer = {
  from: '2026-11-01',
  to: '2026-11-21',
  previous: { from: '2026-10-11', to: '2026-10-31' },
  steps: ['2026-11-01', '2026-11-02'],
  figures: {
    newLeads: figure(33, 30),
    trialsAttended: figure(20, 20),
    enrolled: figure(8, 8),
    trialToEnrolledPercent: figure(40, 42, 20),
    activeStudents: figure(40, 40),
    attendancePercent: figure(90, 88, 200),
    seatsFilledPercent: figure(50, 50, 100),
    renewalPercent: figure(75, 80, 4),
    collected: [{ currency: 'INR', ...figure(1_000_000, 500_000) }],
  },
  funnel: [
    { stage: 'LEADS', count: 33, previous: 30 },
    { stage: 'TRIALS_BOOKED', count: 22, previous: 20 },
  ],
  utilisation: [{ weekday: 'TUE', hour: 16, seats: 12, seatsTaken: 9 }],
  revenue: [{ plan: 'Quarterly', sold: 3, invoiced: money, previous: money }],
  centers: [figures('Alpha', 3, '2026-11-20'), figures('Beta', 30, '2026-11-16')],
};

it('ranks the centers, leads into them, and says which one has gone silent', async () => {
  apiAnswers({ getHqDashboard: answer });
  const { user } = renderScreen(<HqScreen />, { as: 'SUPER_ADMIN' });
  expect(await screen.findByText('No attendance taken since Monday')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Beta' })).toHaveAttribute('href', '/c/beta/today');
  const league = within(screen.getByRole('group', { name: 'Where to help' }));
  const names = () => league.getAllByRole('rowheader').map((cell) => within(cell).getByRole('link').textContent);
  expect(names()).toEqual(['Alpha', 'Beta']);
  await user.click(screen.getByRole('button', { name: 'New leads' }));
  expect(names()).toEqual(['Beta', 'Alpha']);
  expect(screen.getByRole('columnheader', { name: 'New leads' })).toHaveAttribute('aria-sort', 'descending');
});

it('shows how the numbers changed, keeps quiet about percentages of a handful, and opens lists', async () => {
  apiAnswers({ getHqDashboard: answer, listCenters: { items: [], nextCursor: null } });
  renderScreen(<HqScreen />, { as: 'SUPER_ADMIN' });
  const tiles = within(await screen.findByRole('region', { name: 'All centers together' }));
  expect(tiles.getByRole('link', { name: /New leads/ })).toHaveTextContent('3310%');
  expect(tiles.getByRole('link', { name: /Trial to enrolled/ })).toHaveTextContent('2 points');
  expect(tiles.getByRole('link', { name: /Renewals/ })).toHaveTextContent('Renewals–');
  expect(screen.getAllByRole('link', { name: '30' })[0]).toHaveAttribute(
    'href',
    '/c/beta/leads?view=list&from=2026-11-01&to=2026-11-21',
  );
});

it('gives every picture as a table', async () => {
  apiAnswers({ getHqDashboard: answer, listCenters: { items: [], nextCursor: null } });
  const { user } = renderScreen(<HqScreen />, { as: 'SUPER_ADMIN' });
  const seats = within(await screen.findByRole('region', { name: 'Seats taken, by hour' }));
  expect(seats.getByText('9 of 12 seats, 75%')).toBeInTheDocument();
  expect(seats.getByRole('columnheader', { name: /^4 pm$/i })).toBeVisible();
  await user.click(seats.getByRole('button', { name: 'Show as table' }));
  expect(seats.getByRole('row', { name: 'Tue 16:00 9 12' })).toBeVisible();
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
