import { screen } from '@testing-library/react';
import { aSession } from '../../test/class-cast.ts';
import { renderScreen } from '../../test/render-screen.tsx';
import { ScheduleGrid } from './schedule-grid.tsx';

const day = { date: '2030-01-09', startsAt: '2030-01-09T10:30:00.000Z', endsAt: '2030-01-09T11:30:00.000Z' };
const sessions = [
  aSession({ ...day, id: 'coming', name: 'Coming' }),
  aSession({ ...day, id: 'cancelled', name: 'Cancelled class', status: 'CANCELLED' }),
  aSession({ ...day, id: 'over', name: 'Over', status: 'COMPLETED', startsAt: '2020-01-09T10:30:00.000Z' }),
];

function open(onMove?: () => void) {
  const ignore = () => {};
  return renderScreen(
    <ScheduleGrid
      view="week"
      date={day.date}
      weekStart={1}
      sessions={sessions}
      onOpen={ignore}
      onDay={ignore}
      onMove={onMove}
    />,
  );
}

const isDraggable = (name: RegExp) => screen.getByRole('button', { name }).getAttribute('draggable') === 'true';

it('lets only a class that is to come be dragged', async () => {
  open(() => {});
  await screen.findByRole('button', { name: /Coming/ });
  expect([/Coming/, /Cancelled class/, /Over/].map(isDraggable)).toEqual([true, false, false]);
});

it('lets nothing be dragged by those who may not move classes', async () => {
  open();
  await screen.findByRole('button', { name: /Coming/ });
  expect(isDraggable(/Coming/)).toBe(false);
});
