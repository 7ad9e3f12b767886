import { droppedAt } from './dragging.ts';

const session = { date: '2026-12-07', startTime: '16:00', endTime: '17:10' };

it('keeps the length of a class and the place where it was taken', () => {
  expect(droppedAt(session, '2026-12-08 10:15:00', 0)).toEqual({
    date: '2026-12-08',
    startTime: '10:15',
    endTime: '11:25',
  });
  expect(droppedAt(session, '2026-12-08 10:15:00', 30)).toMatchObject({ startTime: '09:45', endTime: '10:55' });
});

it('drops nothing that would begin or end on another day', () => {
  expect(droppedAt(session, '2026-12-08 00:15:00', 30)).toBeNull();
  expect(droppedAt(session, '2026-12-08 23:00:00', 0)).toBeNull();
});
