import type { Batch, BatchImpact, ClassSession, Role } from '@cartwheel/contracts';
import { jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { apiAnswers, problem, requests } from '../../test/api-answers.ts';
import { aSession } from '../../test/class-cast.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import type { WallTimes } from './change-scope.ts';
import { EditSessionDialog } from './edit-session-dialog.tsx';

jest.setTimeout(30_000);

const ravi = { id: '0190a000-0000-7000-8000-0000000000a4', name: 'Ravi' };
const mira = { id: '0190a000-0000-7000-8000-0000000000a5', name: 'Mira' };
const batch: Batch = {
  id: '0190a000-0000-7000-8000-00000000b001',
  name: 'Pre-K Gym',
  ageMin: null,
  ageMax: null,
  daysOfWeek: ['MON', 'WED'],
  startTime: '16:00',
  endTime: '17:00',
  capacity: 12,
  trainers: [ravi],
  startsOn: null,
  endsOn: null,
  earlier: [],
  curriculum: null,
  active: true,
  places: [],
  studentCount: 9,
  version: 4,
};
const monday = aSession({
  batchId: batch.id,
  date: '2026-12-07',
  startsAt: '2026-12-07T10:30:00.000Z',
  endsAt: '2026-12-07T11:30:00.000Z',
  seatsTaken: 9,
});
const impact: BatchImpact = {
  sessionsMoved: 4,
  sessionsRemoved: 0,
  sessionsAdded: 0,
  studentsTouched: 9,
  bookingsTouched: 36,
  familiesTold: 8,
  conflicts: [],
};

function open(session: ClassSession, { as = 'CENTER_ADMIN', movedTo }: { as?: Role; movedTo?: WallTimes } = {}) {
  apiAnswers({
    getBatch: batch,
    listColleagues: { items: [ravi, mira].map((one) => ({ ...one, role: 'TRAINER' as const })), nextCursor: null },
    changeClassSession: session,
    changeBatch: { batch, impact, preview: true },
  });
  return renderScreen(<EditSessionDialog session={session} movedTo={movedTo} onClose={() => {}} />, { as });
}

const toWednesday = { date: '2026-12-09', startTime: '17:30', endTime: '18:30' };
const writes = (id: 'changeBatch' | 'changeClassSession') => requests(id).filter(({ query }) => !query['preview']);

it('shows where a class was dragged to, asks which ones, and does nothing by itself', async () => {
  open(monday, { movedTo: toWednesday });
  expect(await screen.findByLabelText('Starts')).toHaveValue('17:30');
  expect(await screen.findByRole('radio', { name: 'This class' })).toBeChecked();
  expect(await screen.findByText('9 families are told.')).toBeVisible();
  expect(requests('changeClassSession')[0]?.query).toEqual({ preview: 'true' });
  expect(writes('changeClassSession')).toEqual([]);
  expect(requests('changeBatch')).toEqual([]);
});

it('moves one class alone', async () => {
  const { user } = open(monday, { movedTo: toWednesday });
  await user.click(await screen.findByRole('button', { name: 'Save and tell 9 families' }));
  await waitFor(() => expect(writes('changeClassSession')).toHaveLength(1));
  expect(writes('changeClassSession')[0]?.body).toEqual(toWednesday);
  expect(writes('changeClassSession')[0]?.headers.get('If-Match')).toBe('"1"');
});

it('moves it and those that follow within their weeks, after saying what that touches', async () => {
  const { user } = open(monday, { movedTo: toWednesday });
  await user.click(await screen.findByRole('radio', { name: 'This and following' }));
  expect(await screen.findByText('4 classes get another time.')).toBeVisible();
  expect(screen.getByText(/all of its weekdays get the new one/)).toBeVisible();
  const body = { moveBy: 2, startTime: '17:30', endTime: '18:30', from: '2026-12-07' };
  expect(requests('changeBatch')[0]).toMatchObject({ query: { preview: 'true' }, body });
  await user.click(screen.getByRole('button', { name: 'Save and tell 8 families' }));
  await waitFor(() => expect(writes('changeBatch')).toHaveLength(1));
  expect(writes('changeBatch')[0]?.body).toEqual(body);
  expect(writes('changeBatch')[0]?.headers.get('If-Match')).toBe('"4"');
});

it('changes all to come from the next class of that day on, and names the days that need a look', async () => {
  const { user } = open(monday, { movedTo: { ...toWednesday, date: '2026-12-08' } });
  const conflicts = [{ date: '2026-12-15', reason: 'The trainer has another class at that time' }];
  apiAnswers({ changeBatch: { batch, impact: { ...impact, conflicts }, preview: true } });
  await user.click(await screen.findByRole('radio', { name: 'All' }));
  expect(await screen.findByText(/The trainer has another class at that time/)).toBeVisible();
  expect(requests('changeBatch')[0]?.body).toMatchObject({ moveBy: 1, from: '2026-11-23' });
});

it('gives the following classes to another trainer and keeps those of the batch', async () => {
  const { user } = open(monday);
  await user.selectOptions(
    await screen.findByLabelText('Trainer'),
    await screen.findByRole('option', { name: 'Mira' }),
  );
  await user.click(await screen.findByRole('radio', { name: 'This and following' }));
  await waitFor(() =>
    expect(requests('changeBatch')[0]?.body).toEqual({ trainerUserIds: [mira.id, ravi.id], from: '2026-12-07' }),
  );
});

it('says before saving that the trainer is busy', async () => {
  open(monday, { movedTo: toWednesday });
  apiAnswers({ changeClassSession: problem(409, 'trainer_busy', { detail: 'Ravi has Tumbling then' }) });
  expect(await screen.findByText('Ravi has Tumbling then')).toBeVisible();
  expect(screen.queryByText(/families are told/)).not.toBeInTheDocument();
});

it('leaves a class that goes its own way alone', async () => {
  open({ ...monday, startTime: '15:00' });
  expect(await screen.findByText(/was changed on its own before/)).toBeVisible();
  expect(screen.getByRole('radio', { name: 'This and following' })).toBeDisabled();
});

it('moves only one class over more than its week', async () => {
  open(monday, { movedTo: { ...toWednesday, date: '2026-12-21' } });
  expect(await screen.findByText(/So far away only this class/)).toBeVisible();
  expect(screen.getByRole('radio', { name: 'All' })).toBeDisabled();
});

it('asks no scope of a class that has no batch', async () => {
  open({ ...monday, batchId: null });
  expect(await screen.findByLabelText('Starts')).toBeVisible();
  expect(screen.queryByRole('radio')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
});
