import { screen, waitFor, within } from '@testing-library/react';
import { apiAnswers, problem, requests } from '../../test/api-answers.ts';
import { visit } from '../../test/navigation.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { CheckInsScreen } from './check-ins-screen.tsx';
import { InsideTile } from './inside-tile.tsx';
import { PassCard } from './pass-card.tsx';
import type { CheckIn } from './queries.ts';

const asha = { id: '0190a000-0000-7000-8000-000000000c01', name: 'Asha Rao' };
const event: CheckIn = {
  id: '0190a000-0000-7000-8000-000000000d01',
  eventType: 'SESSION_CHECK_IN',
  outcome: 'ACCEPTED',
  reason: null,
  sentence: null,
  student: asha,
  session: {
    id: '0190a000-0000-7000-8000-000000000b01',
    name: 'Tigers',
    date: '2026-11-21',
    startTime: '16:00',
    endTime: '17:00',
  },
  mark: 'LATE',
  method: 'QR',
  device: 'Front door',
  occurredAt: '2026-11-21T10:44:00.000Z',
  receivedAt: '2026-11-21T10:44:00.000Z',
  by: null,
};
const refused: CheckIn = {
  ...event,
  id: '0190a000-0000-7000-8000-000000000d02',
  outcome: 'REFUSED',
  reason: 'pass_unknown',
  sentence: 'This pass is not one of this center',
  student: null,
  session: null,
  mark: null,
};
const house = {
  count: 1,
  cameToday: 3,
  leftToday: 2,
  items: [{ student: asha, since: event.occurredAt, session: event.session }],
};

it('tells what happened at the door, with what was refused and why', async () => {
  apiAnswers({ listCheckIns: { items: [event, refused], nextCursor: null }, getOccupancy: house });
  visit('/c/riverside/check-ins');
  renderScreen(<CheckInsScreen />);
  expect(await screen.findByRole('button', { name: 'Asha Rao' })).toBeVisible();
  expect(screen.getByText('Late')).toBeVisible();
  expect(screen.getByText('This pass is not one of this center', { exact: false })).toBeVisible();
  expect(screen.getByText(/One in the building/)).toBeVisible();
});

it('lists who is in the building, and lets them out', async () => {
  apiAnswers({
    listCheckIns: { items: [], nextCursor: null },
    getOccupancy: house,
    recordCheckIn: { ...event, eventType: 'CENTER_CHECK_OUT', already: false, warnings: [], notices: [] },
  });
  visit('/c/riverside/check-ins?view=inside');
  const { user } = renderScreen(<CheckInsScreen />, { as: 'COUNSELOR' });
  await user.click(await screen.findByRole('button', { name: 'Check out Asha Rao' }));
  await screen.findByText('Asha Rao has left');
  expect(requests('recordCheckIn')[0]!.body).toEqual({ studentId: asha.id, eventType: 'CENTER_CHECK_OUT' });
});

it('shows a trainer who is there, without the way to let them out', async () => {
  apiAnswers({ getOccupancy: house });
  visit('/c/riverside/check-ins?view=inside');
  renderScreen(<CheckInsScreen />, { as: 'TRAINER' });
  expect(await screen.findByRole('button', { name: 'Asha Rao' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Check out Asha Rao' })).toBeNull();
});

it('counts on a tile that opens the list', async () => {
  apiAnswers({ getOccupancy: house });
  renderScreen(<InsideTile />);
  const tile = await screen.findByRole('link', { name: /In the building now/ });
  expect(tile).toHaveTextContent('1');
  expect(tile).toHaveAttribute('href', '/c/riverside/check-ins?view=inside');
});

describe('the pass of a student', () => {
  const student = { id: asha.id, archivedAt: null };

  it('is shown, and replaced only when one is sure', async () => {
    apiAnswers({ getPass: {}, reissuePass: { issuedAt: event.occurredAt } });
    const { user } = renderScreen(<PassCard student={student} />, { as: 'COUNSELOR' });
    expect(await screen.findByRole('img', { name: 'QR code of the pass' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'New pass' }));
    expect(requests('reissuePass')).toEqual([]);
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'New pass' }));
    await waitFor(() => expect(requests('reissuePass')).toHaveLength(1));
    await waitFor(() => expect(requests('getPass')).toHaveLength(2));
  });

  it('says so when it cannot be loaded', async () => {
    apiAnswers({ getPass: problem(422, 'reference_not_found') });
    renderScreen(<PassCard student={student} />);
    expect(await screen.findByText('The pass could not be loaded')).toBeVisible();
  });

  it('is not for trainers, and nobody has one who is archived', async () => {
    apiAnswers({ getPass: {} });
    const { container } = renderScreen(<PassCard student={student} />, { as: 'TRAINER' });
    await waitFor(() => expect(requests('getSettings').length + requests('getMe').length).toBeGreaterThan(0));
    expect(container.querySelector('img')).toBeNull();
    expect(requests('getPass')).toEqual([]);
  });
});
