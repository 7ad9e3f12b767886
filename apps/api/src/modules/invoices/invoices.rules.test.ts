import fc from 'fast-check';
import { chargesOf, numberOf, takeFrom } from './invoices.rules.ts';

describe('what an invoice asks for', () => {
  it('is taxed on what is left after the discount, halves rounded up', () => {
    expect(chargesOf(450_000, 45_000, 1800)).toEqual({
      subtotalMinor: 450_000,
      discountMinor: 45_000,
      taxMinor: 72_900,
      totalMinor: 477_900,
    });
    expect(chargesOf(25, 0, 1000).taxMinor).toBe(3);
  });

  it('is nothing when everything was given away', () => {
    expect(chargesOf(450_000, 450_000, 1800).totalMinor).toBe(0);
  });
});

describe('invoice numbers', () => {
  it('carry prefix, financial year and at least four digits', () => {
    expect(numberOf('', '2026-27', 1)).toBe('2026-27/0001');
    expect(numberOf('KOR-', '2026-27', 12_345)).toBe('KOR-2026-27/12345');
  });
});

describe('taking an amount out of parts', () => {
  it('empties the first ones first', () => {
    const parts = [
      { id: 'a', amountMinor: 300 },
      { id: 'b', amountMinor: 500 },
      { id: 'c', amountMinor: 200 },
    ];
    expect(takeFrom(parts, 450)).toEqual([
      { id: 'a', amountMinor: 300, leftMinor: 0 },
      { id: 'b', amountMinor: 150, leftMinor: 350 },
    ]);
  });

  it('takes exactly what is asked for, or all there is', () => {
    const parts = fc.array(fc.record({ id: fc.uuid(), amountMinor: fc.integer({ min: 0, max: 1e9 }) }));
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 2e9 }), (all, wanted) => {
        const sum = all.reduce((total, part) => total + part.amountMinor, 0);
        const taken = takeFrom(all, wanted);
        expect(taken.reduce((total, part) => total + part.amountMinor, 0)).toBe(Math.min(sum, wanted));
        for (const part of taken) expect(part.leftMinor).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
