import type { Batch, BatchImpact, Role } from '@cartwheel/contracts';
import { jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { apiAnswers, requests, type SentRequest } from '../../test/api-answers.ts';
import { whereTo } from '../../test/navigation.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { BatchScreen } from './batch-screen.tsx';
import { BatchesScreen } from './batches-screen.tsx';
import { NewBatchScreen } from './new-batch-screen.tsx';

// Whole forms are typed letter by letter; on a busy machine that takes longer than the usual five seconds.
jest.setTimeout(30_000);

const ravi = { id: '0190a000-0000-7000-8000-0000000000a4', name: 'Ravi' };
const batch: Batch = {
  id: '0190a000-0000-7000-8000-00000000b001',
  name: 'Pre-K Gym',
  ageMin: 4,
  ageMax: 6,
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
  places: [
    { weekday: 'MON', taken: 12, left: 0 },
    { weekday: 'WED', taken: 9, left: 3 },
  ],
  studentCount: 15,
  version: 4,
};
const impact: BatchImpact = {
  sessionsMoved: 11,
  sessionsRemoved: 0,
  sessionsAdded: 0,
  studentsTouched: 15,
  bookingsTouched: 90,
  familiesTold: 14,
  conflicts: [],
};
const colleagues = { items: [{ ...ravi, role: 'TRAINER' }], nextCursor: null };

it('lists what there is with the places left on each day', async () => {
  apiAnswers({ listBatches: { items: [batch], nextCursor: null } });
  renderScreen(<BatchesScreen />);
  expect(await screen.findByRole('button', { name: 'Pre-K Gym' })).toBeVisible();
  expect(screen.getByText('Mon full')).toBeVisible();
  expect(screen.getByText('Wed 3')).toBeVisible();
});

it('opens a batch from the form', async () => {
  apiAnswers({ listColleagues: colleagues, createBatch: { ...batch, conflicts: [] } });
  const { user } = renderScreen(<NewBatchScreen />);
  await user.type(await screen.findByLabelText('Name'), 'Pre-K Gym');
  await user.click(screen.getByRole('button', { name: 'Mon' }));
  await user.click(await screen.findByRole('button', { name: 'Ravi' }));
  await user.click(screen.getByRole('button', { name: 'Open the batch' }));
  await waitFor(() => expect(whereTo()[0]).toBe('/c/riverside/batches'));
  expect(requests('createBatch')[0]?.body).toMatchObject({
    name: 'Pre-K Gym',
    daysOfWeek: ['MON'],
    trainerUserIds: [ravi.id],
    capacity: 12,
    ageMin: null,
  });
});

it('says under the fields what is missing, before anything is sent', async () => {
  apiAnswers({ listColleagues: colleagues });
  const { user } = renderScreen(<NewBatchScreen />);
  await user.click(await screen.findByRole('button', { name: 'Open the batch' }));
  expect((await screen.findAllByText('This is too short or missing')).length).toBe(2);
  expect(requests('createBatch')).toHaveLength(0);
});

it('shows what a change touches before it is saved', async () => {
  const answer = ({ query }: SentRequest) => ({ batch, impact, preview: query['preview'] === 'true' });
  apiAnswers({ getBatch: batch, listColleagues: colleagues, changeBatch: answer });
  const { user } = renderScreen(<BatchScreen id={batch.id} />);
  const places = await screen.findByLabelText('Places per class');
  await user.clear(places);
  await user.type(places, '14');
  await user.click(screen.getByRole('button', { name: 'See what this changes' }));
  expect(await screen.findByText('11 classes move')).toBeVisible();
  expect(screen.getByText('14 families are told')).toBeVisible();
  expect(requests('changeBatch').map(({ query }) => query)).toEqual([{ preview: 'true' }]);
  await user.click(screen.getByRole('button', { name: 'Save the change' }));
  await waitFor(() => expect(requests('changeBatch')).toHaveLength(2));
  expect(requests('changeBatch')[1]).toMatchObject({ query: {}, body: { capacity: 14 } });
  expect(requests('changeBatch')[1]?.headers.get('If-Match')).toBe('"4"');
});

it('says what holds until the day on which it changes', async () => {
  const { daysOfWeek, startTime, endTime } = batch;
  const earlier = { until: '2026-11-29', daysOfWeek, startTime, endTime, capacity: 10, trainer: null };
  const later: Batch = { ...batch, startTime: '17:00', endTime: '18:00', earlier: [earlier] };
  apiAnswers({ getBatch: later, listColleagues: colleagues });
  renderScreen(<BatchScreen id={batch.id} />);
  expect(await screen.findByText(/^Until Sun, 29 Nov: Mon, Wed, 4:00\spm – 5:00\spm, 10 places\. /)).toBeVisible();
});

it.each<Role>(['TRAINER', 'COUNSELOR'])('only shows a batch to a %s', async (as) => {
  apiAnswers({ getBatch: batch, listColleagues: colleagues });
  renderScreen(<BatchScreen id={batch.id} />, { as });
  expect(await screen.findByText('Only center admins change batches.')).toBeVisible();
  expect(screen.getByLabelText('Name')).toBeDisabled();
  expect(screen.queryByRole('button', { name: 'Archive' })).not.toBeInTheDocument();
});
