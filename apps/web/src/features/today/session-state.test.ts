import { aSession } from '../../test/class-cast.ts';
import { currentOf, stateOf } from './session-state.ts';

const at = (time: string) => Date.parse(`2026-11-21T${time}:00Z`);
const morning = aSession({ id: 'morning', startsAt: '2026-11-21T05:00:00Z', endsAt: '2026-11-21T06:00:00Z' });
const noon = aSession({ id: 'noon', startsAt: '2026-11-21T06:10:00Z', endsAt: '2026-11-21T07:00:00Z' });
const evening = aSession({ id: 'evening', startsAt: '2026-11-21T12:00:00Z', endsAt: '2026-11-21T13:00:00Z' });
const day = [morning, noon, evening];

it('opens what runs, and the next one from a quarter of an hour before it begins', () => {
  expect(currentOf(day, at('05:30'))?.id).toBe('morning');
  expect(currentOf(day, at('05:54'))?.id).toBe('morning');
  expect(currentOf(day, at('05:55'))?.id).toBe('noon');
  expect(currentOf(day, at('08:00'))?.id).toBe('evening');
  expect(currentOf(day, at('20:00'))?.id).toBe('evening');
});

it('passes over a cancelled class', () => {
  expect(currentOf([{ ...morning, status: 'CANCELLED' }, evening], at('05:30'))?.id).toBe('evening');
});

it('tells what is taken, running, late and missed', () => {
  expect(stateOf({ ...noon, markedCount: 3 }, at('06:15'))).toEqual({ is: 'taken' });
  expect(stateOf(noon, at('06:15')).is).toBe('now');
  expect(stateOf(noon, at('06:21')).is).toBe('late');
  expect(stateOf({ ...noon, markedCount: 1 }, at('08:00'))).toEqual({ is: 'missed', count: 2 });
  expect(stateOf(evening, at('11:35'))).toEqual({ is: 'inMinutes', minutes: 25 });
  expect(stateOf(evening, at('07:00'))).toEqual({ is: 'inHours', hours: 5 });
});
