import { comparedWith, percent, periodOf, stepsOf } from './hq.rules.ts';

describe('the period of the HQ dashboard', () => {
  it('is the thirty days up to today', () =>
    expect(periodOf({}, '2026-11-21')).toEqual({ from: '2026-10-23', to: '2026-11-21' }));

  it('ends where it is asked to', () =>
    expect(periodOf({ to: '2026-03-01' }, '2026-11-21')).toEqual({ from: '2026-01-31', to: '2026-03-01' }));

  it.each([
    ['ends before it begins', { from: '2026-03-02', to: '2026-03-01' }],
    ['is longer than a year', { from: '2025-01-01', to: '2026-01-02' }],
  ])('is refused when it %s', (_, asked) => expect(() => periodOf(asked, '2026-11-21')).toThrow('not valid'));

  it('may be one day or a whole leap year', () => {
    expect(periodOf({ from: '2026-03-01', to: '2026-03-01' }, '2026-11-21').from).toBe('2026-03-01');
    expect(periodOf({ from: '2024-01-01', to: '2024-12-31' }, '2026-11-21').to).toBe('2024-12-31');
  });
});

describe('what it is compared with', () => {
  const march = { from: '2026-03-01', to: '2026-03-31' };

  it('is as many days just before', () =>
    expect(comparedWith(march, 'PREVIOUS')).toEqual({ from: '2026-01-29', to: '2026-02-28' }));

  it('is the same weekdays a year ago', () =>
    expect(comparedWith(march, 'LAST_YEAR')).toEqual({ from: '2025-03-02', to: '2025-04-01' }));

  it('never overlaps, even for a whole year', () =>
    expect(comparedWith({ from: '2024-01-01', to: '2024-12-31' }, 'LAST_YEAR').to < '2024-01-01').toBe(true));
});

describe('the steps of a course', () => {
  it('are days for a month, and weeks for a quarter', () => {
    expect(stepsOf({ from: '2026-03-01', to: '2026-03-31' })).toHaveLength(31);
    expect(stepsOf({ from: '2026-01-01', to: '2026-03-31' }).slice(0, 2)).toEqual(['2026-01-01', '2026-01-08']);
  });
});

describe('a percentage', () => {
  it('has one decimal, and is nothing of nothing', () => {
    expect(percent(2, 3)).toBe(66.7);
    expect(percent(0, 0)).toBeNull();
  });
});
