import { daysOf, ending, wrongFreeze } from './freezes.rules.ts';

const today = '2026-11-21';
const plan = { startDate: '2026-11-01', endDate: '2026-11-30', today };

describe('the days of a freeze', () => {
  it('include the first and the last, also over a clock change', () => {
    expect(daysOf({ from: today, to: today })).toBe(1);
    expect(daysOf({ from: '2026-03-28', to: '2026-03-30' })).toBe(3);
  });

  it.each([
    ['2026-11-21', '2026-11-21', null],
    ['2026-11-14', '2026-11-21', null],
    ['2026-11-30', '2026-12-20', null],
    ['2026-11-13', '2026-11-25', 'from'],
    ['2026-11-16', '2026-11-20', 'to'],
    ['2026-11-25', '2026-11-24', 'to'],
    ['2026-12-01', '2026-12-02', 'from'],
  ])('from %s to %s: wrong is %s', (from, to, path) => {
    expect(wrongFreeze({ from, to }, plan)?.path ?? null).toBe(path);
  });

  it('lie within the plan', () => {
    expect(wrongFreeze({ from: today, to: today }, { ...plan, startDate: '2026-11-22' })?.path).toBe('from');
    expect(wrongFreeze({ from: '2030-01-01', to: '2030-01-02' }, { ...plan, endDate: null })).toBeNull();
  });
});

describe('ending a freeze', () => {
  it('removes what has not begun, today included', () => {
    expect(ending({ from: '2026-11-25', to: '2026-11-27' }, today)).toEqual({ lastDay: null, givenBack: 3 });
    expect(ending({ from: today, to: '2026-11-23' }, today)).toEqual({ lastDay: null, givenBack: 3 });
  });

  it('cuts what runs to yesterday and gives the rest back', () => {
    expect(ending({ from: '2026-11-18', to: '2026-11-23' }, today)).toEqual({ lastDay: '2026-11-20', givenBack: 3 });
    expect(ending({ from: '2026-11-18', to: today }, today)).toEqual({ lastDay: '2026-11-20', givenBack: 1 });
  });

  it('leaves what is over', () => expect(ending({ from: '2026-11-18', to: '2026-11-20' }, today)).toBeNull());
});
