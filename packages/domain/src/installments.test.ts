import fc from 'fast-check';
import { filled, fittedTo, isInOrder, monthlyParts, sumOf } from './installments.ts';

const RUNS = 2_000;

describe('equal parts', () => {
  it('are a month apart, to the last paisa', () => {
    expect(monthlyParts(1_000_000, 3, '2026-11-30')).toEqual([
      { dueDate: '2026-11-30', amountMinor: 333_334 },
      { dueDate: '2026-12-30', amountMinor: 333_333 },
      { dueDate: '2027-01-30', amountMinor: 333_333 },
    ]);
  });

  it('keep to the last day of shorter months without drifting', () => {
    expect(monthlyParts(400, 4, '2026-12-31').map(({ dueDate }) => dueDate)).toEqual([
      '2026-12-31',
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
    ]);
  });

  it('are no more than there is money for', () => expect(monthlyParts(2, 3, '2026-01-01')).toHaveLength(2));
});

describe('filling', () => {
  it('begins with the oldest', () => {
    expect(filled([100, 100, 100], 150)).toEqual([100, 50, 0]);
    expect(filled([100, 100], 0)).toEqual([0, 0]);
  });
});

describe('another total', () => {
  const three = [{ amountMinor: 100 }, { amountMinor: 100 }, { amountMinor: 100 }];

  it('comes off the last ones', () => {
    expect(fittedTo(three, 250).map(({ amountMinor }) => amountMinor)).toEqual([100, 100, 50]);
    expect(fittedTo(three, 150).map(({ amountMinor }) => amountMinor)).toEqual([100, 50]);
    expect(fittedTo(three, 0)).toEqual([]);
  });

  it('is added to the last one', () => expect(fittedTo(three, 320).at(-1)).toEqual({ amountMinor: 120 }));
});

describe('whatever happens to a schedule', () => {
  const event = fc.oneof(
    fc.record({ kind: fc.constant('pay' as const), minor: fc.integer({ min: 1, max: 500_000 }) }),
    fc.record({ kind: fc.constant('void' as const), which: fc.nat() }),
    fc.record({ kind: fc.constant('refund' as const), which: fc.nat(), minor: fc.integer({ min: 1, max: 500_000 }) }),
    fc.record({ kind: fc.constant('discount' as const), minor: fc.integer({ min: 1, max: 200_000 }) }),
  );

  it('its parts add up to the whole, and no younger one has money while an older one is open', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000_000 }),
        fc.integer({ min: 1, max: 12 }),
        fc.array(event, { maxLength: 20 }),
        (price, count, events) => {
          let parts = monthlyParts(price, count, '2026-11-30');
          let total = price;
          const payments: number[] = [];
          for (const happened of events) {
            const which = 'which' in happened && payments.length > 0 ? happened.which % payments.length : 0;
            if (happened.kind === 'pay') payments.push(happened.minor);
            if (happened.kind === 'void') payments.splice(which, 1);
            if (happened.kind === 'refund') payments[which] = Math.max(0, (payments[which] ?? 0) - happened.minor);
            if (happened.kind === 'discount') {
              total -= Math.min(total, happened.minor);
              parts = fittedTo(parts, total);
            }
            const paid = Math.min(
              total,
              payments.reduce((sum, minor) => sum + minor, 0),
            );
            const amounts = parts.map(({ amountMinor }) => amountMinor);
            const now = filled(amounts, paid);
            const firstOpen = now.findIndex((part, index) => part < amounts[index]!);

            expect(sumOf(parts)).toBe(total);
            expect(now.reduce((sum, part) => sum + part, 0)).toBe(paid);
            expect(firstOpen < 0 || now.slice(firstOpen + 1).every((part) => part === 0)).toBe(true);
            expect(isInOrder(parts)).toBe(true);
          }
        },
      ),
      { numRuns: RUNS },
    );
  });
});
