import { periodOf } from './hq.rules.ts';

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
