import type { ClassSession, Role } from '@cartwheel/contracts';
import { jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { apiAnswers, problem, requests } from '../../test/api-answers.ts';
import { exportShown } from '../../test/export-shown.ts';
import { aSession } from '../../test/class-cast.ts';
import { visit } from '../../test/navigation.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { ScheduleScreen } from './schedule-screen.tsx';
import { moved, spanOf } from './span.ts';

// Whole forms are typed letter by letter; on a busy machine that takes longer than the usual five seconds.
jest.setTimeout(30_000);

const coming = aSession({ seatsTaken: 9, date: '2026-11-22' });

function open(sessions: ClassSession[], as: Role = 'CENTER_ADMIN') {
  visit('/c/riverside/schedule?view=agenda&date=2026-11-21');
  apiAnswers({
    listClassSessions: { items: sessions, nextCursor: null },
    listColleagues: { items: [{ id: 'ravi', name: 'Ravi', role: 'TRAINER' }], nextCursor: null },
    listClosures: { items: [], nextCursor: null },
  });
  return renderScreen(<ScheduleScreen />, { as });
}

it('asks for the week of the center and shows its classes by day', async () => {
  open([coming]);
  expect(await screen.findByRole('button', { name: /Pre-K Gym/ })).toBeVisible();
  expect(requests('listClassSessions')[0]?.query).toMatchObject({ from: '2026-11-16', to: '2026-11-22' });
  expect(screen.getByText('Times of Riverside (Asia/Kolkata)')).toBeVisible();
});

it('exports the classes of the days that are shown', async () => {
  const { user } = open([coming]);
  const { file, query } = await exportShown(user, 'Export: Schedule');
  expect([file, query]).toEqual(['sessions.csv', { from: '2026-11-16', to: '2026-11-22' }]);
});

it('keeps the trainer in the address', async () => {
  const { user } = open([coming]);
  await screen.findByRole('option', { name: 'Ravi' });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Trainer' }), 'ravi');
  expect(window.location.search).toContain('trainer=ravi');
  await waitFor(() => expect(requests('listClassSessions').at(-1)?.query['trainerUserId']).toBe('ravi'));
});

it('says how many families are told before a class is cancelled, and wants a reason', async () => {
  const { user } = open([coming]);
  apiAnswers({ cancelClassSession: { ...coming, status: 'CANCELLED', cancelReason: 'Rain' } });
  await user.click(await screen.findByRole('button', { name: /Pre-K Gym/ }));
  await user.click(await screen.findByRole('button', { name: 'Cancel this class' }));
  expect(await screen.findByText(/9 families are told/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Cancel the class' }));
  expect(await screen.findByText('Say why; the families read it.')).toBeVisible();
  await user.type(screen.getByRole('textbox'), 'Rain');
  await user.click(screen.getByRole('button', { name: 'Cancel the class' }));
  await waitFor(() => expect(requests('cancelClassSession')[0]?.body).toEqual({ reason: 'Rain' }));
});

it('asks only for what was changed, with the version that was read, and lets nobody save what is refused', async () => {
  const { user } = open([coming]);
  apiAnswers({ changeClassSession: problem(409, 'trainer_busy', { detail: 'Ravi has Tumbling then' }) });
  await user.click(await screen.findByRole('button', { name: /Pre-K Gym/ }));
  await user.click(await screen.findByRole('button', { name: 'Move or change…' }));
  const seats = await screen.findByLabelText('Seats');
  await user.clear(seats);
  await user.type(seats, '14');
  await user.type(await screen.findByLabelText('Reason for more seats than planned'), 'Guests');
  expect(await screen.findByText('Ravi has Tumbling then')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
  expect(requests('changeClassSession').at(-1)?.body).toEqual({ capacity: 14, overbookReason: 'Guests' });
  expect(requests('changeClassSession')[0]?.headers.get('If-Match')).toBe('"1"');
});

it('lets the front desk and trainers read only', async () => {
  const { user } = open([coming], 'COUNSELOR');
  await user.click(await screen.findByRole('button', { name: /Pre-K Gym/ }));
  expect(await screen.findByRole('link', { name: 'Open roster' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Cancel this class' })).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'New class' })).not.toBeInTheDocument();
});

it('locks a class that is over', async () => {
  const { user } = open([{ ...coming, status: 'COMPLETED' }]);
  await user.click(await screen.findByRole('button', { name: /Pre-K Gym/ }));
  expect(await screen.findByText(/This class is over/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Move or change…' })).not.toBeInTheDocument();
});

it('shows whole weeks from the day on which weeks begin, and steps through months of any length', () => {
  expect(spanOf('week', '2026-11-21', 1)).toEqual({ from: '2026-11-16', to: '2026-11-22' });
  expect(spanOf('week', '2026-11-21', 0)).toEqual({ from: '2026-11-15', to: '2026-11-21' });
  expect(spanOf('month', '2026-11-21', 1)).toEqual({ from: '2026-10-26', to: '2026-12-06' });
  expect(moved('month', '2026-01-31', 1)).toBe('2026-02-28');
  expect(moved('day', '2026-03-01', -1)).toBe('2026-02-28');
});
