import { keptOf, wrongSchedule } from './installments.rules.ts';

const today = '2026-11-21';
const dueOn = (...dates: string[]) => dates.map((dueDate) => ({ dueDate, amountMinor: 100 }));

describe('a schedule', () => {
  it('is due in order, from lately on, for at most three years', () => {
    expect(wrongSchedule(dueOn('2026-11-21', '2026-12-21', '2029-11-21'), today)).toBeNull();
    expect(wrongSchedule(dueOn('2026-12-01', '2026-12-01'), today)?.path).toBe('installments.1.dueDate');
    expect(wrongSchedule(dueOn('2026-09-21'), today)?.path).toBe('installments.0.dueDate');
    expect(wrongSchedule(dueOn('2026-11-21', '2029-11-22'), today)?.path).toBe('installments.1.dueDate');
  });
});

describe('planning anew', () => {
  it('keeps what has money, as far as it has it', () => {
    const [first, second, third] = dueOn('2026-11-01', '2026-12-01', '2027-01-01');
    const stored = [
      { ...first!, id: 'a', paidMinor: 100 },
      { ...second!, id: 'b', paidMinor: 40 },
      { ...third!, id: 'c', paidMinor: 0 },
    ];

    expect(keptOf(stored).map(({ id, amountMinor }) => [id, amountMinor])).toEqual([
      ['a', 100],
      ['b', 40],
    ]);
  });
});
